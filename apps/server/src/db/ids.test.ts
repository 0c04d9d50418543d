import { newId, parseId } from "./ids.js";

describe("ids", () => {
  it("are UUIDv7, all different, in the order of their making", () => {
    const before = Date.now();
    const ids = Array.from({ length: 20_000 }, newId);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect([...ids].sort()).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
    const made = Number.parseInt((ids[0] as string).replace("-", "").slice(0, 12), 16);
    expect(Math.abs(made - before)).toBeLessThan(60_000);
  });

  it("are read in one spelling, and nothing else is one", () => {
    const id = newId();
    expect(parseId(id.toUpperCase())).toBe(id);
    for (const no of ["", "x", `${id}0`, id.slice(1), `{${id}}`]) expect(parseId(no)).toBeNull();
  });
});
