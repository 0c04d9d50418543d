import { In } from "typeorm";
import { AuditEventRow } from "../audit/audit-event.entity.js";
import { bulkInsert } from "../db/bulk-insert.js";
import { newId } from "../db/ids.js";
import { Link } from "../links/link.entity.js";
import { OutboxMail } from "../mail/outbox-mail.entity.js";
import { Task } from "../tasks/task.entity.js";
import { makeTaskWorker } from "../tasks/task-worker.js";
import { anInvitationLink } from "../testing/an-invitation-link.js";
import { aFounder, Browser } from "../testing/browser.js";
import { anInvitation, aUser } from "../testing/rows.js";
import { signedInAs } from "../testing/signed-in-as.js";
import { aRunningApp, hours, type TestApp } from "../testing/start-app.js";
import { User } from "../users/user.entity.js";
import { Invitation } from "./invitation.entity.js";
import { invitationTaskKinds } from "./invitation-action.js";
import { InvitationGroup } from "./invitation-group.entity.js";

const codes = (payload: { userErrors: { code: string; path: string[] }[] }) =>
  payload.userErrors.map(({ code, path }) => [code, ...path].join(" "));

const linkState = async (test: TestApp, token: string) =>
  (await new Browser(test).ask("query ($token: String!) { linkPreview(token: $token) { state } }", { token })).data
    .linkPreview.state;

