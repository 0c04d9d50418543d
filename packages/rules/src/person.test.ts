import { checkIdentity } from "./identity.js";
import { usualFields } from "./identity-fields.js";
import { checkPerson, type PersonFields, type PersonOptions, type Problem, withIdentity } from "./person.js";

const today = "2026-11-22";

it("understands a person (F4)", () => {
  const { person, problems } = checkPerson(
    {
      email: " Ann.Lee@Bücher.example ",
      username: "Ann.Lee",
      firstName: " Ann ",
      lastName: "Le\u0301e",
      company: "Acme A/S",
      language: "Français",
      groups: ["Sales", " SALES ", "", "Équipe", "Equipe"],
      roles: ["coach", "Coach", "learner"],
      team: "North",
      teamLeader: "Boss@Bücher.example",
      label: "2026",
      userType: "admin",
      deletionDate: "31/12/2027",
      externalId: "007",
    },
    { today },
  );
  expect(problems).toEqual([]);
  expect(person).toEqual({
    email: "ann.lee@bücher.example",
    emailKey: "ann.lee@xn--bcher-kva.example",
    username: "ann.lee",
    firstName: "Ann",
    lastName: "Lée",
    company: "Acme A/S",
    language: "fr",
    groups: ["Sales", "Équipe"],
    roles: ["COACH", "LEARNER"],
    team: "North",
    teamLeader: "boss@xn--bcher-kva.example",
    teamLeaderEmail: "boss@bücher.example",
    label: "2026",
    userType: "ADMINISTRATOR",
    deletionDate: "2027-12-31",
    externalId: "007",
    identity: null,
  });
});

it("needs nothing but the e-mail, and takes the rest as not given", () => {
  const nothing = { username: null, firstName: "", company: " \u00a0", groups: null, roles: [], userType: null };
  const { person, problems } = checkPerson({ email: "ann@x.org", ...nothing }, { today });
  expect(problems).toEqual([]);
  expect(person).toMatchObject({
    firstName: null,
    company: null,
    language: null,
    groups: [],
    roles: [],
    userType: "MEMBER",
  });
});

it("makes learners of those whose groups come without a role", () => {
  expect(checkPerson({ email: "ann@x.org", groups: ["Sales"] }, { today }).person.roles).toEqual(["LEARNER"]);
});

it("goes without an e-mail where a username is what is needed (F21)", () => {
  expect(checkPerson({ username: "ann" }, { today, require: ["username"] }).problems).toEqual([]);
  expect(checkPerson({}, { today, require: ["username"] }).problems).toEqual([{ field: "username", code: "REQUIRED" }]);
});

it("takes today as a deletion date, and no earlier day", () => {
  const check = (deletionDate: string) => checkPerson({ email: "ann@x.org", deletionDate }, { today });
  expect(check("22/11/2026")).toMatchObject({ problems: [], person: { deletionDate: today } });
  expect(check("2026-11-21").problems).toEqual([{ field: "deletionDate", code: "DATE_IN_PAST" }]);
});

