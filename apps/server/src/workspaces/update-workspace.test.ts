import { identityFields } from "@usher/rules/identity-fields";
import { AuditEventRow } from "../audit/audit-event.entity.js";
import { aSignedInUser } from "../testing/a-signed-in-user.js";
import { aFounder, Browser } from "../testing/browser.js";
import { aJpeg, aPng, dataUrl } from "../testing/images.js";
import { aRunningApp } from "../testing/start-app.js";
import { WorkspaceLogo } from "./workspace-logo.entity.js";

const settings = `workspace { name defaultLanguage timeZone invitationLifetimeHours activationLifetimeHours reminderAfterDays
  reminderCount accentColor logoUrl seats { used free limit } }`;

describe("the workspace's settings", () => {
  const test = aRunningApp();
  let founder: Browser;
  beforeAll(async () => {
    founder = await aFounder(test);
  });

  const change = (input: Record<string, unknown>) => founder.change("updateWorkspace", input, settings);
  const read = async () => (await founder.ask(`{ ${settings} }`)).data.workspace;
  const codes = ({ userErrors }: { userErrors: { code: string; path: string[] }[] }) =>
    userErrors.map(({ code, path }) => [path.join("."), code]);

  it("are what the founder sets, and nobody else (F12, F19, F66)", async () => {
    const given = {
      name: "  Southwind   College ",
      defaultLanguage: "NL",
      timeZone: "Asia/Tokyo",
      invitationLifetimeHours: 720,
      activationLifetimeHours: 24,
      reminderAfterDays: 2,
      reminderCount: 5,
      accentColor: "#AA0000",
      seatLimit: 40,
    };
    const { workspace } = await change(given);
    const { seatLimit, ...kept } = { ...given, name: "Southwind College", accentColor: "#aa0000", logoUrl: null };
    expect(workspace).toEqual({ ...kept, seats: { used: 1, free: 39, limit: seatLimit } });
    expect(await read()).toEqual(workspace);

    const { browser } = await aSignedInUser(test, { email: "adam@northwind.example", userType: "ADMINISTRATOR" });
    await expect(browser.change("updateWorkspace", { name: "Mine" })).rejects.toThrow("FORBIDDEN");
    expect(await read()).toEqual(workspace);
  });

  it("stay as they are where nothing is said, and are recorded where something is (F73)", async () => {
    const before = await read();
    await change({ reminderCount: 1 });
    expect(await read()).toEqual({ ...before, reminderCount: 1 });
    const events = await test.app.db.read.find(AuditEventRow, {
      where: { type: "workspace_updated" },
      order: { id: "DESC" },
    });
    expect(events[0]?.details).toEqual({ changed: ["reminderCount"] });
    await change({});
    expect(await test.app.db.read.countBy(AuditEventRow, { type: "workspace_updated" })).toBe(events.length);
  });

  it.each([
    [{ name: " \u200b " }, "name", "REQUIRED"],
    [{ name: null }, "name", "REQUIRED"],
    [{ name: "x".repeat(101) }, "name", "TOO_LONG"],
    [{ defaultLanguage: null }, "defaultLanguage", "REQUIRED"],
    [{ timeZone: "Mars/Olympus" }, "timeZone", "UNKNOWN_TIME_ZONE"],
    [{ timeZone: "" }, "timeZone", "UNKNOWN_TIME_ZONE"],
    [{ invitationLifetimeHours: 0 }, "invitationLifetimeHours", "OUT_OF_RANGE"],
    [{ invitationLifetimeHours: 721 }, "invitationLifetimeHours", "OUT_OF_RANGE"],
    [{ activationLifetimeHours: 721 }, "activationLifetimeHours", "OUT_OF_RANGE"],
    [{ activationLifetimeHours: null }, "activationLifetimeHours", "REQUIRED"],
    [{ reminderCount: 6 }, "reminderCount", "OUT_OF_RANGE"],
    [{ reminderAfterDays: 0 }, "reminderAfterDays", "OUT_OF_RANGE"],
    [{ seatLimit: 0 }, "seatLimit", "OUT_OF_RANGE"],
    [{ accentColor: "yellow" }, "accentColor", "COLOR_MALFORMED"],
    [{ accentColor: "#ffee00" }, "accentColor", "COLOR_TOO_LIGHT"],
    [{ identityFields: identityFields.map((field) => ({ field, asked: "OPTIONAL" })) }, "identityFields", "REQUIRED"],
    [{ logo: "https://example.org/logo.png" }, "logo", "IMAGE_MALFORMED"],
  ])("are refused as a whole when one is wrong: %j", async (wrong, field, code) => {
    const before = await read();
    const payload = await change({ reminderCount: 4, ...wrong });
    expect(codes(payload)).toEqual([[field, code]]);
    expect(payload.workspace).toBeNull();
    expect(await read()).toEqual(before);
  });

  it("take a seat limit below what is used: nobody goes, nobody comes (F66)", async () => {
    await change({ seatLimit: 1 });
    expect((await read()).seats).toEqual({ used: 1, free: 0, limit: 1 });
    await change({ seatLimit: null });
    expect((await read()).seats).toEqual({ used: 1, free: null, limit: null });
  });
});

