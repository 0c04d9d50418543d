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

/** The same colour as it can be read on a dark ground: mixed with as little white as that takes. */
export function onDark(color: string): string {
  const darkGround = luminance(parts("#1b1c21"));
  for (let white = 0; ; white += 0.05) {
    const mixed = parts(color).map((part) => Math.round(part + (255 - part) * white));
    if ((luminance(mixed) + 0.05) / (darkGround + 0.05) >= leastContrast || white >= 1) return hex(mixed);
  }
}

/** The contrast ratio of #rrggbb against white, 1 to 21. */
const contrastOnWhite = (color: string): number => 1.05 / (luminance(parts(color)) + 0.05);

/** Red, green and blue, 0 to 255. */
const parts = (color: string): number[] => [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));

const hex = (color: readonly number[]): string =>
  `#${color.map((part) => part.toString(16).padStart(2, "0")).join("")}`;

/** WCAG 2.2, relative luminance: 0 to 1. */
function luminance(color: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = color.map((part) => linear(part / 255));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const linear = (part: number): number => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
