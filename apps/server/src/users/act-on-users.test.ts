import { AuditEventRow } from "../audit/audit-event.entity.js";
import { bulkInsert } from "../db/bulk-insert.js";
import { newId } from "../db/ids.js";
import { GroupMember } from "../groups/group-member.entity.js";
import { enqueueMail } from "../mail/enqueue-mail.js";
import { OutboxMail } from "../mail/outbox-mail.entity.js";
import { addedToGroupsMail } from "../people/added-to-groups-mail.js";
import { KnownDevice } from "../sessions/known-device.entity.js";
import { Session } from "../sessions/session.entity.js";
import { Task } from "../tasks/task.entity.js";
import { aBrowserOf, aSignedInUser } from "../testing/a-signed-in-user.js";
import { anActivationLink } from "../testing/an-activation-link.js";
import { aFounder, Browser } from "../testing/browser.js";
import { aUser } from "../testing/rows.js";
import { aRunningApp } from "../testing/start-app.js";
import { until } from "../testing/until.js";
import { WorkspaceSeats } from "../workspaces/workspace-seats.entity.js";
import { User } from "./user.entity.js";

const codes = (payload: { userErrors: { code: string; path: string[] }[] }) =>
  payload.userErrors.map(({ code, path }) => [code, ...path].join(" "));

