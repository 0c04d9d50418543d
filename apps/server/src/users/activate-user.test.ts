import { AuditEventRow } from "../audit/audit-event.entity.js";
import { makeLinks } from "../links/make-links.js";
import { hashPassword } from "../passwords/password-hash.js";
import { anActivationLink } from "../testing/an-activation-link.js";
import { anInvitationLink } from "../testing/an-invitation-link.js";
import { aFounder, Browser, founderPassword } from "../testing/browser.js";
import { aRunningApp, hours } from "../testing/start-app.js";
import { WorkspaceSeats } from "../workspaces/workspace-seats.entity.js";
import { User } from "./user.entity.js";

const password = "twelve green bicycles";

describe("activating an account", () => {
  const test = aRunningApp();
  let workspaceId: string;
  let founder: User;
  let people = 0;

  beforeAll(async () => {
    await aFounder(test);
    founder = await test.app.db.read.findOneByOrFail(User, { userType: "FOUNDER" });
    ({ workspaceId } = founder);
  });

  const someone = (given: Partial<User> = {}) =>
    anActivationLink(test.app, {
      workspaceId,
      email: `created${++people}@x.org`,
      firstName: "Ann",
      lastName: "Lee",
      createdById: founder.id,
      ...given,
    });
  const activate = (input: Record<string, unknown>, browser = new Browser(test)) =>
    browser.change("activateUser", { password, ...input }, "viewer { user { id status } }");
  const codes = (payload: { userErrors: { code: string; path: string[] }[] }) =>
    payload.userErrors.map(({ code, path }) => [code, ...path].join(" "));
  const preview = async (token: string, browser = new Browser(test)) =>
    (
      await browser.ask(
        `query ($token: String!) { linkPreview(token: $token) {
          purpose state workspaceName language emailMasked needs firstName lastName suggestedUsername inviterName expiresAt viewerIsOther } }`,
        { token },
      )
    ).data.linkPreview;
  const stored = (id: string) => test.app.db.read.findOneByOrFail(User, { id });
  const change = (id: string, values: Partial<User>) => test.app.db.tx((tx) => tx.update(User, { id }, values));
  const usedSeats = async () => (await test.app.db.read.findOneByOrFail(WorkspaceSeats, { workspaceId })).used;
  const setSeats = (seatLimit: number | null) =>
    test.app.db.tx((tx) => tx.update(WorkspaceSeats, { workspaceId }, { seatLimit }));

  it("asks for a password, makes the account ACTIVE at once, takes its seat, bills it, signs in (F24, F66)", async () => {
    const { user, token } = await someone({ email: "zoe@x.org", language: "fr" });
    const seats = await usedSeats();
    for (let i = 0; i < 5; i++) {
      expect(await preview(token)).toEqual({
        purpose: "ACTIVATION",
        state: "VALID",
        workspaceName: "Northwind Academy",
        language: "FR",
        emailMasked: "z•••@x.org",
        needs: ["password"],
        firstName: "Ann",
        lastName: "Lee",
        suggestedUsername: "zoe",
        inviterName: "Ada Okoro",
        expiresAt: user.activationExpiresAt?.toISOString(),
        viewerIsOther: false,
      });
    }
    expect(await stored(user.id)).toEqual(user);
    const browser = new Browser(test);
    // what the administrator filled in stays
    const payload = await activate({ token, firstName: "Eve", username: "eve" }, browser);
    expect(payload).toEqual({ viewer: { user: { id: user.id, status: "ACTIVE" } }, userErrors: [] });
    const now = test.clock.now();
    expect(await stored(user.id)).toMatchObject({
      status: "ACTIVE",
      firstName: "Ann",
      username: "zoe",
      hasSeat: true,
      activatedAt: now,
      billedFrom: now,
      lastSignInAt: now,
      generation: user.generation + 1,
    });
    expect(await usedSeats()).toBe(seats + 1);
    expect((await browser.ask("{ viewer { user { id } } }")).data.viewer.user.id).toBe(user.id);
    expect((await preview(token)).state).toBe("USED");
    const signedIn = await new Browser(test).change("signIn", { login: "zoe", password }, "viewer { user { id } }");
    expect(signedIn.viewer.user.id).toBe(user.id);
    const audit = await test.app.db.read.findOneByOrFail(AuditEventRow, { subjectId: user.id, type: "user_activated" });
    expect(audit).toMatchObject({ actorKind: "link", actorId: user.id });
  });

  it("lets exactly one of 50 at once win; the others learn that the link is used", async () => {
    const { user, token } = await someone();
    const seats = await usedSeats();
    const payloads = await Promise.all(Array.from({ length: 50 }, () => activate({ token })));
    expect(payloads.filter(({ viewer }) => viewer)).toHaveLength(1);
    expect(payloads.filter((payload) => codes(payload).join() === "LINK_USED token")).toHaveLength(49);
    expect(await usedSeats()).toBe(seats + 1);
    expect((await stored(user.id)).generation).toBe(user.generation + 1);
  }, 60_000);

  it("expires to the millisecond, 48 hours after it was sent (F24)", async () => {
    const early = await someone();
    const late = await someone();
    test.clock.forward(hours(48) - 60_000);
    expect(codes(await activate({ token: early.token }))).toEqual([]);
    test.clock.forward(59_999);
    expect((await preview(late.token)).state).toBe("VALID");
    test.clock.forward(1);
    expect(await preview(late.token)).toMatchObject({ state: "EXPIRED", needs: [], firstName: null });
    test.clock.forward(60_000);
    expect(codes(await activate({ token: late.token }))).toEqual(["LINK_EXPIRED token"]);
    expect(await stored(late.user.id)).toEqual(late.user);
  });

  it("asks for what is missing, names every field that is wrong, and leaves the link alive (F27)", async () => {
    const { user, token } = await someone({ email: "bo@x.org", firstName: null, lastName: null, username: null });
    expect(await preview(token)).toMatchObject({
      needs: ["firstName", "lastName", "username", "password"],
      suggestedUsername: "bo",
    });
    expect(codes(await activate({ token, password: "short" }))).toEqual([
      "REQUIRED firstName",
      "REQUIRED lastName",
      "REQUIRED username",
      "PASSWORD_TOO_SHORT password",
    ]);
    const own = { firstName: " Bö ", lastName: "Öz", username: "Bo.Oz" };
    expect(codes(await activate({ token, ...own, password: "" }))).toEqual(["REQUIRED password"]);
    expect(codes(await activate({ token, ...own, password: "bo@x.org!!!!!!!" }))).toEqual([
      "PASSWORD_TOO_OBVIOUS password",
    ]);
    expect(codes(await activate({ token, ...own, username: "ada" }))).toEqual(["USERNAME_TAKEN username"]);
    expect(codes(await activate({ token, ...own }))).toEqual([]);
    expect(await stored(user.id)).toMatchObject({
      firstName: "Bö",
      lastName: "Öz",
      username: "bo.oz",
      firstKey: "bo",
      lastKey: "oz",
    });
  });

  it("gives a username to one of ten who want it at once, and tells the others", async () => {
    const links = await Promise.all(Array.from({ length: 10 }, () => someone({ username: null })));
    const payloads = await Promise.all(links.map(({ token }) => activate({ token, username: "wanted" })));
    expect(payloads.filter(({ viewer }) => viewer)).toHaveLength(1);
    expect(payloads.filter((payload) => codes(payload).join() === "USERNAME_TAKEN username")).toHaveLength(9);
  }, 60_000);

  it("is refused while all seats are taken, and works once one is free (F66)", async () => {
    const { user, token } = await someone();
    const seats = await usedSeats();
    await setSeats(seats);
    expect(codes(await activate({ token }))).toEqual(["SEAT_LIMIT_REACHED token"]);
    expect(await stored(user.id)).toEqual({ ...user, attention: "SEAT_LIMIT" });
    expect((await preview(token)).state).toBe("VALID");
    await setSeats(seats + 1);
    expect(codes(await activate({ token }))).toEqual([]);
    await setSeats(null);
  });

  it("takes no second seat for who has one since the creation, and keeps what they are billed from (F66)", async () => {
    const billedFrom = new Date("2026-11-01T00:00:00.000Z");
    const { user, token } = await someone({
      hasSeat: true,
      billedFrom,
      credential: "PASSWORD",
      passwordHash: await hashPassword("a password that was told"),
      temporaryUntil: new Date(test.clock.now().getTime() + hours(48)),
    });
    const seats = await usedSeats();
    await setSeats(seats);
    expect(codes(await activate({ token, password: "a password that was told" }))).toEqual([
      "PASSWORD_UNCHANGED password",
    ]);
    expect(codes(await activate({ token }))).toEqual([]);
    expect(await usedSeats()).toBe(seats);
    expect(await stored(user.id)).toMatchObject({ status: "ACTIVE", hasSeat: true, billedFrom, temporaryUntil: null });
    await setSeats(null);
  });

  it("answers for each dead link what became of it", async () => {
    const replaced = await someone();
    await change(replaced.user.id, { generation: 2 });
    const closed = await someone();
    await change(closed.user.id, { status: "DEACTIVATED" });
    const gone = await someone();
    await test.app.db.tx((tx) => tx.delete(User, { id: gone.user.id }));
    const expected = [
      [replaced.token, "REPLACED"],
      [closed.token, "CANCELLED"],
      [gone.token, "CANCELLED"],
      [closed.token.slice(1), "INVALID"],
    ] as const;
    for (const [token, state] of expected) {
      expect(await preview(token)).toMatchObject({ state, emailMasked: null, firstName: null, needs: [] });
      expect(codes(await activate({ token }))).toEqual([`LINK_${state} token`]);
      expect(codes(await new Browser(test).change("reportLinkOpened", { token }))).toEqual([`LINK_${state} token`]);
    }
  });

  it("takes no link that was made for something else", async () => {
    const invited = await anInvitationLink(test.app, { workspaceId, inviterId: founder.id, email: "else@x.org" });
    const reset = { workspaceId, purpose: "PASSWORD_RESET", subjectId: founder.id, generation: 1 } as const;
    const expiresAt = new Date(test.clock.now().getTime() + hours(1));
    const [resetToken] = await test.app.db.tx((tx) => makeLinks(tx, test.app, [{ ...reset, expiresAt }]));
    for (const token of [invited.token, resetToken]) {
      expect((await preview(token as string)).state).toBe("VALID");
      expect(codes(await activate({ token, firstName: "Eve", lastName: "Eve", username: "eve" }))).toEqual([
        "LINK_INVALID token",
      ]);
    }
    const { token } = await someone();
    const form = { token, firstName: "Eve", lastName: "Eve", username: "eve", password };
    expect(codes(await new Browser(test).change("acceptInvitation", form))).toEqual(["LINK_INVALID token"]);
  });

  it("refuses who is signed in as someone else", async () => {
    const { token } = await someone();
    const browser = new Browser(test);
    await browser.change("signIn", { login: "ada", password: founderPassword });
    expect(await preview(token, browser)).toMatchObject({ state: "VALID", viewerIsOther: true });
    expect(codes(await activate({ token }, browser))).toEqual(["WRONG_ACCOUNT token"]);
  });

  it("notes only a person's first touch (F20)", async () => {
    const { user, token } = await someone();
    await preview(token);
    expect((await stored(user.id)).openedAt).toBeNull();
    const first = test.clock.now();
    await new Browser(test).change("reportLinkOpened", { token });
    test.clock.forward(1_000);
    await new Browser(test).change("reportLinkOpened", { token });
    expect(await stored(user.id)).toEqual({ ...user, openedAt: first });
  });
});