describe("the workspace's logo", () => {
  const test = aRunningApp();
  let founder: Browser;
  beforeAll(async () => {
    founder = await aFounder(test);
  });

  const setLogo = (logo: string | null) => founder.change("updateWorkspace", { logo }, "workspace { logoUrl }");
  const logoUrl = async () => (await founder.ask("{ workspace { logoUrl } }")).data.workspace.logoUrl as string | null;

  it("is served to anyone, at another address for every image, for good (F64)", async () => {
    const { workspace } = await setLogo(dataUrl("image/png", aPng(40, 20)));
    const response = await fetch(test.url + workspace.logoUrl);
    expect(response.headers.get("content-type")).toBe("image/png");
    expect(response.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    expect(Buffer.from(await response.arrayBuffer())).toEqual(aPng(40, 20));

    // what it claims to be counts for nothing
    const jpeg = await setLogo(dataUrl("image/png", aJpeg(300, 80)));
    expect(jpeg.workspace.logoUrl).not.toBe(workspace.logoUrl);
    expect((await fetch(test.url + jpeg.workspace.logoUrl)).headers.get("content-type")).toBe("image/jpeg");
    expect((await fetch(test.url + workspace.logoUrl)).status).toBe(404);
    const [stored] = await test.app.db.read.find(WorkspaceLogo);
    expect(stored?.image).toMatchObject({ width: 300, height: 80 });

    await setLogo(null);
    expect(await logoUrl()).toBeNull();
    expect((await fetch(test.url + jpeg.workspace.logoUrl)).status).toBe(404);
  });

  it.each([
    ["a script", dataUrl("image/png", Buffer.from("<script>alert(1)</script>")), "IMAGE_MALFORMED"],
    ["an SVG", dataUrl("image/svg+xml", Buffer.from("<svg onload='alert(1)'/>")), "IMAGE_MALFORMED"],
    ["a PNG that was cut", dataUrl("image/png", aPng(10, 10).subarray(0, -6)), "IMAGE_MALFORMED"],
    ["a JPEG that was cut", dataUrl("image/jpeg", aJpeg(10, 10).subarray(0, -2)), "IMAGE_MALFORMED"],
    ["a PNG without pixels", dataUrl("image/png", aPng(0, 10)), "IMAGE_MALFORMED"],
    ["nothing", "data:image/png;base64,", "IMAGE_MALFORMED"],
    ["half a data URL", "data:image/png;base64", "IMAGE_MALFORMED"],
    ["a wall", dataUrl("image/png", aPng(2_001, 10)), "IMAGE_TOO_LARGE"],
    [
      "more than 200 KB",
      dataUrl("image/png", Buffer.concat([aPng(10, 10), Buffer.alloc(200 * 1024)])),
      "IMAGE_TOO_LARGE",
    ],
    ["a megabyte", dataUrl("image/png", Buffer.alloc(1_000_000)), "IMAGE_TOO_LARGE"],
  ])("is not %s", async (_, logo, code) => {
    const { userErrors } = await setLogo(logo);
    expect(userErrors).toMatchObject([{ code, path: ["logo"] }]);
    expect(await logoUrl()).toBeNull();
  });

  it("is shown with name and colour to those who are not signed in (F64)", async () => {
    await founder.change("updateWorkspace", { accentColor: "#aa0000", logo: dataUrl("image/png", aPng(8, 8)) });
    const { data } = await new Browser(test).ask("{ publicLook { name accentColor logoUrl } }");
    expect(data.publicLook).toEqual({
      name: "Northwind Academy",
      accentColor: "#aa0000",
      logoUrl: expect.stringMatching(/^\/logo\/[\w-]{43}$/),
    });
  });

  it.each(["x", "..%2f..%2fetc", "a".repeat(43)])("is nowhere else: /logo/%s", async (hash) => {
    expect((await fetch(`${test.url}/logo/${hash}`)).status).toBe(404);
  });
});
