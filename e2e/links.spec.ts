import { ask } from "./support/ask";
import { founder, invite, signInThrough } from "./support/found";
import { join } from "./support/join";
import { expect, testInHouse as test } from "./support/test";

const formTitle = "Complete your account";

async function invitationOf(page: Parameters<typeof ask>[0], email: string) {
  const fields = "id status openedAt sentCount acceptedUser { id }";
  const filter = { search: email };
  const { invitations } = await ask(
    page,
    `query ($filter: InvitationFilter) { invitations(filter: $filter) { nodes { ${fields} } } }`,
    { filter },
  );
  return invitations.nodes[0];
}

test("opening a link five times, by machines too, consumes nothing (F2, F20)", async ({
  page,
  someoneElse,
  request,
}) => {
  const [link = ""] = await invite(page, [{ email: "lea@x.example" }]);
  const before = await invitationOf(page, "lea@x.example");
  expect((await request.get(link)).status()).toBe(200);
  expect((await request.head(link)).status()).toBe(200);
  const lea = await someoneElse();
  for (let time = 0; time < 3; time++) {
    await lea.goto(link);
    await expect(lea.getByRole("heading", { name: formTitle })).toBeVisible();
  }
  expect(await invitationOf(page, "lea@x.example"), "nobody has touched the page").toEqual(before);

  await lea.getByLabel("First name").press("Shift");
  await expect.poll(async () => (await invitationOf(page, "lea@x.example")).openedAt).not.toBeNull();
  expect(await invitationOf(page, "lea@x.example")).toMatchObject({ status: "PENDING", acceptedUser: null });

  await lea.reload();
  await expect(lea.getByRole("heading", { name: formTitle }), "a reload keeps the link").toBeVisible();
  await join(lea);
  const twice = await someoneElse();
  await twice.goto(link);
  await expect(twice.getByRole("heading", { name: "You have already joined" })).toBeVisible();
  await twice.getByRole("link", { name: "Sign in" }).click();
  await expect(twice).toHaveURL(/\/sign-in$/);
});

test("a link that does not work says why and what to do (F15, F16, F18)", async ({ page, usher, someoneElse }) => {
  const people = ["resent", "cancelled", "whole"].map((name) => ({ email: `${name}@x.example` }));
  const [resent = "", cancelled = "", whole = ""] = await invite(page, people);
  for (const [operation, email] of [
    ["resendInvitations", "resent@x.example"],
    ["cancelInvitations", "cancelled@x.example"],
  ] as const) {
    const { id } = await invitationOf(page, email);
    await ask(page, `mutation ($ids: [ID!]) { ${operation}(input: { ids: $ids }) { affected } }`, { ids: [id] });
  }
  const visitor = await someoneElse();
  const opens = async (link: string, title: string) => {
    await visitor.goto("about:blank");
    await visitor.goto(link);
    await expect(visitor.getByRole("heading", { level: 1 })).toHaveText(title);
  };
  await opens(resent, "There is a newer link");
  await opens(cancelled, "This invitation was cancelled");
  await expect(visitor.getByText("ask whoever invited you")).toBeVisible();
  await opens(whole.slice(0, -5), "This link is not complete");
  await opens(`${usher.address}/join#${"A".repeat(43)}`, "This link is not complete");
  await opens(`${usher.address}/join#<script>alert(1)</script>`, "This link is not complete");

  await visitor.getByLabel("Link from the mail").fill(`  ${whole.slice(0, 40)}\n${whole.slice(40)} `);
  await visitor.getByRole("button", { name: "Open the invitation" }).click();
  await expect(visitor.getByRole("heading", { level: 1 }), "cut by a mail program, pasted whole").toHaveText(formTitle);
});

test("a link without its secret asks for it; someone else's browser is asked to sign out (F8)", async ({
  page,
  someoneElse,
}) => {
  const [link = ""] = await invite(page, [{ email: "noor@x.example" }]);
  // a session of its own: the page's is the one that all tests share
  const shared = await someoneElse();
  await signInThrough(shared.request, founder.email, founder.password);
  await shared.goto("/join");
  await expect(shared.getByRole("heading", { name: "Open your invitation" })).toBeVisible();
  await shared.goto(link);
  await expect(shared.getByRole("heading", { name: "Someone else is signed in here" })).toBeVisible();
  await shared.getByRole("button", { name: "Sign out and continue" }).click();
  await join(shared, "Noor", "Claes");
  await expect(shared.getByRole("button", { name: "Your account: Noor Claes" })).toBeVisible();
});
