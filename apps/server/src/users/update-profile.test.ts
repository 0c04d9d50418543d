import { aSignedInUser } from "../testing/a-signed-in-user.js";
import { aFounder, type Browser } from "../testing/browser.js";
import { aRunningApp } from "../testing/start-app.js";
import { User } from "./user.entity.js";

const codes = (payload: { userErrors: { code: string; path: string[] }[] }) =>
  payload.userErrors.map(({ code, path }) => [code, ...path].join(" "));

describe("one's own profile", () => {
  const test = aRunningApp();
  let founder: Browser;
  beforeAll(async () => {
    founder = await aFounder(test);
  });
  const update = (browser: Browser, input: Record<string, unknown>) =>
    browser.change("updateProfile", input, "user { firstName lastName username language userType }");

  it("is changed where it was asked for, and ordered by the new names (F45)", async () => {
    const { user, browser } = await aSignedInUser(test, { email: "lea@x.org", firstName: "Lea", lastName: "Maes" });
    const payload = await update(browser, { firstName: " Léa ", language: "FR" });
    expect(payload).toEqual({
      user: { firstName: "Léa", lastName: "Maes", username: "lea", language: "FR", userType: "MEMBER" },
      userErrors: [],
    });
    const stored = await test.app.db.read.findOneByOrFail(User, { id: user.id });
    expect(stored).toMatchObject({ firstKey: "lea", language: "fr", updatedAt: test.clock.now() });
  });

  it("is refused with every field that is wrong, and left as it was", async () => {
    const { user, browser } = await aSignedInUser(test, { email: "bo@x.org" });
    const wrong = { firstName: " ", lastName: "x".repeat(101), username: "a b" };
    expect(codes(await update(browser, wrong))).toEqual([
      "REQUIRED firstName",
      "TOO_LONG lastName",
      "USERNAME_MALFORMED username",
    ]);
    expect(codes(await update(browser, { username: "ada" }))).toEqual(["USERNAME_TAKEN username"]);
    expect(await test.app.db.read.findOneByOrFail(User, { id: user.id })).toEqual(user);
    expect(codes(await update(founder, {}))).toEqual([]);
  });
});
