import { In } from "typeorm";
import { Invitation } from "../invitations/invitation.entity.js";
import { OutboxMail } from "../mail/outbox-mail.entity.js";
import { aSignedInUser } from "../testing/a-signed-in-user.js";
import { anActivationLink } from "../testing/an-activation-link.js";
import { anInvitationLink } from "../testing/an-invitation-link.js";
import { aFounder, Browser } from "../testing/browser.js";
import { aRunningApp, hours } from "../testing/start-app.js";
import { until } from "../testing/until.js";
import { User } from "../users/user.entity.js";

describe("the seats of a workspace (F66)", () => {
  const test = aRunningApp();
  let founderBrowser: Browser;
  let founder: User;
  let people = 0;

  beforeAll(async () => {
    founderBrowser = await aFounder(test);
    founder = await test.app.db.read.findOneByOrFail(User, { userType: "FOUNDER" });
  });

  const invited = (inviter: User = founder) =>
    anInvitationLink(test.app, {
      workspaceId: inviter.workspaceId,
      inviterId: inviter.id,
      email: `person${++people}@x.org`,
    });
  const created = () =>
    anActivationLink(test.app, {
      workspaceId: founder.workspaceId,
      email: `created${++people}@x.org`,
      firstName: "Lea",
      lastName: "Maes",
      createdById: founder.id,
    });
  const password = "twelve green bicycles";
  const accept = (token: string) => {
    const form = { token, firstName: "Ann", lastName: "Lee", username: `ann${++people}`, password };
    return new Browser(test).change("acceptInvitation", form, "viewer { user { id } }");
  };
  const activate = (token: string) =>
    new Browser(test).change("activateUser", { token, password }, "viewer { user { id } }");
  const setLimit = (seatLimit: number | null) => founderBrowser.change("updateWorkspace", { seatLimit });
  const seats = async () =>
    (await founderBrowser.ask("{ workspace { seats { used pending free limit } } }")).data.workspace.seats;
  const code = (payload: { userErrors: { code: string }[] }) => payload.userErrors[0]?.code ?? "in";
  const told = (user: User = founder) =>
    test.app.db.read.findBy(OutboxMail, { kind: "seat-limit-reached", subjectId: user.id });

  it("let exactly one of 50 at once take the last one, and tell the others and who invited them", async () => {
    const links = await Promise.all(Array.from({ length: 50 }, () => invited()));
    const { used } = await seats();
    await setLimit(used + 1);
    expect(await seats()).toEqual({ used, pending: 50, free: 1, limit: used + 1 });

    const counted: number[] = [];
    let isOver = false;
    const watch = (async () => {
      while (!isOver) counted.push((await seats()).used);
    })();
    const payloads = await Promise.all(links.map(({ token }) => accept(token)));
    isOver = true;
    await watch;

    const answers = payloads.map(code);
    expect(answers.filter((answer) => answer === "in")).toHaveLength(1);
    expect(answers.filter((answer) => answer === "SEAT_LIMIT_REACHED")).toHaveLength(49);
    expect(Math.max(...counted)).toBeLessThanOrEqual(used + 1);
    expect(await seats()).toEqual({ used: used + 1, pending: 49, free: 0, limit: used + 1 });
    const { workspaceId } = founder;
    expect(await test.app.db.read.countBy(User, { workspaceId, hasSeat: true })).toBe(used + 1);

    const rows = await test.app.db.read.findBy(Invitation, { id: In(links.map(({ invitation }) => invitation.id)) });
    const refused = rows.filter(({ attention }) => attention === "SEAT_LIMIT");
    expect(refused).toHaveLength(49);
    expect(refused.every(({ status, seatRefusedAt }) => status === "PENDING" && seatRefusedAt !== null)).toBe(true);
    expect(await told()).toHaveLength(1);
  }, 120_000);

  it("let somebody in by the same link once one is free, and ask nobody to look any more", async () => {
    const { invitation, token } = await invited();
    expect(code(await accept(token))).toBe("SEAT_LIMIT_REACHED");
    await setLimit((await seats()).used + 1);
    expect(code(await accept(token))).toBe("in");
    const stored = await test.app.db.read.findOneByOrFail(Invitation, { id: invitation.id });
    expect(stored).toMatchObject({ status: "ACCEPTED", attention: null });
  });

  it("are counted for created accounts when these are activated, and not before", async () => {
    await setLimit((await seats()).used);
    const before = await seats();
    const { user, token } = await created();
    expect(await seats()).toEqual({ ...before, pending: before.pending + 1 });
    expect(code(await activate(token))).toBe("SEAT_LIMIT_REACHED");
    expect(await test.app.db.read.findOneByOrFail(User, { id: user.id })).toMatchObject({ attention: "SEAT_LIMIT" });
    await setLimit(before.used + 1);
    expect(code(await activate(token))).toBe("in");
    expect(await seats()).toMatchObject({ used: before.used + 1, pending: before.pending, free: 0 });
    expect(await test.app.db.read.findOneByOrFail(User, { id: user.id })).toMatchObject({ attention: null });
  });

  it("tell each inviter once a day, by a mail that names who waits; the founder where the inviter is gone", async () => {
    const { user: ines, browser } = await aSignedInUser(test, {
      email: "ines@x.org",
      language: "fr",
      userType: "ADMINISTRATOR",
    });
    expect((await browser.ask("{ viewer { user { id } } }")).data.viewer.user.id).toBe(ines.id);
    await setLimit((await seats()).used);
    const first = await invited(ines);
    await accept(first.token);
    await accept((await invited(ines)).token);
    expect(await told(ines)).toMatchObject([{ language: "fr", toAddress: "ines@x.org" }]);
    const [mail] = await told(ines);
    const kept = await until(mails, (all) => all.some(({ id }) => id === mail?.id));
    const { subject, text } = kept.find(({ id }) => id === mail?.id) ?? {};
    expect(subject).toBe("Plus de place libre dans Northwind Academy");
    expect(text).toContain(first.invitation.email);

    test.clock.forward(hours(24) - 1);
    await accept(first.token);
    expect(await told(ines)).toHaveLength(1);
    test.clock.forward(1);
    await accept(first.token);
    expect(await told(ines)).toHaveLength(2);

    const beforeFounder = (await told()).length;
    await test.app.db.tx((tx) => tx.update(User, { id: ines.id }, { status: "DEACTIVATED" }));
    await accept((await invited(ines)).token);
    expect(await told(ines)).toHaveLength(2);
    expect(await told()).toHaveLength(beforeFounder + 1);
  });

  const mails = async (): Promise<{ id: string; subject: string; text: string }[]> =>
    (await founderBrowser.ask("{ inboxMails(first: 100) { nodes { id subject text } } }")).data.inboxMails.nodes;
});