describe("acting on several users (F46, F49)", () => {
  const test = aRunningApp();
  let founder: Browser;
  let founderRow: User;
  let people = 0;

  beforeAll(async () => {
    founder = await aFounder(test);
    founderRow = await test.app.db.read.findOneByOrFail(User, { userType: "FOUNDER" });
  });

  const stored = (id: string) => test.app.db.read.findOneByOrFail(User, { id });
  const used = async () => (await test.app.db.read.findOneByOrFail(WorkspaceSeats, {})).used;
  const act = (operation: string, input: object, browser = founder) =>
    browser.change(operation, input as Record<string, unknown>, "affected task { id total }");
  /** Rows with the seats that they take. */
  async function some(count: number, given: Partial<User> = {}): Promise<User[]> {
    const { workspaceId } = founderRow;
    const users = Array.from({ length: count }, () => {
      const email = `person${++people}@x.org`;
      return aUser({ workspaceId, email, createdAt: test.clock.now(), ...given });
    });
    await test.app.db.tx(async (tx) => {
      await bulkInsert(tx, User, users);
      const seats = users.filter(({ hasSeat }) => hasSeat).length;
      await tx.increment(WorkspaceSeats, { workspaceId }, "used", seats);
    });
    return users;
  }
  const ids = (users: readonly User[]) => users.map(({ id }) => id);

  it("closes an account at once: sessions, browsers, links, mails, seat (F49, F66)", async () => {
    const [lea] = await some(1);
    const user = lea as User;
    const browser = await aBrowserOf(test, user);
    const pending = await anActivationLink(test.app, { workspaceId: user.workspaceId, email: "late@x.org" });
    await test.app.db.tx((tx) => enqueueMail(tx, { ...test.app, clock: later }, addedToGroupsMail(user)));
    const before = await used();
    const payload = await act("deactivateUsers", { ids: [user.id, pending.user.id] });
    expect(payload).toEqual({ affected: 2, task: null, userErrors: [] });
    expect((await browser.ask("{ viewer { user { id } } }")).data.viewer).toBeNull();
    for (const table of [Session, KnownDevice]) {
      expect(await test.app.db.read.countBy(table, { userId: user.id })).toBe(0);
    }
    expect(await stored(user.id)).toMatchObject({ status: "DEACTIVATED", hasSeat: false, generation: 2 });
    expect(await used()).toBe(before - 1);
    const state = await new Browser(test).ask("query ($token: String!) { linkPreview(token: $token) { state } }", {
      token: pending.token,
    });
    expect(state.data.linkPreview.state).toBe("CANCELLED");
    const mails = await test.app.db.read.findBy(OutboxMail, { subjectId: user.id });
    expect(mails).toMatchObject([{ state: "SUPPRESSED", serverAnswer: "The account was closed." }]);
    expect(await act("deactivateUsers", { ids: [user.id] })).toMatchObject({ affected: 0, userErrors: [] });
    expect(await used()).toBe(before - 1);
  });

  /** Due when the test is over: nothing sends the mail meanwhile. */
  const later = { now: () => new Date(test.clock.now().getTime() + 3_600_000) };

  it.each(["deactivateUsers", "deleteUsers"])("never does it to the founder nor to oneself: %s (F53)", async (verb) => {
    const { user, browser } = await aSignedInUser(test, { email: `${verb}@x.org`, userType: "ADMINISTRATOR" });
    const [other] = await some(1);
    const chosen = [founderRow.id, user.id, (other as User).id];
    const payload = await act(verb, { ids: chosen }, browser);
    expect(payload.affected).toBe(1);
    expect(codes(payload).sort()).toEqual(["NOT_ONESELF ids 1", "NOT_THE_FOUNDER ids 0"]);
    expect(await stored(founderRow.id)).toMatchObject({ status: "ACTIVE" });
    expect(await stored(user.id)).toMatchObject({ status: "ACTIVE" });
    const all = await founder.ask("{ countUsers }");
    const everyone = { filter: {}, expectedCount: all.data.countUsers };
    const named = await act("reactivateUsers", everyone, browser);
    expect(codes(named)).toEqual(["NOT_THE_FOUNDER filter"]);
  });

  it("opens closed accounts as they were, links stay dead (F49)", async () => {
    const [active, fresh, told] = [
      ...(await some(1, { status: "DEACTIVATED" })),
      ...(await some(1, { status: "DEACTIVATED", activatedAt: null, credential: "ACTIVATION_LINK" })),
      ...(await some(1, { status: "DEACTIVATED", activatedAt: null, passwordHash: "hash", credential: "PASSWORD" })),
    ] as [User, User, User];
    const before = await used();
    const payload = await act("reactivateUsers", { ids: ids([active, fresh, told]) });
    expect(payload).toEqual({ affected: 3, task: null, userErrors: [] });
    expect(await stored(active.id)).toMatchObject({ status: "ACTIVE", hasSeat: true, billedFrom: test.clock.now() });
    expect(await stored(fresh.id)).toMatchObject({ status: "PENDING", hasSeat: false });
    expect(await stored(told.id)).toMatchObject({ status: "PENDING", hasSeat: true });
    expect(await used()).toBe(before + 2);
  });

  it("shows no end of a link that died with the account's closing (F24, F49)", async () => {
    const { user } = await anActivationLink(test.app, {
      workspaceId: founderRow.workspaceId,
      email: `person${++people}@x.org`,
      attention: "NEW_LINK_ASKED",
      newLinkAskedAt: test.clock.now(),
    });
    await act("deactivateUsers", { ids: [user.id] });
    await act("reactivateUsers", { ids: [user.id] });
    expect(await stored(user.id)).toMatchObject({ status: "PENDING", activationExpiresAt: null, newLinkAskedAt: null });
  });

  it("gives the last seats to the first, refuses the others, and never exceeds the limit (F66)", async () => {
    const limit = (seatLimit: number | null) =>
      test.app.db.tx((tx) => tx.update(WorkspaceSeats, { workspaceId: founderRow.workspaceId }, { seatLimit }));
    const closed = await some(6, { status: "DEACTIVATED" });
    const top = (await used()) + 3;
    await limit(top);
    const halves = [closed.slice(0, 4), closed.slice(2)].map((part) => act("reactivateUsers", { ids: ids(part) }));
    const payloads = await Promise.all(halves);
    expect(await used()).toBe(top);
    expect(payloads[0].affected + payloads[1].affected).toBe(3);
    const refused = payloads.flatMap(codes);
    expect(refused.length).toBeGreaterThanOrEqual(3);
    expect(new Set(refused.map((code) => code.replace(/ .*/, "")))).toEqual(new Set(["SEAT_LIMIT_REACHED"]));
    await limit(null);
  });

  it("sets label, language, deletion date and groups for all selected, told to who is active (F46)", async () => {
    const [lea, mona] = (await some(2, { labelId: newId() })) as [User, User];
    const [late] = (await some(1, { status: "PENDING", hasSeat: false, activatedAt: null })) as [User];
    const selection = { ids: [...ids([lea, mona, late]), founderRow.id] };
    const set = { label: "New", language: "fr", deletionDate: "2027-01-31", addGroups: [group], createMissing: true };
    const payload = await act("updateUsers", { selection, ...set });
    expect(payload.affected).toBe(3);
    expect(codes(payload)).toEqual(["NOT_THE_FOUNDER selection ids 3"]);
    for (const { id } of [lea, mona, late]) {
      expect(await stored(id)).toMatchObject({ language: "fr", deletionDate: "2027-01-31" });
      expect(await test.app.db.read.countBy(GroupMember, { userId: id, role: "COACH" })).toBe(1);
    }
    const told = async (id: string) => test.app.db.read.countBy(OutboxMail, { subjectId: id });
    expect([await told(lea.id), await told(late.id)]).toEqual([1, 0]);
    const again = { ...set, deletionDate: null, createMissing: false };
    expect(await act("updateUsers", { selection: { ids: [lea.id] }, ...again })).toMatchObject({ affected: 1 });
    expect(await act("updateUsers", { selection: { ids: [lea.id] }, ...again })).toMatchObject({ affected: 0 });
    expect((await stored(lea.id)).deletionDate).toBeNull();
  });
  const group = { group: "Pilot", role: "coach" };

  it("refuses what is wrong before anything is done", async () => {
    const [lea] = (await some(1)) as [User];
    const selection = { ids: [lea.id] };
    const wrong = { label: "Unknown", addGroups: [{ group: "Nowhere", role: "coach" }] };
    expect(codes(await act("updateUsers", { selection, ...wrong }))).toEqual([
      "UNKNOWN_LABEL label",
      "UNKNOWN_GROUP addGroups 0 group",
    ]);
    expect(codes(await act("updateUsers", { selection, language: null, deletionDate: "soon" })).sort()).toEqual([
      "DATE_MALFORMED deletionDate",
      "REQUIRED language",
    ]);
    const changed = { selection: { filter: {}, expectedCount: 1 }, label: null };
    expect(codes(await act("updateUsers", changed))).toEqual(["SELECTION_CHANGED selection expectedCount"]);
  });

  it("goes on in the background when they are many, counts and records each (F46)", async () => {
    const importId = newId();
    const many = await some(1_100, { importId });
    const before = await used();
    const payload = await act("deactivateUsers", { filter: { importId }, expectedCount: many.length });
    expect(payload).toMatchObject({ affected: 0, task: { total: 1_100 } });
    const task = await ended(payload.task.id);
    expect(task).toMatchObject({ state: "DONE", done: 1_100, refused: 0 });
    expect(await used()).toBe(before - 1_100);
    expect(await test.app.db.read.countBy(User, { importId, status: "DEACTIVATED" })).toBe(1_100);
    const recorded = { type: "user_deactivated", subjectId: (many[7] as User).id, actorId: founderRow.id };
    expect(await test.app.db.read.countBy(AuditEventRow, recorded)).toBe(1);

    const gone = await act("deleteUsers", { filter: { importId }, expectedCount: many.length });
    expect(await ended(gone.task.id)).toMatchObject({ state: "DONE", done: 1_100 });
    expect(await test.app.db.read.countBy(User, { importId })).toBe(0);
    expect(await used()).toBe(before - 1_100);
  });

  const ended = (id: string) =>
    until(
      () => test.app.db.read.findOneByOrFail(Task, { id }),
      ({ state }) => state !== "RUNNING",
    );
});
