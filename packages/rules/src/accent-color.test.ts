import { onDark, parseAccentColor } from "./accent-color.js";

describe("a workspace's colour", () => {
  it.each([
    ["#3b54cb", "#3b54cb"],
    [" #AA0000 ", "#aa0000"],
    ["#000000", "#000000"],
    // the lightest grey that WCAG lets white text stand on
    ["#767676", "#767676"],
  ])("%j is taken as %s", (raw, color) => {
    expect(parseAccentColor(raw)).toEqual({ ok: true, color });
  });

  it.each([
    ["", "COLOR_MALFORMED"],
    ["red", "COLOR_MALFORMED"],
    ["#fff", "COLOR_MALFORMED"],
    ["#3b54cb;background:url(x)", "COLOR_MALFORMED"],
    ["#3b54cg", "COLOR_MALFORMED"],
    ["#777777", "COLOR_TOO_LIGHT"],
    ["#ffffff", "COLOR_TOO_LIGHT"],
    ["#ffd400", "COLOR_TOO_LIGHT"],
  ])("%j is refused as %s", (raw, code) => {
    expect(parseAccentColor(raw)).toEqual({ ok: false, code });
  });

  it.each(["#000000", "#3b54cb", "#aa0000", "#767676"])("%s is made light enough for a dark ground", (color) => {
    // what white may stand on cannot be read on near black, and the other way round
    expect(parseAccentColor(onDark(color))).toEqual({ ok: false, code: "COLOR_TOO_LIGHT" });
  });
});