const long = "x".repeat(101);
it.each<[PersonFields, Problem[]]>([
  [{}, [{ field: "email", code: "REQUIRED" }]],
  [{ email: "nope" }, [{ field: "email", code: "EMAIL_MALFORMED" }]],
  [{ email: `${"x".repeat(300)}@x.org` }, [{ field: "email", code: "TOO_LONG" }]],
  [{ email: "a@x.org", username: "Ann Lee" }, [{ field: "username", code: "USERNAME_MALFORMED" }]],
  [{ email: "a@x.org", firstName: long }, [{ field: "firstName", code: "TOO_LONG" }]],
  [{ email: "a@x.org", company: long }, [{ field: "company", code: "TOO_LONG" }]],
  [{ email: "a@x.org", externalId: long }, [{ field: "externalId", code: "TOO_LONG" }]],
  [{ email: "a@x.org", language: "Klingon" }, [{ field: "language", code: "UNKNOWN_LANGUAGE" }]],
  [{ email: "a@x.org", userType: "FOUNDER" }, [{ field: "userType", code: "UNKNOWN_USER_TYPE" }]],
  [{ email: "a@x.org", team: "Blue", teamLeader: "Bob" }, [{ field: "teamLeader", code: "EMAIL_MALFORMED" }]],
  [{ email: "a@x.org", teamLeader: "Bob" }, [{ field: "teamLeader", code: "EMAIL_MALFORMED" }]],
  [{ email: "a@x.org", teamLeader: "bob@x.org" }, [{ field: "teamLeader", code: "LEADER_WITHOUT_TEAM" }]],
  [
    { email: "a@x.org", team: "\u200b", teamLeader: "bob@x.org" },
    [{ field: "teamLeader", code: "LEADER_WITHOUT_TEAM" }],
  ],
  [{ email: "a@x.org", team: "x".repeat(101), teamLeader: "bob@x.org" }, [{ field: "team", code: "TOO_LONG" }]],
  [{ email: "a@x.org", deletionDate: "soon" }, [{ field: "deletionDate", code: "DATE_MALFORMED" }]],
  [
    { email: "a@x.org", groups: ["Sales", long, "a/b"], roles: ["coach", "king"] },
    [
      { field: "groups", code: "TOO_LONG", index: 1 },
      { field: "groups", code: "MALFORMED", index: 2 },
      { field: "roles", code: "UNKNOWN_ROLE", index: 1 },
    ],
  ],
  [
    { email: "a@x.org", groups: Array.from({ length: 101 }, (_, i) => `Group ${i}`) },
    [{ field: "groups", code: "TOO_LONG" }],
  ],
  [{ email: "a@x.org", groups: Array(100_000).fill("a/b") }, [{ field: "groups", code: "TOO_LONG" }]],
  [{ email: "a@x.org", roles: Array(100_000).fill("king") }, [{ field: "roles", code: "TOO_LONG" }]],
])("finds in %j what is wrong", (fields, problems) => {
  expect(checkPerson(fields, { today }).problems).toEqual(problems);
});

describe("what is known of a person's identity (F44)", () => {
  const looks = (isDraft: boolean): PersonOptions => ({
    today,
    identity: (fields) => checkIdentity(fields, { today, asked: usualFields, isDraft }),
  });
  const given: PersonFields = { email: "ann@x.org", "identity.dateOfBirth": "18/05/1993", "identity.country": "BE" };

  it("is understood as a draft: what is missing is no problem", () => {
    const { person, problems } = checkPerson(given, looks(true));
    expect(problems).toEqual([]);
    expect(person.identity).toMatchObject({ dateOfBirth: "1993-05-18", country: "BE", phone: null });
  });

  it("is null where nothing is given, and the same where the API's person is flattened", () => {
    const blank = { email: "ann@x.org", "identity.phone": " ", "identity.city": null };
    expect(checkPerson(blank, looks(true))).toMatchObject({ person: { identity: null }, problems: [] });
    const { email } = given;
    expect(withIdentity({ email: "a@x.org" }, null)).toEqual({ email: "a@x.org" });
    const flat = withIdentity({ email: email ?? null }, { dateOfBirth: "18/05/1993", country: "BE" });
    expect(checkPerson(flat, looks(true))).toEqual(checkPerson(given, looks(true)));
  });

  it("names what is wrong with it after all else", () => {
    const wrong = { ...given, email: "nope", "identity.phone": "12", "identity.country": "Atlantis" };
    expect(checkPerson(wrong, looks(true)).problems).toEqual([
      { field: "email", code: "EMAIL_MALFORMED" },
      { field: "identity.phone", code: "PHONE_MALFORMED" },
      { field: "identity.country", code: "UNKNOWN_COUNTRY" },
    ]);
  });

  it("has to be there, and whole, where somebody is registered with it (F61)", () => {
    const { problems } = checkPerson({ email: "ann@x.org" }, { ...looks(false), needsIdentity: true });
    const required = Object.values(usualFields).filter((asked) => asked === "REQUIRED").length;
    expect(problems).toHaveLength(required);
    expect(problems[0]).toEqual({ field: "identity.legalFirstName", code: "REQUIRED" });
  });

  it("is never taken in unseen", () => {
    expect(() => checkPerson(given, { today })).toThrow("how it is looked at");
  });
});
