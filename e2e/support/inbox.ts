import { expect, type Page } from "@playwright/test";

/** Opens the mail to this person in the development inbox, as plain text; answers the link in it. */
export async function openMail(page: Page, to: string): Promise<string> {
  await page.goto("/users/invitations");
  await page.getByRole("searchbox", { name: "Search by e-mail or name" }).fill(to);
  await page.getByRole("link", { name: to }).click();
  await page.getByRole("dialog").getByRole("link", { name: "Read the mail" }).click();
  const mail = page.getByRole("article");
  await expect(mail.getByRole("definition").first()).toHaveText(to);
  await mail.getByText("Plain text").click();
  const link = (await mail.textContent())?.match(/http:\/\/\S+\/join#[\w-]+/)?.[0];
  if (!link) throw new Error(`The mail to ${to} holds no link`);
  return link;
}
