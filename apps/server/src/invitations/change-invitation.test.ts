import { Link } from "../links/link.entity.js";
import { OutboxMail } from "../mail/outbox-mail.entity.js";
import { aSignedInUser } from "../testing/a-signed-in-user.js";
import { anInvitationLink } from "../testing/an-invitation-link.js";
import { aFounder, Browser, founding } from "../testing/browser.js";
import { aRunningApp, hours } from "../testing/start-app.js";
import { User } from "../users/user.entity.js";
import { Invitation } from "./invitation.entity.js";

const codes = (payload: { userErrors: { code: string; path: string[] }[] }) =>
  payload.userErrors.map(({ code, path }) => [code, ...path].join(" "));

describe("correcting an invitation", () => {
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
  const change = (invitationId: string, what: object, browser = founder) =>
    browser.change("changeInvitation", { invitationId, ...what }, "invitation { email status expiresAt } link");
  const linkState = async (token: string) =>
    (await new Browser(test).ask("query ($token: String!) { linkPreview(token: $token) { state } }", { token })).data
      .linkPreview.state;

  it("sends it to another address: new link and mail, and the old link dies (F20)", async () => {
    const { invitation, token } = await someone({
      sentCount: 1,
      openedAt: test.clock.now(),
      deliveryState: "BOUNCED",
      attention: "NEW_LINK_ASKED",
      newLinkAskedAt: test.clock.now(),
    });
    test.clock.forward(hours(10));
    const payload = await change(invitation.id, { email: " Right@X.org " });
    expect(payload).toMatchObject({
      userErrors: [],
      link: null,
      invitation: { email: "right@x.org", status: "PENDING" },
    });
    expect(await linkState(token)).toBe("REPLACED");
    expect(await stored(invitation.id)).toMatchObject({
      emailKey: "right@x.org",
      openKey: "right@x.org",
      generation: 2,
      sentCount: 2,
      deliveryState: expect.stringMatching(/QUEUED|SENT/),
      openedAt: null,
      attention: null,
      newLinkAskedAt: null,
      expiresAt: new Date(test.clock.now().getTime() + hours(168)),
    });
    const mails = await test.app.db.read.findBy(OutboxMail, { subjectId: invitation.id });
    expect(mails).toMatchObject([{ kind: "invitation", toAddress: "right@x.org", generation: 2 }]);
  });

  it("keeps one live invitation per address, and leaves those who have an account alone (F9, F11)", async () => {
    const [one, other] = [await someone(), await someone()];
    expect(codes(await change(one.invitation.id, { email: other.invitation.email }))).toEqual([
      "ALREADY_INVITED email",
    ]);
    expect(codes(await change(one.invitation.id, { email: founding.email }))).toEqual(["EMAIL_TAKEN email"]);
    expect(codes(await change(one.invitation.id, { email: "nonsense" }))).toEqual(["EMAIL_MALFORMED email"]);
    expect(await stored(one.invitation.id)).toMatchObject({ email: one.invitation.email, generation: 1 });
    expect(await linkState(one.token)).toBe("VALID");
  });

  it("of many who want the same address at once one gets it", async () => {
    const made = await Promise.all(Array.from({ length: 10 }, () => someone()));
    const answers = await Promise.all(made.map(({ invitation }) => change(invitation.id, { email: "wanted@x.org" })));
    const refused = answers.filter(({ userErrors }) => userErrors.length > 0);
    expect(refused).toHaveLength(9);
    for (const answer of refused) expect(codes(answer)).toEqual(["ALREADY_INVITED email"]);
  });

  it("gives it another lifetime, with the links that are out; one that had expired works again (F12)", async () => {
    const { invitation, token } = await someone({ createdAt: new Date(test.clock.now().getTime() - hours(200)) });
    expect(await linkState(token)).toBe("EXPIRED");
    const payload = await change(invitation.id, { lifetimeHours: 48 });
    const expiresAt = new Date(test.clock.now().getTime() + hours(48));
    expect(payload.invitation).toMatchObject({ status: "PENDING", expiresAt: expiresAt.toISOString() });
    expect(await linkState(token)).toBe("VALID");
    const links = await test.app.db.read.findBy(Link, { subjectId: invitation.id });
    expect(links.map((link) => link.expiresAt)).toEqual([expiresAt]);
    expect((await stored(invitation.id)).lifetimeHours).toBe(48);
    expect(codes(await change(invitation.id, { lifetimeHours: 721 }))).toEqual(["OUT_OF_RANGE lifetimeHours"]);
    expect(codes(await change(invitation.id, {}))).toEqual(["REQUIRED email"]);
  });

  it("leaves closed ones alone, and tells what was done (F20)", async () => {
    const { invitation: closed } = await someone({ status: "CANCELLED" });
    expect(codes(await change(closed.id, { email: "other@x.org" }))).toEqual(["INVITATION_CLOSED invitationId"]);
    expect(codes(await change(closed.id, { lifetimeHours: 5 }))).toEqual(["INVITATION_CLOSED invitationId"]);
    const { invitation } = await someone();
    await change(invitation.id, { lifetimeHours: 5, email: "both@x.org" });
    const { data } = await founder.ask(
      "query ($id: ID!) { invitation(id: $id) { timeline { event actor { firstName } } } }",
      { id: invitation.id },
    );
    const told = data.invitation.timeline.map(({ event }: { event: string }) => event);
    expect(told).toEqual(expect.arrayContaining(["ADDRESS_CHANGED", "LIFETIME_CHANGED"]));
  });

  it("never redirects more than one may grant (F57)", async () => {
    const { browser } = await aSignedInUser(test, { email: "reg@x.org", permissions: ["USER_REGISTRATION"] });
    const { invitation } = await someone({ userType: "ADMINISTRATOR" });
    expect(codes(await change(invitation.id, { email: "mine@x.org" }, browser))).toEqual(["NOT_ALLOWED invitationId"]);
    expect((await stored(invitation.id)).email).toBe(invitation.email);
  });

  it("counts resends, renewals and new addresses among the 200 people an hour, and says when to come back (F55)", async () => {
    const admin = (await aSignedInUser(test, { email: "slower@x.org", userType: "ADMINISTRATOR" })).browser;
    const made = [];
    for (let i = 0; i < 150; i++) made.push((await someone()).invitation.id);
    expect((await admin.change("resendInvitations", { ids: made }, "affected")).affected).toBe(150);
    test.clock.forward(hours(0.5));
    const invited = await admin.change("inviteUsers", {
      people: Array.from({ length: 45 }, (_, i) => ({ email: `hour${i}@x.org` })),
    });
    expect(invited.userErrors).toEqual([]);
    const again = await admin.change("resendInvitations", { ids: made.slice(0, 10) }, "affected links { link }");
    expect(again).toMatchObject({ affected: 0, links: [] });
    expect(codes(again)).toEqual(["TOO_MANY_PEOPLE ids"]);
    expect(again.userErrors[0].message).toMatch(/Of 200 people an hour, 5 are left to you now\. .* \d\d:\d\d\./);
    const readdressed = await admin.change("changeInvitation", { invitationId: made[0], email: "new@x.org" });
    expect(readdressed.userErrors).toEqual([]);
    expect(codes(await admin.change("resendInvitations", { ids: made.slice(0, 5) }))).toEqual(["TOO_MANY_PEOPLE ids"]);
    test.clock.forward(hours(0.5) + 60_000);
    expect((await admin.change("resendInvitations", { ids: made }, "affected")).affected).toBe(150);
    expect((await founder.change("resendInvitations", { ids: made }, "affected")).affected).toBe(150);
  });
});

