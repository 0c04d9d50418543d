import { expect, type Page } from "@playwright/test";

type File = string | { name: string; mimeType: string; buffer: Buffer };

/** Chooses a file as a click on the button does, and waits until the wizard has read its beginning. */
export async function chooseFile(page: Page, file: File): Promise<void> {
  await page.goto("/import");
  await pickFile(page, file);
  await expect(page.getByRole("heading", { name: "Was your file read correctly?" })).toBeVisible();
}

export async function pickFile(page: Page, file: File): Promise<void> {
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("main").getByText("Choose a file").click();
  await (await chooser).setFiles(file);
}

/** From the chosen file to the last step, as it proposes. */
export async function goToSending(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Continue to the columns" }).click();
  await page.getByRole("link", { name: /^Check .* rows?$/ }).click();
  await page.getByRole("link", { name: "Continue to sending" }).click();
  await expect(page.getByRole("heading", { name: "Send the invitations" })).toBeVisible();
}

/** Of as many people as wanted, everything right; the name sets them apart from those of other files in a shared house. */
export function csvOf(count: number, name = "people") {
  const lines = Array.from({ length: count }, (_, i) => `Ann${i},Lee${i},ann${i}@${name}.example,Many & Co`);
  const text = `first_name,last_name,email,company\n${lines.join("\n")}\n`;
  return { name: `${name}.csv`, mimeType: "text/csv", buffer: Buffer.from(text) };
}
