import { AuditEventRow } from "../audit/audit-event.entity.js";
import { bulkInsert } from "../db/bulk-insert.js";
import { Company } from "../groups/company.entity.js";
import { Group } from "../groups/group.entity.js";
import { GroupMember } from "../groups/group-member.entity.js";
import { Label } from "../groups/label.entity.js";
import { Team } from "../groups/team.entity.js";
import { Identity } from "../identities/identity.entity.js";
import { Import } from "../imports/import.entity.js";
import { Invitation } from "../invitations/invitation.entity.js";
import { Link } from "../links/link.entity.js";
import { InboxMail } from "../mail/inbox-mail.entity.js";
import { ProgramSession } from "../program-sessions/program-session.entity.js";
import { ProgramSessionMember } from "../program-sessions/program-session-member.entity.js";
import { makeSchema } from "../schema.js";
import { newSecret } from "../secrets/new-secrets.js";
import { Task } from "../tasks/task.entity.js";
import { User } from "../users/user.entity.js";
import { aBrowserOf, aSignedInUser } from "./a-signed-in-user.js";
import { aStoredIdentity } from "./a-stored-identity.js";
import { calls } from "./access-calls.js";
import { accessPlaces, type Places } from "./access-places.js";
import { anotherWorkspace } from "./another-workspace.js";
import { aFounder, Browser } from "./browser.js";
import { operationsOf } from "./operations.js";
import { aRunningApp } from "./start-app.js";

const operations = operationsOf(makeSchema());
/** Every place of the API that takes an id. */
const idPlaces = operations.flatMap(({ idPaths, ...operation }) => idPaths.map((path) => ({ ...operation, path })));

/** What an id at the end of a path is the id of; "id" alone says it by the operation. */
const kinds: Readonly<Record<string, string>> = {
  ...ofNames("company", "Company"),
  ...ofNames("group", "Group"),
  ...ofNames("team", "Team"),
  ...ofNames("label", "Label"),
  ...ofNames("programSession", "ProgramSession"),
  importId: "import",
  inviterId: "user",
  userId: "user",
  userIds: "user",
  memberIds: "place",
  invitationId: "invitation",
  ids: "invitation",
  "updateUsers input.selection.ids": "user",
  "deactivateUsers input.ids": "user",
  "reactivateUsers input.ids": "user",
  "deleteUsers input.ids": "user",
  "sendActivationEmails input.ids": "user",
  "exportUsers input.ids": "user",
  "user id": "user",
  "invitation id": "invitation",
  "import id": "import",
  "task id": "task",
  "inboxMail id": "mail",
};

/** As whole operations and the ends of their paths call it: companyId, companyIds, intoCompanyId, and the id of `company`. */
function ofNames(kind: string, Kind: string): Record<string, string> {
  return Object.fromEntries([`${kind}Id`, `${kind}Ids`, `into${Kind}Id`, `${kind} id`].map((name) => [name, kind]));
}

/** Whom one takes out of something is passed over when they are not in it. */
const isPassedOver = ({ name, path }: { name: string; path: string }) =>
  name.startsWith("remove") && /\.(userIds|memberIds)$/.test(path);

const kindAt = (name: string, path: string) => kinds[`${name} ${path}`] ?? kinds[path.replace(/.*\./, "")];

