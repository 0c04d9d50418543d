export type AccentColorResult =
  | { ok: true; color: string }
  | { ok: false; code: "COLOR_MALFORMED" | "COLOR_TOO_LIGHT" };

/** WCAG 2.2, 1.4.3: what text of normal size needs. The button's white words stand on this colour. */
const leastContrast = 4.5;

/** A workspace's colour as #rrggbb, in lower case; dark enough that white can be read on it, and it on white. */
export function parseAccentColor(raw: string): AccentColorResult {
  const color = raw.trim().toLowerCase();
  if (!/^#[0-9a-f]{6}$/.test(color)) return { ok: false, code: "COLOR_MALFORMED" };
  return contrastOnWhite(color) < leastContrast ? { ok: false, code: "COLOR_TOO_LIGHT" } : { ok: true, color };
}

/** The contrast ratio of #rrggbb against white, 1 to 21 (WCAG 2.2, relative luminance). */
function contrastOnWhite(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    linear(Number.parseInt(color.slice(at, at + 2), 16) / 255),
  );
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
}

const linear = (part: number): number => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
