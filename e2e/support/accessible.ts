import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

const looks = [
  { width: 1280, height: 800, colorScheme: "light" },
  { width: 1280, height: 800, colorScheme: "dark" },
  { width: 390, height: 844, colorScheme: "light" },
  { width: 390, height: 844, colorScheme: "dark" },
] as const;

/** A colour on its way from one look to the next has a contrast of its own: waits until nothing changes any more. */
const settled = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    // transitions begin with the next frame's styles
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const finite = document
      .getAnimations()
      .filter((animation) => animation.effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(finite.map((animation) => animation.finished));
  });

/** The page as it stands, in light and dark, on a screen and on a phone: nothing that axe finds, nothing that scrolls sideways. */
export async function expectAccessible(page: Page): Promise<void> {
  const size = page.viewportSize();
  for (const { width, height, colorScheme } of looks) {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await expect(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", colorScheme);
    await settled(page);
    // a mail stands in a frame that runs no scripts, axe among them; without frames axe needs no second page to add up
    const axe = new AxeBuilder({ page }).exclude("iframe").setLegacyMode(page.frames().length === 1);
    // only colours change with the dark
    const look = colorScheme === "dark" ? axe.withRules("color-contrast") : axe.withTags(tags);
    const { violations } = await look.analyze();
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
    const where = `${new URL(page.url()).pathname}, ${width} px, ${colorScheme}`;
    expect(found, where).toEqual([]);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow, `${where}: scrolls sideways`).toBeLessThanOrEqual(0);
  }
  if (size) await page.setViewportSize(size);
  await page.emulateMedia({ colorScheme: null, reducedMotion: null });
}
