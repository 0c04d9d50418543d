import { aSignedInUser } from "../testing/a-signed-in-user.js";
import { aFounder, Browser, founderPassword, founding } from "../testing/browser.js";
import { aRunningApp, hours } from "../testing/start-app.js";
import { until } from "../testing/until.js";

const story = "timeline { at event actor { firstName } mail { name to delivery { status serverAnswer } } }";

interface Entry {
  event: string;
  actor: { firstName: string } | null;
  mail: { name: string; to: string; delivery: { serverAnswer: string } } | null;
}

const told = (timeline: Entry[]) => timeline.map(({ event, actor }) => (actor ? `${event} ${actor.firstName}` : event));

describe("what happened to somebody", () => {
  const test = aRunningApp();
  let founder: Browser;

  beforeAll(async () => {
    founder = await aFounder(test);
  });

  const invite = async (email: string) =>
    (await founder.change("inviteUsers", { people: [{ email }] }, "results { link invitation { id } }")).results[0];
  const storyOf = (id: string): Promise<Entry[]> =>
    until(
      async () =>
        (await founder.ask(`query ($id: ID!) { invitation(id: $id) { ${story} } }`, { id })).data.invitation.timeline,
      (timeline) => timeline.every(({ event }: Entry) => event !== "MAIL_QUEUED"),
    );

  it("is told of an invitation, newest first: who invited, each mail, what was done since (F20)", async () => {
    const { link, invitation } = await invite("lea@x.org");
    expect(told(await storyOf(invitation.id))).toEqual(["MAIL_SENT", "INVITED Ada"]);
    test.clock.forward(hours(1));
    await new Browser(test).change("reportLinkOpened", { token: link.split("#")[1] });
    test.clock.forward(hours(1));
    await founder.change("copyInvitationLink", { invitationId: invitation.id });
    test.clock.forward(hours(1));
    await founder.change("resendInvitations", { ids: [invitation.id] });
    expect(told(await storyOf(invitation.id))).toEqual([
      "MAIL_SENT",
      "RESENT Ada",
      "LINK_COPIED Ada",
      "OPENED",
      "MAIL_SENT",
      "INVITED Ada",
    ]);
    const [latest] = await storyOf(invitation.id);
    expect(latest?.mail).toMatchObject({ name: "INVITATION", to: "lea@x.org", delivery: { status: "SENT" } });
    test.clock.forward(hours(200));
    await founder.change("signIn", { login: founding.email, password: founderPassword });
    expect(told(await storyOf(invitation.id))[0]).toBe("EXPIRED");
    await founder.change("cancelInvitations", { ids: [invitation.id] });
    expect(told(await storyOf(invitation.id))[0]).toBe("CANCELLED Ada");
  });

  it("goes on with the user who came of it (F20, F47)", async () => {
    const { link, invitation } = await invite("mia@x.org");
    await storyOf(invitation.id);
    test.clock.forward(hours(1));
    const { viewer } = await new Browser(test).change(
      "acceptInvitation",
      {
        token: link.split("#")[1],
        firstName: "Mia",
        lastName: "Maes",
        username: "mia",
        password: "quiet orange harbour",
      },
      "viewer { user { id } }",
    );
    expect(told(await storyOf(invitation.id))).toEqual(["ACCEPTED Mia", "MAIL_SENT", "INVITED Ada"]);
    const { data } = await founder.ask(
      `query ($id: ID!) { user(id: $id) { ${story} mails { name to } delivery { status } attention } }`,
      { id: viewer.user.id },
    );
    expect(told(data.user.timeline)).toEqual(["ACCEPTED Mia", "MAIL_SENT", "INVITED Ada"]);
    expect(data.user).toMatchObject({ mails: [], delivery: null, attention: null });
  });

  it("is told of a whole page without a read for each", async () => {
    for (const email of ["a1@x.org", "a2@x.org", "a3@x.org"]) await invite(email);
    const reads = jest.spyOn(test.app.db.read, "query");
    const ask = async (first: number) => {
      reads.mockClear();
      const { data } = await founder.ask(
        "query ($first: Int!) { invitations(first: $first) { nodes { timeline { event actor { id } } mails { id } } } }",
        { first },
      );
      expect(data.invitations.nodes).toHaveLength(first);
      return reads.mock.calls.length;
    };
    const one = await ask(1);
    expect(await ask(4)).toBe(one);
    reads.mockRestore();
  });

  it("of others is not for those who may not see users", async () => {
    const { browser } = await aSignedInUser(test, { email: "jo@x.org", permissions: ["USER_REGISTRATION"] });
    const { data } = await browser.ask(
      "{ invitations(first: 1) { nodes { inviter { timeline { event } mails { id } delivery { status } } } } }",
    );
    expect(data.invitations.nodes[0].inviter).toEqual({ timeline: [], mails: [], delivery: null });
  });
});
