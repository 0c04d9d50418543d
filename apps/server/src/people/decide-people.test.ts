import type { Actor } from "@usher/rules/permissions";
import type { PersonFields } from "@usher/rules/person";
import { newId } from "../db/ids.js";
import { KnownNames } from "../groups/find-or-create-names.js";
import { identityChecker } from "../identities/identity-checker.js";
import { anInvitation, aUser } from "../testing/rows.js";
import { hours } from "../testing/start-app.js";
import type { User } from "../users/user.entity.js";
import { callBeyondBounds, type FromSession } from "./bounds.js";
import { type DecideOptions, decidePeople } from "./decide-people.js";
import type { Decision } from "./decision.js";
import { learnersOf } from "./learners-of.js";
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
    beyondAdder: new Set(),
    names: new KnownNames(),
    registered: new Map(),
  };
};

const administrator: Actor = {
  kind: "user",
  isFounder: false,
  userType: "ADMINISTRATOR",
  status: "ACTIVE",
  administers: new Set(),
  coaches: new Set(),
  awaitsIdentity: false,
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

const checks = {
  today: "2026-11-22",
  identity: identityChecker({ identityFields: {} }, "2026-11-22", { isDraft: true }),
};

const decide = (people: PersonFields[], options: Partial<DecideOptions> = {}, known = knownBy([], [])) =>
  decidePeople(known, personRows(people, { ...checks, require: [] }), { ...creating, ...options });

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

  it("lets who adds people say who leads a team, until somebody does (F36, F57)", () => {
    const known = knownBy([ann], []);
    for (const [team, leader] of [
      ["red", "ann@x.org"],
      ["blue", null],
    ] as const) {
      known.names.add("team", team, newId());
      known.names.leaders.set(team, leader);
    }
    const people = [
      { email: "a@x.org", team: "Red", teamLeader: "lea@x.org" },
      { email: "b@x.org", team: "Red", teamLeader: "Ann@x.org" },
      { email: "c@x.org", team: "Blue", teamLeader: "lea@x.org" },
      { email: "d@x.org", team: "New", teamLeader: "lea@x.org" },
      { email: "e@x.org", teamLeader: "lea@x.org" },
    ];
    const others = ["CREATED", "CREATED", "CREATED", "REJECTED LEADER_WITHOUT_TEAM teamLeader"];
    expect(told(decide(people, { actor: registrar }, known))).toEqual(["REJECTED NOT_ALLOWED teamLeader", ...others]);
    expect(told(decide(people, {}, known))).toEqual(["CREATED", ...others]);
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

describe("deciding what is known of people's identities (F44)", () => {
  const inTown = { "identity.city": "Gent" };
  const drafts = (decisions: readonly Decision[]) =>
    decisions.map((decision) => ("draft" in decision ? (decision.draft?.city ?? null) : undefined));
  const here = (email: string, identityStatus: KnownUser["identityStatus"], more: Partial<User> = {}) =>
    aUser({ workspaceId, email, identityStatus, ...more });
  const users = [
    here("none@x.org", "NONE"),
    here("draft@x.org", "DRAFT"),
    here("submitted@x.org", "SUBMITTED"),
    here("validated@x.org", "VALIDATED"),
    here("rejected@x.org", "REJECTED"),
    here("closed@x.org", "NONE", { status: "DEACTIVATED" }),
  ];
  const people = users.map(({ email }) => ({ email, ...inTown }));

  it.each(["FILL_EMPTY", "UPDATE"] as const)(
    "with %s it is new of whoever has none, and of nobody else",
    (existing) => {
      const decisions = decide(people, { existing }, knownBy(users, []));
      expect(told(decisions)).toEqual(["UPDATED", ...Array(5).fill("UNCHANGED")]);
      expect(drafts(decisions)[0]).toBe("Gent");
      expect(drafts(decide([{ email: "none@x.org" }], { existing }, knownBy(users, [])))).toEqual([undefined]);
    },
  );

  it("changes nobody with LEAVE, nor the founder but by her own file", () => {
    expect(told(decide(people, {}, knownBy(users, [])))).toEqual(Array(6).fill("UNCHANGED"));
    const founder = here("ada@x.org", "NONE", { userType: "FOUNDER" });
    const [byOthers] = decide([{ email: "ada@x.org", ...inTown }], { existing: "UPDATE" }, knownBy([founder], []));
    expect(told([byOthers as Decision])).toEqual(["REJECTED NOT_THE_FOUNDER null"]);
    const actor = { ...administrator, isFounder: true };
    const own = decide([{ email: "ada@x.org", ...inTown }], { actor, existing: "UPDATE" }, knownBy([founder], []));
    expect(told(own)).toEqual(["UPDATED"]);
  });

  it("goes with the groups of who is added to them, when people may be changed", () => {
    const person = { email: "none@x.org", groups: ["Welders"], ...inTown };
    const decisions = (["LEAVE", "UPDATE"] as const).flatMap((existing) =>
      decide([person], { existing }, knownBy(users, [])),
    );
    expect(told(decisions)).toEqual(["ADDED_TO_GROUPS", "UPDATED"]);
    expect(drafts(decisions)).toEqual([null, "Gent"]);
  });

  it("refuses the person for what is wrong with it", () => {
    const wrong = { "identity.phone": "12", "identity.dateOfBirth": "2031-01-01" };
    expect(told(decide([{ email: "a@x.org", ...wrong }]))).toEqual([
      "REJECTED DATE_IN_FUTURE identity.dateOfBirth PHONE_MALFORMED identity.phone",
    ]);
  });
});

describe("deciding within bounds", () => {
  const pilots = { id: newId(), name: "Pilots" };
  const sailors = { id: newId(), name: "Sailors" };
  const session: FromSession = { id: newId(), groupId: pilots.id, groupName: pilots.name, groupKey: "pilots" };
  const groupAdministrator: Actor = { ...administrator, userType: "MEMBER", administers: new Set([pilots.id]) };
  const coach: Actor = { ...administrator, userType: "MEMBER", coaches: new Set([pilots.id]) };

  /** Both groups and the label "Crew" exist. */
  const knownTo = (users: KnownUser[] = [], more: Partial<Known> = {}): Known => {
    const known = knownBy(users, []);
    for (const { id, name } of [pilots, sailors]) known.names.add("group", known.names.keyOf(name), id);
    known.names.add("label", known.names.keyOf("Crew"), newId());
    return { ...known, ...more };
  };
  const invite = (people: PersonFields[], options: Partial<DecideOptions>, known = knownTo()) => {
    const rows = personRows(people, checks);
    const invited = options.session ? learnersOf(options.session, rows) : rows;
    return decidePeople(known, invited, { ...creating, mode: "INVITE", ...options });
  };
  const within = { email: "lea@x.org", groups: ["Pilots"] };

  it.each<[string, PersonFields, string]>([
    ["into their group, with language and an existing label", { ...within, language: "fr", label: "crew" }, "INVITED"],
    ["in every role", { ...within, roles: ["administrator", "coach", "learner"] }, "INVITED"],
    ["with names and a username", { ...within, firstName: "Lea", lastName: "Ray", username: "lea" }, "INVITED"],
    ["without a group", { email: "lea@x.org" }, "REJECTED REQUIRED groups"],
    ["with a group that is no name", { ...within, groups: ["a/b"] }, "REJECTED MALFORMED groups"],
    ["into another group", { ...within, groups: ["Sailors"] }, "REJECTED UNKNOWN_GROUP groups"],
    ["into a group that there is not", { ...within, groups: ["Divers"] }, "REJECTED UNKNOWN_GROUP groups"],
    ["with a new label", { ...within, label: "Cabin" }, "REJECTED UNKNOWN_LABEL label"],
    ["with a deletion date", { ...within, deletionDate: "2031-01-01" }, "REJECTED NOT_ALLOWED deletionDate"],
    ["with a company", { ...within, company: "Acme" }, "REJECTED NOT_ALLOWED company"],
    [
      "with a team and its leader",
      { ...within, team: "Blue", teamLeader: "ann@x.org" },
      "REJECTED NOT_ALLOWED team NOT_ALLOWED teamLeader",
    ],
    ["with an external id", { ...within, externalId: "9" }, "REJECTED NOT_ALLOWED externalId"],
    [
      "with what they know of the identity",
      { ...within, "identity.city": "Gent", "identity.country": "BE" },
      "REJECTED NOT_ALLOWED identity.city NOT_ALLOWED identity.country",
    ],
    ["as an administrator", { ...within, userType: "administrator" }, "REJECTED NOT_ALLOWED userType"],
  ])("tells a group's administrator what comes of somebody %s (F6, F57)", (_, person, outcome) => {
    expect(told(invite([person], { actor: groupAdministrator, createMissing: true }))).toEqual([outcome]);
  });

  it("says which group is not theirs, and answers the same whether it exists, and whoever is in it", () => {
    const known = knownTo([ann], { memberships: new Set([`${ann.id} ${sailors.id} LEARNER`]) });
    const people = ["Sailors", "Divers"].map((group, i) => ({
      email: i ? "ann@x.org" : "b@x.org",
      groups: ["Pilots", group],
    }));
    for (const decision of invite(people, { actor: groupAdministrator }, known)) {
      expect(decision).toMatchObject({ outcome: "REJECTED", remarks: [{ code: "UNKNOWN_GROUP", index: 1 }] });
      expect(decision.remarks).toHaveLength(1);
    }
    const own = invite([{ email: "ann@x.org", groups: ["Sailors"] }], { actor: groupAdministrator }, known);
    expect(told(own)).toEqual(["REJECTED UNKNOWN_GROUP groups"]);
  });

  it("adds who has an account to the group, and nobody to the founder's (F9, F53)", () => {
    const founder = aUser({ workspaceId, email: "ada@x.org", userType: "FOUNDER" });
    const people = [{ email: "ann@x.org" }, { email: "ada@x.org" }].map((person) => ({
      ...person,
      groups: ["Pilots"],
    }));
    const decisions = invite(people, { actor: groupAdministrator }, knownTo([ann, founder]));
    expect(told(decisions)).toEqual(["ADDED_TO_GROUPS", "REJECTED NOT_THE_FOUNDER null"]);
  });

  it("binds nobody who may add people to the whole workspace (F53, F54)", () => {
    const both = { ...registrar, administers: new Set([pilots.id]) };
    const people = [
      { email: "a@x.org", company: "Acme", deletionDate: "2031-01-01" },
      { email: "b@x.org", groups: ["Sailors"] },
      { email: "c@x.org", groups: ["Sailors"], roles: ["coach"] },
      { email: "d@x.org", groups: ["Pilots"], roles: ["coach"] },
    ];
    expect(told(invite(people, { actor: both, createMissing: true }))).toEqual([
      "INVITED",
      "INVITED",
      "REJECTED NOT_ALLOWED roles",
      "INVITED",
    ]);
  });

  describe("from a program session", () => {
    it.each<[string, PersonFields, string]>([
      ["by address alone", { email: "lea@x.org" }, "INVITED"],
      ["as a learner of its group, said once more", { ...within, groups: ["pilots"], roles: ["learner"] }, "INVITED"],
      ["into another group", { ...within, groups: ["Pilots", "Sailors"] }, "REJECTED NOT_COMBINABLE groups"],
      ["in another role", { email: "lea@x.org", roles: ["coach"] }, "REJECTED NOT_COMBINABLE roles"],
    ])("answers the same of somebody %s, whoever invites (F7)", (_, person, outcome) => {
      for (const actor of [coach, groupAdministrator, registrar, administrator]) {
        const [decision] = invite([person], { actor, session, createMissing: true });
        expect(told([decision as Decision])).toEqual([outcome]);
        expect(decision?.person).toMatchObject({ groups: ["Pilots"], roles: ["LEARNER"] });
      }
    });

    it("has the same bounds for its instructors as a group for its administrators, and takes no label of theirs (F7)", () => {
      const people = [
        { email: "a@x.org", deletionDate: "2031-01-01" },
        { email: "b@x.org", label: "Cabin" },
        { email: "c@x.org", label: "Crew", language: "nl" },
      ];
      const outcomes = ["REJECTED NOT_ALLOWED deletionDate", "REJECTED UNKNOWN_LABEL label", "INVITED"];
      expect(told(invite(people, { actor: groupAdministrator, session, createMissing: true }))).toEqual(outcomes);
      // which labels there are is not theirs to find out
      expect(told(invite(people, { actor: coach, session, createMissing: true }))).toEqual([
        "REJECTED NOT_ALLOWED deletionDate",
        "REJECTED NOT_ALLOWED label",
        "REJECTED NOT_ALLOWED label",
      ]);
      expect(told(invite(people, { actor: administrator, session, createMissing: true }))).toEqual(
        outcomes.map(() => "INVITED"),
      );
    });

    it("leads nowhere else once its group is called otherwise", () => {
      const renamed = knownBy([], []);
      for (const actor of [coach, administrator]) {
        const decisions = invite([{ email: "a@x.org" }], { actor, session, createMissing: true }, renamed);
        expect(told(decisions)).toEqual(["REJECTED UNKNOWN_GROUP groups"]);
      }
    });

    it("tells who joins the group, who only the session, who both had before, and who is gone (F7, F9)", () => {
      const stranger = aUser({ workspaceId, email: "stranger@x.org" });
      const member = aUser({ workspaceId, email: "member@x.org" });
      const teacher = aUser({ workspaceId, email: "teacher@x.org" });
      const participant = aUser({ workspaceId, email: "participant@x.org" });
      const closed = aUser({ workspaceId, email: "closed@x.org", status: "DEACTIVATED" });
      const users = [stranger, member, teacher, participant, closed];
      const known = knownTo(users, {
        memberships: new Set([
          ...[member, participant].map(({ id }) => `${id} ${pilots.id} LEARNER`),
          `${teacher.id} ${pilots.id} COACH`,
        ]),
        participants: new Set([participant.id]),
      });
      const people = users.map(({ email }) => ({ email }));
      const decisions = invite(people, { actor: coach, session, existing: "LEAVE" }, known);
      expect(told(decisions)).toEqual(["ADDED_TO_GROUPS", "UPDATED", "UPDATED", "UNCHANGED", "UNCHANGED"]);
      expect(decisions[1]).toMatchObject({ changes: {}, joins: [], leads: false });
    });
  });

  it("lets nobody create accounts or change people within a group (F6)", () => {
    for (const actor of [groupAdministrator, coach]) {
      expect(callBeyondBounds(actor, { mode: "CREATE", existing: "UPDATE" })).toEqual([
        ["NOT_ALLOWED", "mode"],
        ["NOT_ALLOWED", "existing"],
      ]);
      expect(callBeyondBounds(actor, { mode: "INVITE", existing: "LEAVE" })).toEqual([]);
    }
    expect(callBeyondBounds(registrar, { mode: "CREATE", existing: "UPDATE" })).toEqual([]);
  });
});
