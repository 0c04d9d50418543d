import { ageInvitation } from "./support/age-invitation";
import { ask } from "./support/ask";
import { found, founder, invite } from "./support/found";
import { join } from "./support/join";
import { type MailServer, startMailServer } from "./support/mail-server";
import { type Restartable, startRestartable } from "./support/restartable";
import { test as base, expect } from "./support/test";
import { serverAway } from "./support/watch-context";

interface House {
  post: MailServer;
  /** Lets days go by for one invitation while the server stands still. */
  daysLater: (email: string, days: number) => Promise<void>;
}

/** A server that sends its mail to a mail server of the test's own. */
const test = base.extend<House>({
  // `daysLater` restarts the server
  tolerated: [[serverAway], { scope: "test" }],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern which fixtures this one needs
  post: async ({}, use) => {
    const post = await startMailServer();
    await use(post);
    await post.stop();
  },
  usher: async ({ post }, use, info) => {
    const usher = await startRestartable(settingsFor(post));
    await use(usher);
    await usher.stop();
    if (info.status !== info.expectedStatus)
      await info.attach("server.log", { body: usher.log(), contentType: "text/plain" });
    await usher.remove();
  },
  daysLater: async ({ usher, post }, use) => {
    const { restart } = usher as Restartable;
    await use((email, days) => restart(settingsFor(post), () => ageInvitation(usher.dataDir, email, days)));
  },
});

const settingsFor = (post: MailServer) => ({ SMTP_URL: post.url, MAIL_FROM: "no-reply@delta.example" });

/** The latest mail to this address, once there are so many, and the link in it. */
async function mailTo(post: MailServer, address: string, count = 1) {
  const to = () => post.mails.filter((mail) => mail.to?.[0]?.address === address);
  await expect.poll(() => to().length).toBe(count);
  const mail = to().at(-1);
  return { subject: mail?.subject, link: mail?.text?.match(/http:\/\/\S+\/join#[\w-]+/)?.[0] ?? "" };
}

test("a refused address is seen, corrected, sent to again, and accepted (F20)", async ({
  page,
  usher,
  post,
  someoneElse,
}) => {
  await found(page, usher);
  post.unknown.add("lea@wrong.example");
  const [wrongLink = ""] = await invite(page, [{ email: "lea@wrong.example" }, { email: "mia@fine.example" }]);
  await mailTo(post, "mia@fine.example");
  const isLost = async () =>
    (await ask(page, "{ countInvitations(filter: { deliveryStatuses: [FAILED, BOUNCED] }) }")).countInvitations;
  await expect.poll(isLost).toBe(1);

  await page.goto("/users/invitations?delivery=FAILED");
  await expect(page.getByText("550 5.1.1 User unknown")).toBeVisible();
  await expect(page.getByText("mia@fine.example")).toBeHidden();
  await page.getByRole("link", { name: "lea@wrong.example" }).click();
  const drawer = page.getByRole("dialog", { name: "lea@wrong.example" });
  await drawer.getByText("Didn’t get it?").click();
  await expect(drawer.getByText("The mail server said:")).toBeVisible();
  await drawer.getByRole("button", { name: "Change address" }).last().click();
  await page.getByLabel("E-mail address").fill("lea@right.example");
  await page.getByRole("button", { name: "Change and send" }).click();
  const { link } = await mailTo(post, "lea@right.example");
  await expect(page.getByRole("dialog", { name: "lea@right.example" }).getByText("Address changed")).toBeVisible();

  const lea = await someoneElse();
  await lea.goto(wrongLink);
  await expect(lea.getByRole("heading", { name: "There is a newer link" })).toBeVisible();
  await lea.goto("about:blank");
  await lea.goto(link);
  await join(lea);
  await page.goto("/users/invitations?status=ACCEPTED");
  await expect(page.getByRole("link", { name: "lea@right.example" })).toBeVisible();
});

test("whoever comes too late asks for a new link; the inviter sees it and sends one (F18)", async ({
  page,
  usher,
  post,
  daysLater,
  someoneElse,
}) => {
  await found(page, usher);
  const [late = ""] = await invite(page, [{ email: "lea@x.example", firstName: "Lea", lastName: "Maes" }]);
  await mailTo(post, "lea@x.example");
  await daysLater("lea@x.example", 10);

  const lea = await someoneElse();
  await lea.goto(late);
  await lea.getByRole("button", { name: "Ask for a new link" }).click();
  await expect(lea.getByRole("status")).toContainText("They are told");
  const told = await mailTo(post, founder.email);
  expect(told.subject).toBe("Lea Maes asks for a new link");

  await page.goto("/users/invitations?attention=NEW_LINK_ASKED");
  await page.getByRole("link", { name: "lea@x.example" }).click();
  const drawer = page.getByRole("dialog", { name: "Lea Maes" });
  await expect(drawer.getByRole("listitem").filter({ hasText: "Asked for a new link" })).toBeVisible();
  await drawer.getByRole("button", { name: "Send again" }).first().click();
  await page.getByRole("button", { name: "Send 1 again" }).click();
  const { link } = await mailTo(post, "lea@x.example", 2);
  await lea.goto("about:blank");
  await lea.goto(link);
  await join(lea);
});

test("reminders go out by themselves, and end when the person has joined (F19)", async ({
  page,
  usher,
  post,
  daysLater,
  someoneElse,
}) => {
  await found(page, usher);
  await ask(
    page,
    "mutation { updateWorkspace(input: { reminderAfterDays: 3, reminderCount: 2, invitationLifetimeHours: 720 }) { userErrors { code } } }",
  );
  const [first = ""] = await invite(page, [{ email: "lea@x.example" }]);
  await mailTo(post, "lea@x.example");
  await daysLater("lea@x.example", 3);
  const reminder = await mailTo(post, "lea@x.example", 2);
  expect(reminder.subject).toBe("Reminder: Ada Okoro invites you to join Delta College");
  await page.goto("/users/invitations");
  await page.getByRole("link", { name: "lea@x.example" }).click();
  const drawer = page.getByRole("dialog");
  await expect(drawer.getByText("Mail sent: reminder")).toBeVisible();
  await expect(drawer.getByText("A reminder is sent")).toBeVisible();

  const lea = await someoneElse();
  await lea.goto(first);
  await expect(lea.getByRole("heading", { name: "Complete your account" }), "the first link lives on").toBeVisible();
  await lea.goto("about:blank");
  await lea.goto(reminder.link);
  await join(lea);
  await daysLater("lea@x.example", 3);
  await page.goto("/users/invitations");
  await expect(page.getByRole("link", { name: "lea@x.example" })).toBeVisible();
  expect(post.mails.filter((mail) => mail.to?.[0]?.address === "lea@x.example")).toHaveLength(2);
});
