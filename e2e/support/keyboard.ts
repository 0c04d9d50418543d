import { expect, type Locator, type Page } from "@playwright/test";

/** Goes on with Tab until this has the focus, and sees to it that the eye can follow. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  const isThere = () => target.evaluate((element) => element === document.activeElement);
  for (let presses = 0; !(await isThere()); presses++) {
    if (presses === 60) throw new Error(`Tab does not lead to ${target}`);
    await page.keyboard.press("Tab");
  }
  await expectFocusSeen(page, target);
}

/** What has the focus looks other than without it. */
async function expectFocusSeen(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeInViewport();
  const box = await target.boundingBox();
  if (!box) throw new Error(`${target} takes no room`);
  const clip = { x: box.x - 4, y: box.y - 4, width: box.width + 8, height: box.height + 8 };
  const look = () => page.screenshot({ clip, animations: "disabled" });
  const focused = await look();
  await target.evaluate((element: HTMLElement) => element.blur());
  expect((await look()).equals(focused), `the focus on ${target} is seen`).toBe(false);
  await target.evaluate((element: HTMLElement) => element.focus());
}

export async function typeInto(page: Page, target: Locator, text: string): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.type(text);
}

export async function press(page: Page, target: Locator, key = "Enter"): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(key);
}