describe("two workspaces in one database", () => {
  const test = aRunningApp();
  let founder: User;
  let browser: Browser;
  let otherId: string;
  let places: Places;
  /** Ids of the other workspace, by kind. */
  const foreign: Record<string, string> = {};
  let foreignToken: string;

  const oneOf = <Row extends { id: string }>(entity: new () => Row): Promise<Row> =>
    test.app.db.read.findOneOrFail(entity, { where: {}, order: { id: "DESC" as never } });
  const calling = () => ({ test, founder, user: founder, browser, founderBrowser: browser, places });
  const valid = (call: string) => calls[call]?.(calling());

  beforeAll(async () => {
    browser = await aFounder(test);
    founder = await oneOf(User);
    places = await accessPlaces(test, {});
    const person = { email: "lea@x.org", company: "Acme", team: "Blue", label: "New", groups: ["Pilot"] };
    await browser.change("inviteUsers", { people: [person], createMissing: true });
    await valid("inboxMail");
    await valid("import/own");
    await valid("task/own");
    await valid("validateIdentity");
    await aStoredIdentity(test, founder, "VALIDATED");
    const { browser: examiner } = await aSignedInUser(test, { email: "ex@x.org", permissions: ["MANAGE_USERS"] });
    await examiner.ask("query ($id: ID!) { identity(userId: $id) { values { city } } }", { id: founder.id });

    const submitted = { status: "SUBMITTED" as const };
    const other = await anotherWorkspace(test.app);
    otherId = other.id;
    foreign.company = await other.copy(Company, await oneOf(Company));
    foreign.group = await other.copy(Group, await oneOf(Group));
    foreign.label = await other.copy(Label, await oneOf(Label));
    foreign.team = await other.copy(Team, await oneOf(Team));
    foreign.import = await other.copy(Import, await oneOf(Import));
    foreign.task = await other.copy(Task, await oneOf(Task));
    foreign.mail = await other.copy(InboxMail, await oneOf(InboxMail));
    const within = { companyId: foreign.company, labelId: foreign.label, importId: foreign.import };
    foreign.user = await other.copy(User, { ...founder, ...within });
    foreign.identity = await other.copy(Identity, await test.app.db.read.findOneByOrFail(Identity, submitted));
    const readEvent = await test.app.db.read.findOneByOrFail(AuditEventRow, { type: "identity_read" });
    foreign.read = await other.copy(AuditEventRow, readEvent);
    foreign.invitation = await other.copy(Invitation, {
      ...(await oneOf(Invitation)),
      ...within,
      inviterId: foreign.user,
    });
    const { secret, hash } = newSecret();
    foreignToken = secret;
    await other.copy(Link, { ...(await oneOf(Link)), subjectId: foreign.invitation, secretHash: hash });
    const member = { workspaceId: otherId, groupId: foreign.group, userId: foreign.user, role: "LEARNER" as const };
    await test.app.db.tx((tx) => bulkInsert(tx, GroupMember, [member]));
    const { group: groupId, user: userId } = foreign;
    foreign.programSession = await other.copy(ProgramSession, { ...places.session, groupId });
    const part = { programSessionId: foreign.programSession, part: "PARTICIPANT" as const, addedById: userId };
    const who = { userId, email: null, emailKey: null, createdAt: test.clock.now() };
    foreign.place = await other.copy(ProgramSessionMember, { id: "", workspaceId: otherId, ...part, ...who });
  });

  it("have every place of the API that takes an id looked at", () => {
    expect(idPlaces.filter(({ name, path }) => !kindAt(name, path))).toEqual([]);
  });

  const named = idPlaces.filter(({ path }) => !path.includes("filter"));
  it.each(named.filter((place) => !isPassedOver(place)))("hide from each other: $name $path", async (place) => {
    const variables = (await valid(place.name)) ?? (await valid(`${place.name}/own`)) ?? {};
    put(variables, place.path, foreign[kindAt(place.name, place.path) as string]);
    const { errors } = await browser.ask(place.document, variables);
    expect(errors?.[0]?.extensions.code).toBe("NOT_FOUND");
  });

  it.each(named.filter(isPassedOver))("take nobody from each other: $name $path", async ({ name, path, asking }) => {
    const variables = (await valid(name)) as Record<string, unknown>;
    put(variables, path, foreign[kindAt(name, path) as string]);
    const { data } = await browser.ask(asking("{ affected userErrors { code } }"), variables);
    expect(data[name]).toEqual({ affected: 0, userErrors: [] });
    const left = [GroupMember, ProgramSessionMember].map((entity) =>
      test.app.db.read.countBy(entity as typeof GroupMember, { workspaceId: otherId }),
    );
    expect(await Promise.all(left)).toEqual([1, 1]);
  });

  const filters = idPlaces.filter(({ path }) => path.startsWith("filter."));
  it.each(filters)("find nothing of each other: $name $path", async ({ name, path, document }) => {
    const { data } = await browser.ask(document, nested(path, foreign[kindAt(name, path) as string]));
    expect(data[name].totalCount ?? data[name]).toBe(0);
  });

  const selections = idPlaces.filter(({ path }) => /^input\.(selection\.)?filter\./.test(path));
  it.each(selections)("change nothing of each other: $name $path", async ({ name, path, document }) => {
    const variables = nested(path, foreign[kindAt(name, path) as string]);
    put(variables, path.replace(/filter\..*/, "expectedCount"), 1);
    const before = await everybodyForeign();
    const { data } = await browser.ask(document, variables);
    expect(data[name].userErrors).toMatchObject([{ code: "SELECTION_CHANGED" }]);
    expect(await everybodyForeign()).toEqual(before);
  });
  const everybodyForeign = async () => [
    await test.app.db.read.findBy(Invitation, { workspaceId: otherId }),
    await test.app.db.read.findBy(User, { workspaceId: otherId }),
  ];

  it("list only their own", async () => {
    const lists = operations.filter(({ document }) => document.includes("nodes"));
    expect(lists.map(({ name }) => name)).toContain("users");
    const strangers = new Set(Object.values(foreign));
    for (const { name, document } of lists) {
      const { data } = await browser.ask(document);
      const ids = data[name].nodes.map(({ id }: { id: string }) => id);
      expect([name, ids.length]).not.toEqual([name, 0]);
      expect([name, ids.filter((id: string) => strangers.has(id))]).toEqual([name, []]);
    }
  });

  it("let nobody in by the other's sessions and links", async () => {
    const stranger = await aBrowserOf(test, { workspaceId: otherId, id: foreign.user as string });
    const { data } = await stranger.ask("{ workspace { name } users { nodes { id } } invitations { nodes { id } } }");
    expect(data).toEqual({
      workspace: { name: "Southwind" },
      users: { nodes: [{ id: foreign.user }] },
      invitations: { nodes: [{ id: foreign.invitation }] },
    });
    const own = await stranger.ask("query ($id: ID!) { user(id: $id) { id } }", { id: founder.id });
    expect(own.errors?.[0]?.extensions.code).toBe("NOT_FOUND");

    const preview = await browser.ask("query ($token: String!) { linkPreview(token: $token) { state emailMasked } }", {
      token: foreignToken,
    });
    expect(preview.data.linkPreview).toEqual({ state: "INVALID", emailMasked: null });
    const { input } = (await valid("acceptInvitation")) as { input: Record<string, unknown> };
    const accepted = await new Browser(test).change("acceptInvitation", { ...input, token: foreignToken });
    expect(accepted.userErrors).toMatchObject([{ code: "LINK_INVALID", path: ["token"] }]);
  });
});

const nested = (path: string, value: unknown): Record<string, unknown> =>
  path.split(".").reduceRight<unknown>((inner, name) => ({ [name]: inner }), value) as Record<string, unknown>;

/** Sets what the path leads to; a list is a list of that one. */
function put(variables: Record<string, unknown>, path: string, value: unknown): void {
  const [first = "", ...rest] = path.split(".");
  if (rest.length === 0) variables[first] = Array.isArray(variables[first]) ? [value] : value;
  else put(variables[first] as Record<string, unknown>, rest.join("."), value);
}
