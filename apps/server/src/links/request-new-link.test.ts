import { bulkInsert } from "../db/bulk-insert.js";
import { GroupMember } from "../groups/group-member.entity.js";
import { Invitation } from "../invitations/invitation.entity.js";
import { InvitationGroup } from "../invitations/invitation-group.entity.js";
import type { Letter } from "../mail/letter.js";
import { OutboxMail } from "../mail/outbox-mail.entity.js";
import { aGroup } from "../testing/a-group.js";
import { aProgramSession } from "../testing/a-program-session.js";
import { aSignedInUser } from "../testing/a-signed-in-user.js";
import { anActivationLink } from "../testing/an-activation-link.js";
import { anInvitationLink } from "../testing/an-invitation-link.js";
import { aFounder, Browser, founderPassword, founding } from "../testing/browser.js";
import { aUser } from "../testing/rows.js";
import { aRunningApp, hours } from "../testing/start-app.js";
import { User } from "../users/user.entity.js";
import { makeLinks } from "./make-links.js";
import { newLinkAskedMailKind } from "./new-link-asked-mail.js";

describe("asking for a new link", () => {
  const test = aRunningApp();
  let founder: Browser;
  let founderId: string;
  let workspaceId: string;

  beforeAll(async () => {
    founder = await aFounder(test);
    ({ id: founderId, workspaceId } = await test.app.db.read.findOneByOrFail(User, { userType: "FOUNDER" }));
  });

  const someone = (email: string, given: Partial<Invitation> = {}) =>
    anInvitationLink(test.app, { workspaceId, email, inviterId: founderId, ...given });
  const ask = (token: string) => new Browser(test).change("requestNewLink", { token }, "asked");
  const stored = (id: string) => test.app.db.read.findOneByOrFail(Invitation, { id });
  const told = (subjectId: string) => test.app.db.read.findBy(OutboxMail, { subjectId, kind: "new-link-asked" });
  const long = hours(200);
  const signInAgain = () => founder.change("signIn", { login: founding.email, password: founderPassword });

  it("is seen by the inviter, who gets one mail however often it is asked (F18)", async () => {
    const { invitation, token } = await someone("lea@x.org");
    test.clock.forward(long);
    await signInAgain();
    expect(await ask(token)).toEqual({ asked: true, userErrors: [] });
    const askedAt = test.clock.now();
    test.clock.forward(hours(1));
    expect(await ask(token)).toEqual({ asked: true, userErrors: [] });
    expect(await stored(invitation.id)).toMatchObject({ newLinkAskedAt: askedAt, attention: "NEW_LINK_ASKED" });
    const mails = await told(invitation.id);
    expect(mails).toMatchObject([{ toAddress: founding.email, toName: "Ada Okoro", language: "en" }]);
    const { data } = await founder.ask(
      "query ($id: ID!) { invitation(id: $id) { attention newLinkAskedAt timeline { event actor { id } } } }",
      { id: invitation.id },
    );
    expect(data.invitation).toMatchObject({ attention: "NEW_LINK_ASKED", newLinkAskedAt: askedAt.toISOString() });
    expect(data.invitation.timeline).toContainEqual({ event: "NEW_LINK_ASKED", actor: null });

    await founder.change("resendInvitations", { ids: [invitation.id] });
    expect(await stored(invitation.id)).toMatchObject({ newLinkAskedAt: null, attention: null });
    expect((await ask(token)).userErrors).toMatchObject([{ code: "LINK_REPLACED", path: ["token"] }]);
  });

  it("asked by fifty at once tells the inviter once", async () => {
    const { invitation, token } = await someone("mia@x.org");
    test.clock.forward(long);
    const answers = await Promise.all(Array.from({ length: 50 }, () => ask(token)));
    expect(answers.every(({ asked }) => asked)).toBe(true);
    expect(await told(invitation.id)).toHaveLength(1);
  });

  it("does nothing for a link that works, and says what became of every other", async () => {
    const valid = await someone("noa@x.org");
    expect(await ask(valid.token)).toEqual({ asked: false, userErrors: [] });
    expect((await stored(valid.invitation.id)).attention).toBeNull();
    const cancelled = await someone("ola@x.org", { status: "CANCELLED" });
    const accepted = await someone("pia@x.org", { status: "ACCEPTED" });
    for (const [token, code] of [
      [cancelled.token, "LINK_CANCELLED"],
      [accepted.token, "LINK_USED"],
      ["nonsense", "LINK_INVALID"],
    ]) {
      expect(await ask(token ?? "")).toMatchObject({ asked: false, userErrors: [{ code, path: ["token"] }] });
    }
  });

  it("goes to the founder once the inviter may invite nobody any more", async () => {
    const { user } = await aSignedInUser(test, { email: "tom@x.org", permissions: ["USER_REGISTRATION"] });
    const { user: gone } = await aSignedInUser(test, { email: "uma@x.org" });
    const byTom = await someone("rea@x.org", { inviterId: user.id });
    const byUma = await someone("sam@x.org", { inviterId: gone.id });
    test.clock.forward(long);
    await ask(byTom.token);
    await ask(byUma.token);
    expect(await told(byTom.invitation.id)).toMatchObject([{ toAddress: "tom@x.org" }]);
    expect(await told(byUma.invitation.id)).toMatchObject([{ toAddress: founding.email }]);
  });

  it("goes to who invited to a group or from a program session, as long as they may do so (F6, F7, F18)", async () => {
    const runner = await aSignedInUser(test, { email: "runner@x.org" });
    const coach = await aSignedInUser(test, { email: "coach@x.org" });
    const group = await aGroup(test, "Pilots", { ADMINISTRATOR: [runner.user], COACH: [coach.user] });
    const session = await aProgramSession(test, group, { INSTRUCTOR: [coach.user] });
    const invited = async (name: string, { user }: typeof runner, programSessionId: string | null = null) => {
      const made = await someone(`${name}@x.org`, { inviterId: user.id, programSessionId });
      const promise = { workspaceId, invitationId: made.invitation.id, groupId: group.id, role: "LEARNER" as const };
      await test.app.db.tx((tx) => bulkInsert(tx, InvitationGroup, [promise]));
      return made;
    };
    const asked = async ({ invitation, token }: Awaited<ReturnType<typeof someone>>) => {
      expect(await ask(token)).toEqual({ asked: true, userErrors: [] });
      const mails = await told(invitation.id);
      const [letter] = await newLinkAskedMailKind.write(
        test.app,
        test.app.db.read,
        mails.map((row) => ({ row, secret: null })),
      );
      const { action } = letter as Letter;
      return [mails.map(({ toAddress }) => toAddress), action?.address.replace(test.app.config.publicUrl, "")];
    };
    const pageOf = ({ invitation }: { invitation: Invitation }, list = "/users") =>
      `${list}/invitations/${invitation.id}`;
    const made = [
      await invited("byrunner", runner),
      await invited("bycoach", coach, session.id),
      await invited("byrunner2", runner),
      await invited("bycoach2", coach, session.id),
    ] as const;
    test.clock.forward(long);
    expect(await asked(made[0])).toEqual([["runner@x.org"], pageOf(made[0], `/groups/${group.id}`)]);
    // an instructor sends no invitation again: they invite from the session once more
    expect(await asked(made[1])).toEqual([["coach@x.org"], `/program-sessions/${session.id}`]);
    await test.app.db.tx((tx) => tx.update(GroupMember, { groupId: group.id }, { role: "LEARNER" }));
    expect(await asked(made[2])).toEqual([[founding.email], pageOf(made[2])]);
    expect(await asked(made[3])).toEqual([[founding.email], pageOf(made[3])]);
  });

  it("works for the activation link of a created account too (F18)", async () => {
    const user = aUser({ workspaceId, email: "kim@x.org", status: "PENDING", createdById: founderId });
    const expiresAt = new Date(test.clock.now().getTime() + hours(48));
    const [token] = await test.app.db.tx(async (tx) => {
      await bulkInsert(tx, User, [{ ...user, activationExpiresAt: expiresAt }]);
      const link = { workspaceId, purpose: "ACTIVATION", subjectId: user.id, generation: user.generation, expiresAt };
      return makeLinks(tx, test.app, [{ ...link, purpose: "ACTIVATION" }]);
    });
    test.clock.forward(long);
    expect(await ask(token as string)).toEqual({ asked: true, userErrors: [] });
    expect(await test.app.db.read.findOneByOrFail(User, { id: user.id })).toMatchObject({
      attention: "NEW_LINK_ASKED",
      newLinkAskedAt: test.clock.now(),
    });
    expect(await told(user.id)).toMatchObject([{ toAddress: founding.email }]);
  });

  it("counts again when the link that came meanwhile ends unused too (F18)", async () => {
    const { user, token } = await anActivationLink(test.app, {
      workspaceId,
      email: "ida@x.org",
      createdById: founderId,
    });
    test.clock.forward(long);
    expect(await ask(token)).toEqual({ asked: true, userErrors: [] });
    await new Browser(test).change("requestPasswordReset", { login: "ida@x.org" });
    const attention = async () => (await test.app.db.read.findOneByOrFail(User, { id: user.id })).attention;
    expect(await attention()).toBeNull();
    test.clock.forward(long);
    expect(await ask(token)).toEqual({ asked: true, userErrors: [] });
    expect(await attention()).toBe("NEW_LINK_ASKED");
    expect(await told(user.id)).toHaveLength(2);
  });
});