describe("cancelling and resending", () => {
  const test = aRunningApp();
  let founder: Browser;
  let workspaceId: string;
  let people = 0;

  beforeAll(async () => {
    founder = await aFounder(test);
    ({ workspaceId } = await test.app.db.read.findOneByOrFail(User, { userType: "FOUNDER" }));
  });

  const someone = (given: Partial<Invitation> = {}) =>
    anInvitationLink(test.app, { workspaceId, email: `person${++people}@x.org`, ...given });
  const stored = (id: string) => test.app.db.read.findOneByOrFail(Invitation, { id });
  const act = (operation: "cancelInvitations" | "resendInvitations", selection: object, browser = founder) =>
    browser.change(operation, selection as Record<string, unknown>, "affected task { id status done refused total }");
  const expired = () => ({ createdAt: new Date(test.clock.now().getTime() - hours(200)) });

  it("cancels pending and expired ones, and their links die (F15)", async () => {
    const [pending, late] = [await someone(), await someone(expired())];
    const payload = await act("cancelInvitations", { ids: [pending.invitation.id, late.invitation.id.toUpperCase()] });
    expect(payload).toEqual({ affected: 2, task: null, userErrors: [] });
    for (const { invitation, token } of [pending, late]) {
      expect(await stored(invitation.id)).toMatchObject({ status: "CANCELLED", openKey: null });
      expect(await linkState(test, token)).toBe("CANCELLED");
    }
    expect(await act("cancelInvitations", { ids: [pending.invitation.id] })).toMatchObject({
      affected: 0,
      userErrors: [],
    });
    const again = await someone({ email: pending.invitation.email });
    expect(await linkState(test, again.token)).toBe("VALID");
  });

  it("refuses what is closed, at its place, and does the others (F15, F16)", async () => {
    const [open, accepted, cancelled] = [
      await someone(),
      await someone({ status: "ACCEPTED" }),
      await someone({ status: "CANCELLED" }),
    ];
    const ids = [open, accepted, cancelled].map(({ invitation }) => invitation.id);
    const resent = await act("resendInvitations", { ids });
    expect(resent.affected).toBe(1);
    expect(codes(resent).sort()).toEqual(["INVITATION_CLOSED ids 1", "INVITATION_CLOSED ids 2"]);
    const gone = await act("cancelInvitations", { ids });
    expect(gone.affected).toBe(1);
    expect(codes(gone)).toEqual(["INVITATION_CLOSED ids 1"]);
  });

  it("resends: a new link, expiry and mail, and the old link dies (F16)", async () => {
    const { invitation, token } = await someone({ ...expired(), lifetimeHours: 48, sentCount: 1, language: "fr" });
    const short = await someone({ lifetimeHours: 1 });
    expect(await linkState(test, token)).toBe("EXPIRED");
    const payload = await act("resendInvitations", { ids: [invitation.id, invitation.id, short.invitation.id] });
    expect(payload).toEqual({ affected: 2, task: null, userErrors: [] });
    const now = test.clock.now();
    expect(await stored(invitation.id)).toMatchObject({
      status: "PENDING",
      generation: 2,
      sentCount: 2,
      lastSentAt: now,
      expiresAt: new Date(now.getTime() + hours(48)),
      createdAt: invitation.createdAt,
    });
    expect((await stored(short.invitation.id)).expiresAt).toEqual(new Date(now.getTime() + hours(1)));
    expect(await linkState(test, token)).toBe("REPLACED");
    const links = await test.app.db.read.findBy(Link, { subjectId: invitation.id, generation: 2 });
    expect(links.map(({ expiresAt }) => expiresAt)).toEqual([new Date(now.getTime() + hours(48))]);
    const mails = await test.app.db.read.findBy(OutboxMail, { subjectId: invitation.id });
    expect(mails).toMatchObject([{ kind: "invitation", generation: 2, toAddress: invitation.email, language: "fr" }]);
  });

  it("does all that match, when as many match as were confirmed (F16)", async () => {
    const importId = newId();
    const made = [
      await someone({ importId }),
      await someone({ importId }),
      await someone({ importId, status: "ACCEPTED" }),
    ];
    const filter = { importId, search: "PERSON" };
    const changed = await act("resendInvitations", { filter, expectedCount: 2 });
    expect(codes(changed)).toEqual(["SELECTION_CHANGED expectedCount"]);
    expect(codes(await act("resendInvitations", { filter }))).toEqual(["SELECTION_CHANGED expectedCount"]);
    for (const { invitation } of made) expect((await stored(invitation.id)).generation).toBe(1);
    const { data } = await founder.ask("query ($filter: InvitationFilter) { countInvitations(filter: $filter) }", {
      filter,
    });
    expect(data.countInvitations).toBe(3);
    const payload = await act("resendInvitations", { filter, expectedCount: 3 });
    expect(payload.affected).toBe(2);
    expect(codes(payload)).toEqual(["INVITATION_CLOSED filter"]);
  });

  it("says what is wrong with a selection", async () => {
    expect(codes(await act("cancelInvitations", {}))).toEqual(["REQUIRED ids"]);
    expect(codes(await act("cancelInvitations", { ids: [] }))).toEqual(["REQUIRED ids"]);
    expect(codes(await act("cancelInvitations", { ids: [newId()], filter: {} }))).toEqual(["MALFORMED filter"]);
    const many = Array.from({ length: 1_001 }, newId);
    expect(codes(await act("cancelInvitations", { ids: many }))).toEqual(["OUT_OF_RANGE ids"]);
  });

  it("touches nothing of another workspace, and does not tell that it exists", async () => {
    const foreign = await someone({ workspaceId: newId() });
    const own = await someone();
    for (const id of [foreign.invitation.id, newId(), "1", "' OR 1 = 1"]) {
      for (const operation of ["cancelInvitations", "resendInvitations"] as const) {
        await expect(act(operation, { ids: [own.invitation.id, id] })).rejects.toThrow("NOT_FOUND");
      }
      await expect(founder.change("copyInvitationLink", { invitationId: id }, "link")).rejects.toThrow("NOT_FOUND");
      const { errors } = await founder.ask("query ($id: ID!) { invitation(id: $id) { id } }", { id });
      expect(errors?.[0]?.extensions.code).toBe("NOT_FOUND");
    }
    expect(await stored(own.invitation.id)).toMatchObject({ status: "PENDING", generation: 1 });
    expect(await stored(foreign.invitation.id)).toMatchObject({ status: "PENDING", generation: 1 });
  });

  it("is for those who may add people", async () => {
    const { invitation } = await someone();
    const member = await signedInAs(test, aUser({ workspaceId, email: "member@x.org" }));
    for (const browser of [member, new Browser(test)]) {
      const code = browser === member ? "FORBIDDEN" : "UNAUTHENTICATED";
      await expect(act("cancelInvitations", { ids: [invitation.id] }, browser)).rejects.toThrow(code);
      await expect(act("resendInvitations", { ids: [invitation.id] }, browser)).rejects.toThrow(code);
      await expect(browser.change("copyInvitationLink", { invitationId: invitation.id }, "link")).rejects.toThrow(code);
      const { errors } = await browser.ask("{ invitations { totalCount } }");
      expect(errors?.[0]?.extensions.code).toBe(code);
    }
  });

  it("copies a further link with the same expiry, while the others stay alive (F13)", async () => {
    const { invitation, token } = await someone();
    test.clock.forward(1_000);
    const payload = await founder.change("copyInvitationLink", { invitationId: invitation.id }, "link expiresAt");
    expect(payload).toEqual({
      link: expect.stringMatching(/^http:\/\/.+\/join#[\w-]{43}$/),
      expiresAt: invitation.expiresAt.toISOString(),
      userErrors: [],
    });
    expect(await linkState(test, payload.link.split("#")[1])).toBe("VALID");
    expect(await linkState(test, token)).toBe("VALID");
    const events = await test.app.db.read.findBy(AuditEventRow, { subjectId: invitation.id });
    expect(events.map(({ type }) => type)).toEqual(["invitation_link_copied"]);
  });

  it("copies no link of an invitation that is closed or expired", async () => {
    const copy = async (given: Partial<Invitation>) => {
      const { invitation } = await someone(given);
      return codes(await founder.change("copyInvitationLink", { invitationId: invitation.id }, "link"));
    };
    expect(await copy({ status: "ACCEPTED" })).toEqual(["INVITATION_CLOSED invitationId"]);
    expect(await copy({ status: "CANCELLED" })).toEqual(["INVITATION_CLOSED invitationId"]);
    expect(await copy(expired())).toEqual(["LINK_EXPIRED invitationId"]);
  });

  it("gives nobody a link to more than they could grant (F57)", async () => {
    const helper = await signedInAs(test, aUser({ workspaceId, email: "helper@x.org" }), ["USER_REGISTRATION"]);
    const copy = async ({ id }: Invitation) =>
      codes(await helper.change("copyInvitationLink", { invitationId: id }, "link"));
    const plain = await someone();
    const administrator = await someone({ userType: "ADMINISTRATOR" });
    const coach = await someone();
    await test.app.db.tx((tx) =>
      bulkInsert(tx, InvitationGroup, [
        { workspaceId, invitationId: coach.invitation.id, groupId: newId(), role: "COACH" },
      ]),
    );
    expect(await copy(plain.invitation)).toEqual([]);
    expect(await copy(administrator.invitation)).toEqual(["NOT_ALLOWED invitationId"]);
    expect(await copy(coach.invitation)).toEqual(["NOT_ALLOWED invitationId"]);
  });
});

describe("a large selection", () => {
  const test = aRunningApp();
  let founder: Browser;
  let founderId: string;
  let workspaceId: string;

  beforeAll(async () => {
    founder = await aFounder(test);
    ({ id: founderId, workspaceId } = await test.app.db.read.findOneByOrFail(User, { userType: "FOUNDER" }));
  });

  const invite = async (count: number, given: Partial<Invitation> = {}) => {
    const importId = newId();
    const rows = Array.from({ length: count }, (_, i) =>
      anInvitation({ workspaceId, importId, email: `${i}@${importId}.org`, createdAt: test.clock.now(), ...given }),
    );
    await test.app.db.tx((tx) => bulkInsert(tx, Invitation, rows));
    return { importId, rows };
  };
  const read = async (id: string, browser = founder) =>
    browser.ask("query ($id: ID!) { task(id: $id) { id status done refused total downloadUrl } }", { id });
  const finished = async (id: string) => {
    for (;;) {
      const { data } = await read(id);
      if (data.task.status !== "RUNNING") return data.task;
      test.app.jobs.wake("tasks");
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  const pending = (importId: string) => test.app.db.read.countBy(Invitation, { importId, status: "PENDING" });

  it("is cancelled in the background, with its progress for who began it", async () => {
    const { importId } = await invite(1_203);
    await test.app.db.tx(async (tx) => {
      const some = await tx.find(Invitation, { where: { importId }, take: 3 });
      await tx.update(Invitation, { id: In(some.map(({ id }) => id)) }, { status: "ACCEPTED", openKey: null });
    });
    const filter = { importId };
    const payload = await founder.change(
      "cancelInvitations",
      { filter, expectedCount: 1_203 },
      "affected task { id status done refused total }",
    );
    expect(payload).toMatchObject({ affected: 0, task: { status: "RUNNING", total: 1_203 }, userErrors: [] });
    expect(await finished(payload.task.id)).toEqual({
      id: payload.task.id,
      status: "DONE",
      done: 1_200,
      refused: 3,
      total: 1_203,
      downloadUrl: null,
    });
    expect(await pending(importId)).toBe(0);
    const other = await signedInAs(test, aUser({ workspaceId, email: "b@x.org", userType: "ADMINISTRATOR" }));
    expect((await read(payload.task.id, other)).errors?.[0]?.extensions.code).toBe("NOT_FOUND");
  });

  it("is resent in the background: one link and one mail each", async () => {
    const { importId, rows } = await invite(620, { createdAt: new Date(test.clock.now().getTime() - hours(500)) });
    const filter = { importId, statuses: ["EXPIRED"] };
    const payload = await founder.change("resendInvitations", { filter, expectedCount: 620 }, "task { id }");
    expect(await finished(payload.task.id)).toMatchObject({ status: "DONE", done: 620, refused: 0 });
    const renewed = await test.app.db.read.findBy(Invitation, { importId });
    expect(new Set(renewed.map(({ generation, sentCount }) => `${generation} ${sentCount}`))).toEqual(new Set(["2 1"]));
    const ids = rows.map(({ id }) => id);
    expect(await test.app.db.read.countBy(Link, { subjectId: In(ids) })).toBe(620);
    expect(await test.app.db.read.countBy(OutboxMail, { subjectId: In(ids) })).toBe(620);
  });

  it("works by ids too", async () => {
    const { rows } = await invite(700);
    const payload = await founder.change("cancelInvitations", { ids: rows.map(({ id }) => id) }, "task { id }");
    expect(await finished(payload.task.id)).toMatchObject({ status: "DONE", done: 700, refused: 0, total: 700 });
  });

  /** A worker of the test's own, and a task that the server's worker cannot take: it is leased to somebody else. */
  const leasedTask = async (importId: string, given: Partial<Task> = {}) => {
    const task: Task = {
      id: newId(),
      workspaceId,
      createdById: founderId,
      kind: "cancel_invitations",
      selection: { filter: { importId }, upTo: newId() },
      options: {},
      state: "RUNNING",
      total: 1_100,
      done: 0,
      refused: 0,
      cursor: null,
      attempts: 0,
      leaseUntil: new Date(test.clock.now().getTime() + 30_000),
      leaseOwner: newId(),
      createdAt: test.clock.now(),
      finishedAt: null,
      ...given,
    };
    await test.app.db.tx((tx) => bulkInsert(tx, Task, [task]));
    return task;
  };

  it("goes on where a killed worker left it, and does nothing twice", async () => {
    const { importId, rows } = await invite(1_100);
    const sorted = rows.map(({ id }) => id).sort();
    const task = await leasedTask(importId, { cursor: sorted[499] as string, done: 500 });
    const worker = makeTaskWorker(test.app, invitationTaskKinds);
    const { signal } = new AbortController();
    expect(await worker.work(signal)).toBe(false);
    test.clock.forward(30_000);
    expect(await finished(task.id)).toMatchObject({ status: "DONE", done: 1_100, refused: 0 });
    // what the killed one had done was not done again
    expect(await pending(importId)).toBe(500);
  });

  it("stops between two steps when the server stops, and another worker takes over at once", async () => {
    const { importId } = await invite(1_100);
    const task = await leasedTask(importId, { leaseUntil: test.clock.now() });
    const stopping = new AbortController();
    const kinds = invitationTaskKinds.map((kind) => ({
      ...kind,
      apply: (...args: Parameters<typeof kind.apply>) => {
        stopping.abort();
        return kind.apply(...args);
      },
    }));
    await makeTaskWorker(test.app, kinds).work(stopping.signal);
    const stopped = await test.app.db.read.findOneByOrFail(Task, { id: task.id });
    expect(stopped).toMatchObject({ state: "RUNNING", done: 500, leaseOwner: null, leaseUntil: null });
    expect(await finished(task.id)).toMatchObject({ status: "DONE", done: 1_100 });
    expect(await pending(importId)).toBe(0);
  });

  it("is one worker's at a time, and a step that two try is done once", async () => {
    const { importId } = await invite(1_100);
    const task = await leasedTask(importId, { leaseUntil: test.clock.now() });
    const workers = Array.from({ length: 4 }, () => makeTaskWorker(test.app, invitationTaskKinds));
    const { signal } = new AbortController();
    await Promise.all(workers.map((worker) => worker.work(signal)));
    expect(await finished(task.id)).toMatchObject({ status: "DONE", done: 1_100, refused: 0 });
  });

  it("ends as FAILED once who began it lost the right, and what was done stays done", async () => {
    const { importId } = await invite(600);
    const user = aUser({ workspaceId, email: "c@x.org", status: "DEACTIVATED", userType: "ADMINISTRATOR" });
    await test.app.db.tx((tx) => bulkInsert(tx, User, [user]));
    const task = await leasedTask(importId, { createdById: user.id, leaseUntil: test.clock.now() });
    await makeTaskWorker(test.app, invitationTaskKinds).work(new AbortController().signal);
    expect(await test.app.db.read.findOneByOrFail(Task, { id: task.id })).toMatchObject({ state: "FAILED", done: 0 });
    expect(await pending(importId)).toBe(600);
  });

  it("is given up when it fails again and again", async () => {
    const { importId } = await invite(600);
    const task = await leasedTask(importId, { leaseUntil: new Date(0), attempts: 5 });
    await makeTaskWorker(test.app, invitationTaskKinds).work(new AbortController().signal);
    expect(await test.app.db.read.findOneByOrFail(Task, { id: task.id })).toMatchObject({ state: "FAILED" });
  });

  it("leaves out who came after it was confirmed", async () => {
    const { importId } = await invite(600);
    const task = await leasedTask(importId, { leaseUntil: new Date(0) });
    const late = anInvitation({ workspaceId, importId, email: "late@x.org", createdAt: test.clock.now() });
    await test.app.db.tx((tx) => bulkInsert(tx, Invitation, [late]));
    await makeTaskWorker(test.app, invitationTaskKinds).work(new AbortController().signal);
    expect(await finished(task.id)).toMatchObject({ status: "DONE", done: 600 });
    expect((await test.app.db.read.findOneByOrFail(Invitation, { id: late.id })).status).toBe("PENDING");
  });
});

describe("without mail", () => {
  const test = aRunningApp({ INBOX: "off" });

  it("renews a link but claims no mail, and the link is copied by hand (F13)", async () => {
    const founder = await aFounder(test);
    const { workspaceId } = await test.app.db.read.findOneByOrFail(User, { userType: "FOUNDER" });
    expect(test.app.config.mail.delivery).toBe("NONE");
    const { invitation, token } = await anInvitationLink(test.app, { workspaceId, email: "ann@x.org" });
    const payload = await founder.change("resendInvitations", { ids: [invitation.id] }, "affected");
    expect(payload.affected).toBe(1);
    expect(await test.app.db.read.findOneByOrFail(Invitation, { id: invitation.id })).toMatchObject({
      generation: 2,
      sentCount: 0,
      lastSentAt: null,
    });
    expect(await test.app.db.read.count(OutboxMail)).toBe(0);
    expect(await linkState(test, token)).toBe("REPLACED");
    const { link } = await founder.change("copyInvitationLink", { invitationId: invitation.id }, "link");
    expect(await linkState(test, link.split("#")[1])).toBe("VALID");
  });
});
