import type { Actor } from "@usher/rules/permissions";
import type { PersonFields } from "@usher/rules/person";
import { newId } from "../db/ids.js";
import { KnownNames } from "../groups/find-or-create-names.js";
import { anInvitation, aUser } from "../testing/rows.js";
import { hours } from "../testing/start-app.js";
import { type DecideOptions, decidePeople } from "./decide-people.js";
import type { Decision } from "./decision.js";
import { personRows } from "./person-row.js";
import type { Known, KnownInvitation, KnownUser } from "./read-known.js";
import { seatPeople } from "./seat-people.js";

const now = new Date("2026-11-22T09:00:00.000Z");
const workspaceId = newId();

const knownBy = (users: KnownUser[], invitations: KnownInvitation[]): Known => {
  const by = <Row>(rows: Row[], key: (row: Row) => string | null) =>
    new Map(rows.flatMap((row) => (key(row) === null ? [] : [[key(row) as string, row] as const])));
  return {
    usersByEmail: by(users, ({ emailKey }) => emailKey),
    usersByUsername: by(users, ({ username }) => username),
    usersByExternalId: by(users, ({ externalId }) => externalId),
    invitationsByEmail: by(invitations, ({ emailKey }) => emailKey),
    invitationsByExternalId: by(invitations, ({ externalId }) => externalId),
    memberships: new Set(),
    participants: new Set(),
    names: new KnownNames(),
  };
};

const administrator: Actor = {
  kind: "user",
  isFounder: false,
  userType: "ADMINISTRATOR",
  status: "ACTIVE",
  administers: new Set(),
  coaches: new Set(),
  grants: new Set(),
};
const registrar: Actor = { ...administrator, userType: "MEMBER", grants: new Set(["USER_REGISTRATION"]) };

const creating: DecideOptions = {
  actor: administrator,
  session: null,
  mode: "CREATE",
  existing: "LEAVE",
  createMissing: true,
  now,
};

const decide = (people: PersonFields[], options: Partial<DecideOptions> = {}, known = knownBy([], [])) =>
  decidePeople(known, personRows(people, { today: "2026-11-22", require: [] }), { ...creating, ...options });

const told = (decisions: readonly Decision[]) =>
  decisions.map(({ outcome, remarks }) => [outcome, ...remarks.map(({ code, field }) => `${code} ${field}`)].join(" "));

const ann = aUser({ workspaceId, email: "ann@x.org", username: "ann", externalId: "7" });

describe("deciding who is created", () => {
  it.each<[string, PersonFields, string]>([
    ["with an e-mail address alone (F10)", { email: "lea@x.org" }, "CREATED"],
    ["with a username alone (F22)", { username: "lea" }, "CREATED"],
    ["without either", { firstName: "Lea" }, "REJECTED REQUIRED email"],
    ["with a bad address, which is said once", { email: "lea@" }, "REJECTED EMAIL_MALFORMED email"],
    ["with somebody's username", { email: "lea@x.org", username: "ann" }, "REJECTED USERNAME_TAKEN username"],
    ["who has an account (F9)", { email: "ANN@x.org" }, "UNCHANGED"],
    ["who has one by the external id", { email: "new@x.org", externalId: "7" }, "UNCHANGED"],
  ])("a person %s", (_, person, outcome) => {
    expect(told(decide([person], {}, knownBy([ann], [])))).toEqual([outcome]);
  });

  it.each<[PersonFields, string]>([
    [{ email: "ann@x.org" }, "REJECTED EMAIL_TAKEN email"],
    [{ email: "new@x.org", externalId: "7" }, "REJECTED EXTERNAL_ID_TAKEN externalId"],
    [{ email: "new@x.org" }, "CREATED"],
  ])("refuses who is here already, where one account is to be made: %j (F21)", (person, outcome) => {
    expect(told(decide([person], { existing: "REFUSE" }, knownBy([ann], [])))).toEqual([outcome]);
  });

  it("closes the open invitations of the person, live or expired", () => {
    const live = anInvitation({ workspaceId, email: "lea@x.org" });
    const old = anInvitation({
      workspaceId,
      email: "elsewhere@x.org",
      externalId: "9",
      createdAt: new Date(now.getTime() - hours(500)),
    });
    const [decision] = decide([{ email: "lea@x.org", externalId: "9" }], {}, knownBy([], [old, live]));
    expect(decision).toMatchObject({ outcome: "CREATED", closes: [{ id: live.id }, { id: old.id }] });
    const [invited] = decide([{ email: "lea@x.org" }], { mode: "INVITE" }, knownBy([], [live]));
    expect(told([invited as Decision])).toEqual(["UNCHANGED ALREADY_INVITED email"]);
  });

  it("lets the first of two rows about one person win", () => {
    const live = anInvitation({ workspaceId, email: "lea@x.org", externalId: "9" });
    const people = [{ email: "lea@x.org" }, { email: "other@x.org", externalId: "9" }, { email: "LEA@x.org" }];
    expect(told(decide(people, {}, knownBy([], [live])))).toEqual([
      "CREATED",
      "REJECTED DUPLICATE_IN_INPUT externalId",
      "REJECTED DUPLICATE_IN_INPUT email",
    ]);
  });

  it("lets nobody create more than they are (F54, F57)", () => {
    const people = [
      { email: "a@x.org", userType: "administrator" },
      { email: "b@x.org", groups: ["Welders"], roles: ["coach"] },
      { email: "c@x.org", groups: ["Welders"] },
    ];
    expect(told(decide(people, { actor: registrar }))).toEqual([
      "REJECTED NOT_ALLOWED userType",
      "REJECTED NOT_ALLOWED roles",
      "CREATED",
    ]);
    expect(told(decide(people))).toEqual(["CREATED", "CREATED", "CREATED"]);
  });

  it("gives the free seats to the first who want one (F66)", () => {
    const decisions = decide(
      [{ email: "a@x.org" }, { email: "ann@x.org" }, { email: "b@x.org" }, { email: "c@x.org" }],
      {},
      knownBy([ann], []),
    );
    expect(told(seatPeople(decisions, 2))).toEqual([
      "CREATED",
      "UNCHANGED",
      "CREATED",
      "REJECTED SEAT_LIMIT_REACHED null",
    ]);
    expect(told(seatPeople(decisions, Infinity))).toEqual(["CREATED", "UNCHANGED", "CREATED", "CREATED"]);
  });
});
