import { bulkInsert } from "../db/bulk-insert.js";
import { newId } from "../db/ids.js";
import { Invitation } from "../invitations/invitation.entity.js";
import { aGroup } from "../testing/a-group.js";
import { anInvitationLink } from "../testing/an-invitation-link.js";
import { aFounder, Browser } from "../testing/browser.js";
import { anInvitation, aUser } from "../testing/rows.js";
import { signedInAs } from "../testing/signed-in-as.js";
import { aRunningApp, hours } from "../testing/start-app.js";
import { User } from "./user.entity.js";

describe("whether an address or a username is free (F10)", () => {
  const test = aRunningApp();
  let founder: Browser;
  let workspaceId: string;

  beforeAll(async () => {
    founder = await aFounder(test);
    ({ workspaceId } = await test.app.db.read.findOneByOrFail(User, { userType: "FOUNDER" }));
    const old = { createdAt: new Date(test.clock.now().getTime() - hours(500)) };
    await test.app.db.tx(async (tx) => {
      await bulkInsert(tx, Invitation, [
        anInvitation({
          workspaceId,
          email: "invited@müller.de",
          emailKey: "invited@xn--mller-kva.de",
          openKey: "invited@xn--mller-kva.de",
        }),
        anInvitation({ workspaceId, email: "late@x.org", ...old }),
        anInvitation({ workspaceId, email: "cancelled@x.org", status: "CANCELLED" }),
        anInvitation({ workspaceId: newId(), email: "elsewhere@x.org" }),
      ]);
      await bulkInsert(tx, User, [
        aUser({ workspaceId: newId(), email: "stranger@x.org", username: "stranger" }),
        ...Array.from({ length: 60 }, (_, i) =>
          aUser({ workspaceId, email: `info@x${i}.org`, username: i === 0 ? "info" : `info${i + 1}` }),
        ),
      ]);
    });
  });

  const ask = (variables: object, browser = founder) =>
    browser.ask(
      `query ($emails: [String!], $usernames: [String!], $token: String) { availability(emails: $emails, usernames: $usernames, token: $token) {
        emails { value availability } usernames { value availability } } }`,
      variables as Record<string, unknown>,
    );
  const suggest = async (email: string, browser = founder) =>
    (await browser.ask("query ($email: String!) { suggestUsername(email: $email) }", { email })).data.suggestUsername;

  it("tells for each value as it was asked: free, taken, invited or malformed", async () => {
    const emails = {
      " ADA@northwind.example": "TAKEN",
      "Invited@Müller.de": "INVITED",
      "late@x.org": "FREE",
      "cancelled@x.org": "FREE",
      "elsewhere@x.org": "FREE",
      "stranger@x.org": "FREE",
      "ada@": "MALFORMED",
      "": "MALFORMED",
      __proto__x: "MALFORMED",
      "a@b.c\r\nBcc: d@e.f": "MALFORMED",
    };
    const usernames = {
      Ada: "TAKEN",
      info60: "TAKEN",
      info61: "FREE",
      stranger: "FREE",
      "a@b": "MALFORMED",
      "-x": "MALFORMED",
    };
    const { data } = await ask({ emails: Object.keys(emails), usernames: Object.keys(usernames) });
    const told = (entries: { value: string; availability: string }[]) =>
      Object.fromEntries(entries.map(({ value, availability }) => [value, availability]));
    expect(told(data.availability.emails)).toEqual(emails);
    expect(told(data.availability.usernames)).toEqual(usernames);
  });

  it("answers 1,000 in one call, and no more", async () => {
    const emails = Array.from({ length: 1_000 }, (_, i) => `info@x${i}.org`);
    const { data } = await ask({ emails });
    expect(
      data.availability.emails.filter(({ availability }: { availability: string }) => availability === "TAKEN"),
    ).toHaveLength(60);
    expect((await ask({ emails, usernames: ["one.more"] })).errors?.[0]?.extensions.code).toBe("BAD_USER_INPUT");
  });

  it("suggests a free username that is derived from the address", async () => {
    expect(await suggest("Zoé.Öz@x.org")).toBe("zoe.oz");
    expect(await suggest("ada@x.org")).toBe("ada2");
    expect(await suggest("info@new.org")).toBe("info61");
    expect(await suggest("no address")).toBeNull();
  });

  it("is for whoever invites, to a group or from a program session too (F6, F7)", async () => {
    for (const [role, code] of [
      ["ADMINISTRATOR", undefined],
      ["COACH", undefined],
      ["LEARNER", "FORBIDDEN"],
    ] as const) {
      const user = aUser({ workspaceId, email: `${role.toLowerCase()}@x.org` });
      const browser = await signedInAs(test, user);
      await aGroup(test, `Group of a ${role}`, { [role]: [user] });
      const asked = await ask({ emails: ["new@x.org"], usernames: ["new"] }, browser);
      expect([role, asked.errors?.[0]?.extensions.code]).toEqual([role, code]);
      const suggested = await browser.ask('{ suggestUsername(email: "new@x.org") }');
      expect([role, suggested.errors?.[0]?.extensions.code]).toEqual([role, code]);
    }
  });

  it("is for those who add people, and of usernames for who holds a live link", async () => {
    const member = await signedInAs(test, aUser({ workspaceId, email: "member@x.org" }));
    const bulk = await signedInAs(test, aUser({ workspaceId, email: "bulk@x.org" }), ["CAN_BULK_INVITE"]);
    const codeOf = async (variables: object, browser: Browser) =>
      (await ask(variables, browser)).errors?.[0]?.extensions.code ?? "answered";
    const nobody = new Browser(test);
    expect(await codeOf({ usernames: ["ada"] }, bulk)).toBe("answered");
    expect(await codeOf({ usernames: ["ada"] }, member)).toBe("FORBIDDEN");
    expect(await codeOf({ usernames: ["ada"] }, nobody)).toBe("UNAUTHENTICATED");
    const { invitation, token } = await anInvitationLink(test.app, { workspaceId, email: "holder@x.org" });
    const { data } = await ask({ usernames: ["ada", "holder"], token }, nobody);
    expect(data.availability.usernames.map(({ availability }: { availability: string }) => availability)).toEqual([
      "TAKEN",
      "FREE",
    ]);
    expect(await codeOf({ emails: ["ada@northwind.example"], token }, nobody)).toBe("BAD_USER_INPUT");
    expect(await codeOf({ usernames: ["ada"], token: `${token}x` }, nobody)).toBe("FORBIDDEN");
    await test.app.db.tx((tx) => tx.update(Invitation, { id: invitation.id }, { generation: 2 }));
    expect(await codeOf({ usernames: ["ada"], token }, nobody)).toBe("FORBIDDEN");
  });
});
