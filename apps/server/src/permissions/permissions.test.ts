import { type Permission, permissions } from "@usher/rules/permissions";
import { AuditEventRow } from "../audit/audit-event.entity.js";
import { OutboxMail } from "../mail/outbox-mail.entity.js";
import { hashPassword } from "../passwords/password-hash.js";
import { aBrowserOf, aSignedInUser } from "../testing/a-signed-in-user.js";
import { anActivationLink } from "../testing/an-activation-link.js";
import { anEmailChangeLink } from "../testing/an-email-change-link.js";
import { aFounder, Browser } from "../testing/browser.js";
import { aRunningApp, hours } from "../testing/start-app.js";
import { User } from "../users/user.entity.js";
import { Grant } from "./grant.entity.js";

const codes = (payload: { userErrors: { code: string; path: string[] }[] }) =>
  payload.userErrors.map(({ code, path }) => [code, ...path].join(" "));

const held = "user { permissions grants { permission createdAt grantedBy { firstName } } }";

describe("granting permissions", () => {
  const test = aRunningApp();
  let founder: Browser;
  let founderId: string;
  let people = 0;

  beforeAll(async () => {
    founder = await aFounder(test);
    founderId = (await test.app.db.read.findOneByOrFail(User, { userType: "FOUNDER" })).id;
  });

  const someone = (given: Partial<User> & { permissions?: Permission[] } = {}) =>
    aSignedInUser(test, { email: `someone${++people}@x.org`, ...given });
  const grant = ({ id: userId }: { id: string }, permission: Permission, browser = founder) =>
    browser.change("grantPermission", { userId, permission }, held);
  const revoke = ({ id: userId }: { id: string }, permission: Permission, browser = founder) =>
    browser.change("revokePermission", { userId, permission }, held);
  const stored = (id: string) => test.app.db.read.findOneByOrFail(User, { id });
  const grantsOf = (userId: string) => test.app.db.read.findBy(Grant, { userId });
  const audited = async ({ id: subjectId }: { id: string }) => {
    const events = await test.app.db.read.find(AuditEventRow, { where: { subjectId }, order: { id: "ASC" } });
    return events.map(({ type, actorId, details }) => ({ type, actorId, ...details }));
  };
  const mailsTo = async ({ id: subjectId }: { id: string }) => {
    const mails = await test.app.db.read.find(OutboxMail, { where: { subjectId }, order: { id: "ASC" } });
    return mails.map(({ kind }) => kind);
  };

  it.each([
    ["USER_REGISTRATION", "F54", ["openUserRegistration", "add", "invite"]],
    ["MANAGE_USERS", "F56", ["manageIdentities", "seeUsers"]],
  ] as const)(
    "opens what %s opens to the session that is under way, and closes it again (%s)",
    async (permission, _, opened) => {
      const { user, browser } = await someone();
      const may = async () => {
        const { data } = await browser.ask(`{ viewer { permissions can { ${opened.join(" ")} } } }`);
        return [data.viewer.permissions, new Set(Object.values(data.viewer.can))];
      };
      expect(await may()).toEqual([[], new Set([false])]);
      expect(codes(await grant(user, permission))).toEqual([]);
      expect(await may()).toEqual([[permission], new Set([true])]);
      expect(codes(await revoke(user, permission))).toEqual([]);
      expect(await may()).toEqual([[], new Set([false])]);
    },
  );

  it("opens bulk invitations to an administrator, who had the rest, and closes them again (F55)", async () => {
    const { user, browser } = await someone({ userType: "ADMINISTRATOR" });
    const invite = async () => {
      const input = { people: [{ email: `invited${++people}@x.org` }] };
      const { data, errors } = await browser.ask(
        "mutation ($input: BulkInviteInput!) { bulkInvite(input: $input) { results { outcome } userErrors { code } } }",
        { input },
      );
      return errors?.[0]?.extensions.code ?? data.bulkInvite.results[0].outcome;
    };
    expect(await invite()).toBe("FORBIDDEN");
    await grant(user, "CAN_BULK_INVITE");
    expect(await invite()).toBe("INVITED");
    await revoke(user, "CAN_BULK_INVITE");
    expect(await invite()).toBe("FORBIDDEN");
  });

  it("is told with since when and from whom, audited, and mailed to the person", async () => {
    const { user } = await someone();
    const createdAt = test.clock.now().toISOString();
    const { user: after } = await grant(user, "CAN_BULK_INVITE");
    expect(after).toEqual({
      permissions: ["CAN_BULK_INVITE"],
      grants: [{ permission: "CAN_BULK_INVITE", createdAt, grantedBy: { firstName: "Ada" } }],
    });
    expect(await revoke(user, "CAN_BULK_INVITE")).toMatchObject({ user: { permissions: [], grants: [] } });
    expect(await audited(user)).toEqual([
      { type: "permission_granted", actorId: founderId, permission: "CAN_BULK_INVITE" },
      { type: "permission_revoked", actorId: founderId, permission: "CAN_BULK_INVITE" },
    ]);
    expect(await mailsTo(user)).toEqual(["permission-granted:CAN_BULK_INVITE", "permission-revoked:CAN_BULK_INVITE"]);
    const { data } = await founder.ask("query ($id: ID!) { user(id: $id) { timeline { event mail { name } } } }", {
      id: user.id,
    });
    const story = data.user.timeline.map(({ event, mail }: never) => (mail ? (mail as { name: string }).name : event));
    expect(story).toEqual(expect.arrayContaining(["PERMISSION_GRANTED", "PERMISSION_REVOKED"]));
    expect(story.filter((name: string) => name.startsWith("PERMISSION"))).toHaveLength(4);
  });

  it("happens once, however often and at once it is asked for", async () => {
    const { user } = await someone();
    const many = Array.from({ length: 20 });
    const given = await Promise.all(many.map(() => grant(user, "USER_REGISTRATION")));
    expect(given.flatMap(codes)).toEqual([]);
    expect(given.map((payload) => payload.user.permissions)).toEqual(many.map(() => ["USER_REGISTRATION"]));
    const [first] = await grantsOf(user.id);
    test.clock.forward(hours(1));
    expect(codes(await grant(user, "USER_REGISTRATION"))).toEqual([]);
    expect(await grantsOf(user.id)).toEqual([first]);
    const taken = await Promise.all(many.map(() => revoke(user, "USER_REGISTRATION")));
    expect(taken.flatMap(codes)).toEqual([]);
    expect((await audited(user)).map(({ type }) => type)).toEqual(["permission_granted", "permission_revoked"]);
    expect(await mailsTo(user)).toHaveLength(2);
  });

  it("answers each of several in one request with what is held then", async () => {
    const { user } = await someone();
    const call = (name: string, operation: string, permission: Permission) =>
      `${name}: ${operation}(input: { userId: $id, permission: ${permission} }) { user { permissions } }`;
    const { data } = await founder.ask(
      `mutation ($id: ID!) { ${call("a", "grantPermission", "MANAGE_USERS")}
        ${call("b", "grantPermission", "USER_REGISTRATION")} ${call("c", "revokePermission", "MANAGE_USERS")} }`,
      { id: user.id },
    );
    expect([data.a, data.b, data.c].map((payload) => payload.user.permissions)).toEqual([
      ["MANAGE_USERS"],
      ["USER_REGISTRATION", "MANAGE_USERS"],
      ["USER_REGISTRATION"],
    ]);
  });

  it("is the founder's alone: an administrator with every permission gives none on, to nobody (F57)", async () => {
    const { user, browser } = await someone({ userType: "ADMINISTRATOR", permissions: [...permissions] });
    const other = await someone({ permissions: ["MANAGE_USERS"] });
    for (const whose of [user, other.user]) {
      await expect(grant(whose, "CAN_BULK_INVITE", browser)).rejects.toThrow("FORBIDDEN");
      await expect(revoke(whose, "MANAGE_USERS", browser)).rejects.toThrow("FORBIDDEN");
    }
    expect(await grantsOf(other.user.id)).toHaveLength(1);
  });

  it("refuses the founder, who holds all, and who is closed; from them it is taken (F53)", async () => {
    expect(codes(await grant({ id: founderId }, "CAN_BULK_INVITE"))).toEqual(["NOT_THE_FOUNDER userId"]);
    expect(codes(await revoke({ id: founderId }, "CAN_BULK_INVITE"))).toEqual(["NOT_THE_FOUNDER userId"]);
    expect(await grantsOf(founderId)).toEqual([]);
    const { user } = await someone({ status: "DEACTIVATED", permissions: ["CAN_BULK_INVITE"] });
    expect(codes(await grant(user, "MANAGE_USERS"))).toEqual(["USER_CLOSED userId"]);
    expect(codes(await revoke(user, "CAN_BULK_INVITE"))).toEqual([]);
    expect(await grantsOf(user.id)).toEqual([]);
    expect(await mailsTo(user)).toEqual([]);
    for (const id of ["no id", "019a0000-0000-7000-8000-000000000000"]) {
      await expect(grant({ id }, "MANAGE_USERS")).rejects.toThrow("NOT_FOUND");
      await expect(revoke({ id }, "MANAGE_USERS")).rejects.toThrow("NOT_FOUND");
    }
  });

  it("sends no mail to who has no address", async () => {
    const { user } = await someone({ email: null, username: "no.address" });
    expect(codes(await grant(user, "MANAGE_USERS"))).toEqual([]);
    expect(await mailsTo(user)).toEqual([]);
  });

  describe("to somebody who has not acted yet", () => {
    const preview = async (token: string) =>
      (await new Browser(test).ask("query ($token: String!) { linkPreview(token: $token) { state } }", { token })).data
        .linkPreview.state;
    const waiting = async (createdById: string, given: Partial<User> = {}) => {
      const { workspaceId } = await stored(founderId);
      return anActivationLink(test.app, { workspaceId, email: `waits${++people}@x.org`, createdById, ...given });
    };

    it("ends the links and passwords that others may know (F57)", async () => {
      const { user: maker } = await someone({ permissions: ["USER_REGISTRATION"] });
      const { user, token } = await waiting(maker.id);
      const told = await waiting(maker.id, { temporaryUntil: new Date(test.clock.now().getTime() + hours(48)) });
      expect(await preview(token)).toBe("VALID");
      expect(codes(await grant(user, "CAN_BULK_INVITE"))).toEqual([]);
      expect(codes(await grant(told.user, "CAN_BULK_INVITE"))).toEqual([]);
      expect(await preview(token)).not.toBe("VALID");
      expect(await stored(told.user.id)).toMatchObject({ status: "PENDING", temporaryUntil: test.clock.now() });
      expect(await mailsTo(user)).toEqual([]);
      const [results] = await Promise.all([founder.change("sendActivationEmails", { ids: [user.id] }, "affected")]);
      expect(results).toMatchObject({ affected: 1, userErrors: [] });
    });

    it("ends them whoever made the account: any administrator may have copied one (F57)", async () => {
      const { user, token } = await waiting(founderId);
      await grant(user, "CAN_BULK_INVITE");
      expect(await preview(token)).not.toBe("VALID");
    });
  });

  it("ends what an administrator may know of an account in use: a told password, a change of address (F57)", async () => {
    const password = "seven quiet lanterns";
    const temporaryUntil = new Date(test.clock.now().getTime() + hours(48));
    const told = await someone({ passwordHash: await hashPassword(password), temporaryUntil });
    const signIn = (login: string) => new Browser(test).change("signIn", { login, password }, "continueWith");
    expect(codes(await signIn(told.user.email as string))).toEqual([]);
    await grant(told.user, "MANAGE_USERS");
    expect(codes(await signIn(told.user.email as string))).toHaveLength(1);

    const moved = await someone();
    const token = await anEmailChangeLink(test.app, moved.user, "an.administrator@x.org");
    await grant(moved.user, "MANAGE_USERS");
    expect(codes(await new Browser(test).change("confirmEmailChange", { token }))).toEqual(["LINK_CANCELLED token"]);
    expect((await stored(moved.user.id)).email).toBe(moved.user.email);
    const own = await aBrowserOf(test, moved.user);
    expect((await own.ask("{ viewer { permissions } }")).data.viewer.permissions).toEqual(["MANAGE_USERS"]);
    expect((await moved.browser.ask("{ viewer { permissions } }")).data.viewer.permissions).toEqual(["MANAGE_USERS"]);
  });
});