describe("where no mail is delivered", () => {
  const test = aRunningApp({ INBOX: "off" });
  let founder: Browser;
  let workspaceId: string;

  beforeAll(async () => {
    founder = await aFounder(test);
    ({ workspaceId } = await test.app.db.read.findOneByOrFail(User, { userType: "FOUNDER" }));
  });

  const someone = (email: string, given: Partial<Invitation> = {}) =>
    anInvitationLink(test.app, { workspaceId, email, ...given });
  const previewOf = async (link: string) =>
    (
      await new Browser(test).ask("query ($token: String!) { linkPreview(token: $token) { state emailMasked } }", {
        token: link.split("#")[1],
      })
    ).data.linkPreview;

  it("a resend answers the new links, and a new address its own (F13)", async () => {
    const one = await someone("ada1@x.org");
    const two = await someone("bob1@x.org", { createdAt: new Date(test.clock.now().getTime() - hours(200)) });
    const payload = await founder.change(
      "resendInvitations",
      { ids: [one.invitation.id, two.invitation.id] },
      "affected links { link invitation { id email sentCount delivery { status } } }",
    );
    expect(payload.affected).toBe(2);
    for (const { link, invitation } of payload.links) {
      expect(await previewOf(link)).toMatchObject({ state: "VALID" });
      expect(invitation).toMatchObject({ sentCount: 0, delivery: null });
    }
    expect(await previewOf(`#${one.token}`)).toMatchObject({ state: "REPLACED" });
    const { link } = await founder.change(
      "changeInvitation",
      { invitationId: one.invitation.id, email: "carla@x.org" },
      "link",
    );
    expect(await previewOf(link)).toMatchObject({ state: "VALID", emailMasked: expect.stringMatching(/^c.*@x\.org$/) });
  });

  it("hands over no link that promises more than one may grant (F57)", async () => {
    const { browser } = await aSignedInUser(test, { email: "reg2@x.org", permissions: ["USER_REGISTRATION"] });
    const member = await someone("member1@x.org");
    const administrator = await someone("admin1@x.org", { userType: "ADMINISTRATOR" });
    const ids = [member.invitation.id, administrator.invitation.id];
    const payload = await browser.change("resendInvitations", { ids }, "affected links { invitation { id } }");
    expect(payload).toMatchObject({ affected: 1, links: [{ invitation: { id: member.invitation.id } }] });
    expect(codes(payload)).toEqual(["NOT_ALLOWED ids 1"]);
    expect(await previewOf(`#${administrator.token}`)).toMatchObject({ state: "VALID" });
  });
});
