import { expect, type Page } from "@playwright/test";
import { ask } from "./ask";

export async function openMail(page: Page, to: string): Promise<string> {
  await page.goto("/users/invitations");
  await page.getByRole("searchbox", { name: "Search by e-mail or name" }).fill(to);
  await page.getByRole("link", { name: to }).click();
  // the latest stands first
  await page.getByRole("dialog").getByRole("link", { name: "Read the mail" }).first().click();
  const mail = page.getByRole("article");
  await expect(mail.getByRole("definition").first()).toHaveText(to);
  await mail.getByText("Plain text").click();
  const link = (await mail.textContent())?.match(/http:\/\/\S+\/join#[\w-]+/)?.[0];
  if (!link) throw new Error(`The mail to ${to} holds no link`);
  return link;
}

/** Waits for a mail to this person whose text fits, and answers its text. */
export async function mailTo(page: Page, to: string, holds: RegExp): Promise<string> {
  let found: string | undefined;
  await expect
    .poll(
      async () => {
        const { inboxMails } = await ask(page, "{ inboxMails(first: 50) { nodes { to text } } }");
        const mails: { to: string; text: string }[] = inboxMails.nodes;
        found = mails.find((mail) => mail.to === to && holds.test(mail.text))?.text;
        return found !== undefined;
      },
      { message: `a mail to ${to} that holds ${holds}` },
    )
    .toBe(true);
  return found as string;
}

/** The link in a mail that leads to this page. */
export async function linkTo(page: Page, to: string, path: string): Promise<string> {
  const link = new RegExp(`http://\\S+${path}#[\\w-]+`);
  return (await mailTo(page, to, link)).match(link)?.[0] as string;
}

/** The newest mail to this person in the development inbox, as plain text. */
export async function readMail(page: Page, to: string, subject: RegExp): Promise<string> {
  await page.goto("/inbox");
  await page
    .getByRole("navigation", { name: "Mails" })
    .getByRole("link", { name: to })
    .filter({ hasText: subject })
    .first()
    .click();
  const mail = page.getByRole("article");
  await expect(mail.getByRole("heading", { name: subject })).toBeVisible();
  await mail.getByText("Plain text").click();
  return (await mail.textContent()) ?? "";
}
