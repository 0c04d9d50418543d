import { screen, waitFor, within } from "@testing-library/react";
import i18next from "i18next";
import { Answers } from "../../../test/answers";
import { aFounder, aGroupAdministrator } from "../../../test/people";
import { renderPage } from "../../../test/render-app";
import type { Viewer } from "../../apollo/viewer";
import { loadWords } from "../../i18n/i18n";
import type { LanguageCode } from "../../i18n/languages";
import { CompaniesPage, GroupsPage, TeamsPage } from "./names-page";

const people = (count: number, isExact = true) => ({ __typename: "PeopleCount", count, isExact });

const aGroup = (n: number, more = {}) => ({
  __typename: "Group",
  id: `g${n}`,
  name: `Group ${n}`,
  administrators: people(1),
  coaches: people(2),
  learners: people(n * 10),
  ...more,
});

const aCompany = (n: number) => ({ __typename: "Company", id: `c${n}`, name: `Company ${n}`, people: people(n) });

const connection = (typename: string, nodes: object[], more = {}) => ({
  list: {
    __typename: `${typename}Connection`,
    nodes,
    totalCount: nodes.length,
    totalCountIsExact: true,
    pageInfo: { __typename: "PageInfo", hasNextPage: false, endCursor: null },
    ...more,
  },
});

type Given = ConstructorParameters<typeof Answers>[0];

function openGroups(more: Given = {}, viewer: Viewer = aFounder(), rows: object[] = [aGroup(1), aGroup(2)]) {
  const answers = new Answers({
    GroupList: () => connection("Group", rows),
    GroupNumbers: ({ id }: { id: string }) => ({
      people: id === "g1" ? 12 : 1_234,
      invitations: 3,
      sessions: { __typename: "ProgramSessionConnection", totalCount: 2, totalCountIsExact: true },
    }),
    ...more,
  });
  const also = [{ path: "/groups/:groupId", element: <p>The group’s page</p> }];
  return { answers, ...renderPage(<GroupsPage />, { answers, at: "/groups", viewer, also }) };
}

const noSessions = { __typename: "ProgramSessionConnection", totalCount: 0, totalCountIsExact: true };

const moved = (more = {}) => ({
  done: { __typename: "PeopleMovedPayload", affected: 12, task: null, userErrors: [], ...more },
});

const mark = (user: ReturnType<typeof openGroups>["user"], name: string) =>
  screen.findByRole("checkbox", { name: `Select ${name}` }).then((box) => user.click(box));

it("lists groups with their administrators, coaches and learners, and leads to each (F51)", async () => {
  openGroups({}, aFounder(), [aGroup(1, { learners: people(1_000, false) })]);
  const row = (await screen.findByRole("link", { name: "Group 1" })).closest("tr") as HTMLElement;
  expect(within(row).getByText("1,000+")).toBeInTheDocument();
  expect(within(row).getByRole("link")).toHaveAttribute("href", "/groups/g1");
  expect(screen.getAllByRole("columnheader").map(({ textContent }) => textContent)).toEqual([
    "",
    "Name",
    "Learners",
    "Coaches",
    "Administrators",
  ]);
  expect(within(screen.getByRole("navigation", { name: "What people belong to" })).getAllByRole("link")).toHaveLength(
    4,
  );
});

it("searches by the beginning of a name, in the address", async () => {
  const { answers, user, path } = openGroups();
  await screen.findByText("Group 1");
  await user.type(screen.getByRole("searchbox", { name: "Search groups by name" }), "gr");
  await waitFor(() => expect(path()).toBe("/groups?search=gr"));
  await waitFor(() => expect(answers.askedFor("GroupList").at(-1)).toMatchObject({ search: "gr" }));
});

it("teaches what groups are for while there are none, and creates the first (F51)", async () => {
  const { answers, user, path } = openGroups(
    {
      CreateGroup: ({ input }: { input: { name: string } }) => ({
        done:
          input.name === "Delta"
            ? {
                __typename: "GroupPayload",
                named: { __typename: "Group", id: "g9", name: "Delta" },
                userErrors: [],
              }
            : {
                __typename: "GroupPayload",
                named: null,
                userErrors: [{ __typename: "UserError", code: "NAME_TAKEN", message: "Taken.", path: ["name"] }],
              },
      }),
    },
    aFounder(),
    [],
  );
  expect(await screen.findByText(/brings people together who are taught together/)).toBeInTheDocument();
  await user.click(screen.getAllByRole("button", { name: "New group" })[0] as HTMLElement);
  const name = await screen.findByRole("textbox", { name: "Name" });
  await user.type(name, "Gamma/Delta");
  await user.click(screen.getByRole("button", { name: "Create group" }));
  expect(name).toBeInvalid();
  await user.clear(name);
  await user.type(name, "Gamma");
  await user.click(screen.getByRole("button", { name: "Create group" }));
  expect(await screen.findAllByText(/Another one is called so already/)).not.toHaveLength(0);
  await user.clear(name);
  await user.type(name, "Delta");
  await user.click(screen.getByRole("button", { name: "Create group" }));
  await waitFor(() => expect(path()).toBe("/groups/g9"));
  expect(answers.askedFor("CreateGroup")).toHaveLength(2);
});

it("merges those that are chosen into the one that stays, after saying what moves (F51)", async () => {
  const { answers, user } = openGroups({ MergeGroups: () => moved() });
  await mark(user, "Group 1");
  expect(screen.queryByRole("button", { name: "Merge" })).not.toBeInTheDocument();
  await mark(user, "Group 2");
  await user.click(screen.getByRole("button", { name: "Merge" }));
  const dialog = await screen.findByRole("dialog", { name: "Merge 2 groups into one" });
  // the largest is proposed
  await waitFor(() => expect(within(dialog).getByRole("radio", { name: "Group 2" })).toBeChecked());
  expect(within(dialog).getByText("12 people, 3 open invitations, 2 program sessions")).toBeInTheDocument();
  expect(within(dialog).getByText(/People keep all their roles, and nobody is in it twice/)).toBeInTheDocument();
  await user.click(within(dialog).getByRole("button", { name: "Merge 2 groups" }));
  expect(await screen.findByText("1 group merged into “Group 2”")).toBeInTheDocument();
  expect(screen.getByText("The roles of 12 people moved along.")).toBeInTheDocument();
  expect(answers.askedFor("MergeGroups")).toEqual([{ input: { groupIds: ["g1"], intoGroupId: "g2" } }]);
});

it("says nobody and none in words, before and afterwards (F51)", async () => {
  const { user } = openGroups({
    GroupNumbers: () => ({ people: 0, invitations: 0, sessions: noSessions }),
    DeleteGroups: () => moved({ affected: 0 }),
  });
  await mark(user, "Group 1");
  await user.click(screen.getByRole("button", { name: "Delete" }));
  const dialog = await screen.findByRole("dialog");
  expect(await within(dialog).findByText("no people, no open invitations, no program sessions")).toBeInTheDocument();
  await user.click(within(dialog).getByRole("button", { name: "Delete 1 group" }));
  expect(await screen.findByText("Nobody left a group by it.")).toBeInTheDocument();
});

it.each<[LanguageCode, ...string[]]>([
  ["en", "no people", "1 person", "The roles of 1 person moved along.", "Nobody had to move."],
  ["fr", "aucune personne", "1 personne", "Les rôles de 1 personne ont suivi.", "Personne n’a dû être déplacé."],
  ["nl", "geen personen", "1 persoon", "De rollen van 1 persoon gingen mee.", "Niemand hoefde te worden verplaatst."],
])("counts to one in %s", async (language, none, one, oneMoved, nobodyMoved) => {
  await loadWords(language);
  const t = i18next.getFixedT(language, "groups");
  const of = (count: number) => ({ count, number: String(count) });
  expect([t("count.people", of(0)), t("count.people", of(1))]).toEqual([none, one]);
  expect([t("group.merge.people", of(1)), t("group.merge.people", of(0))]).toEqual([oneMoved, nobodyMoved]);
});

it("deletes in the background when there are many people, with its progress in the address (F51)", async () => {
  const { answers, user, path } = openGroups({
    DeleteGroups: () => moved({ affected: 0, task: { __typename: "Task", id: "t1" } }),
    PeopleMovedTask: () => ({
      task: { __typename: "Task", id: "t1", status: "RUNNING", done: 500, refused: 0, total: 1_234 },
    }),
  });
  await mark(user, "Group 2");
  await user.click(screen.getByRole("button", { name: "Delete" }));
  const dialog = await screen.findByRole("dialog", { name: "Delete the group “Group 2”?" });
  const confirm = within(dialog).getByRole("button", { name: "Delete 1 group" });
  expect(await within(dialog).findByText(/^1,234 people/)).toBeInTheDocument();
  await user.click(confirm);
  expect(await screen.findByText("Taking people out: 500 of 1,234")).toBeInTheDocument();
  expect(path()).toBe("/groups?task=t1&did=delete");
  expect(answers.askedFor("GroupNumbers")).toEqual([
    {
      id: "g2",
      users: { groupId: "g2" },
      invitations: { groupId: "g2", statuses: ["PENDING", "EXPIRED"] },
    },
  ]);
});

it("says in the dialog why nothing was done", async () => {
  const refusal = { __typename: "UserError", code: "CHANGED_MEANWHILE", message: "Changed.", path: [] };
  const { user } = openGroups({ DeleteGroups: () => moved({ userErrors: [refusal] }) });
  await mark(user, "Group 1");
  await user.click(screen.getByRole("button", { name: "Delete" }));
  const dialog = await screen.findByRole("dialog");
  await within(dialog).findByText(/^12 people/);
  await user.click(within(dialog).getByRole("button", { name: "Delete 1 group" }));
  expect(await within(dialog).findByRole("alert")).toHaveTextContent("Someone changed this meanwhile");
});

it("shows group administrators their groups and program sessions only, and offers nothing else (F53)", async () => {
  openGroups({}, aGroupAdministrator(), [aGroup(1)]);
  await screen.findByText("Group 1");
  expect(screen.queryByRole("checkbox")).not.toBeInTheDocument();
  expect(screen.queryByRole("button", { name: "New group" })).not.toBeInTheDocument();
  const tabs = within(screen.getByRole("navigation", { name: "What people belong to" }));
  expect(tabs.getAllByRole("link").map(({ textContent }) => textContent)).toEqual(["Program sessions"]);
});

it("counts nobody for those who may add people but not see them (F54)", async () => {
  const hidden = { administrators: null, coaches: null, learners: null };
  openGroups({}, aFounder({ seeUsers: false, manageNames: false }), [aGroup(1, hidden)]);
  await screen.findByText("Group 1");
  expect(screen.getAllByRole("columnheader").map(({ textContent }) => textContent)).toEqual(["Name"]);
});

it("explains itself to those to whom companies are closed (F53)", () => {
  const answers = new Answers({});
  renderPage(<CompaniesPage />, { answers, at: "/companies", viewer: aGroupAdministrator() });
  expect(screen.getByRole("heading", { name: "Companies are not open to you" })).toBeInTheDocument();
  expect(answers.asked).toEqual([]);
});

it("goes on with the next page of companies", async () => {
  const answers = new Answers({
    CompanyList: ({ after }: { after?: string }) =>
      after
        ? connection("Company", [aCompany(3)], { totalCount: 3 })
        : connection("Company", [aCompany(1), aCompany(2)], {
            totalCount: 3,
            pageInfo: { __typename: "PageInfo", hasNextPage: true, endCursor: "2" },
          }),
  });
  const { user } = renderPage(<CompaniesPage />, { answers, at: "/companies", viewer: aFounder() });
  await user.click(await screen.findByRole("button", { name: "Load more" }));
  expect(await screen.findByText("Company 3")).toBeInTheDocument();
  expect(screen.getByText("3 of 3")).toBeInTheDocument();
});

it("tells a team’s leader, or the address that is awaited (F36)", async () => {
  const leader = {
    __typename: "User",
    id: "u5",
    firstName: "Lea",
    lastName: "Maes",
    email: "lea@example.org",
    username: "lea",
  };
  const aTeam = (n: number, more: object) => ({
    __typename: "Team",
    id: `t${n}`,
    name: `Team ${n}`,
    people: people(n),
    ...more,
  });
  const rows = [
    aTeam(1, { leader, leaderEmail: "lea@example.org" }),
    aTeam(2, { leader: null, leaderEmail: "bo@example.org" }),
    aTeam(3, { leader: null, leaderEmail: null }),
  ];
  const answers = new Answers({ TeamList: () => connection("Team", rows) });
  renderPage(<TeamsPage />, { answers, at: "/teams", viewer: aFounder() });
  const cells = async (name: string) =>
    within((await screen.findByText(name)).closest("tr") as HTMLElement)
      .getAllByRole("cell")
      .map(({ textContent }) => textContent);
  expect(await cells("Team 1")).toEqual(["", "Team 1", "Lea Maes", "1"]);
  expect(await cells("Team 2")).toEqual(["", "Team 2", "bo@example.orgNot here yet", "2"]);
  expect(await cells("Team 3")).toEqual(["", "Team 3", "", "3"]);
});

it("makes a team with the leader whose address stands in the field (F36)", async () => {
  const answers = new Answers({
    TeamList: () => connection("Team", []),
    PickPeople: () => ({ users: { __typename: "UserConnection", nodes: [] } }),
    CreateTeam: () => ({
      done: {
        __typename: "TeamPayload",
        named: null,
        userErrors: [{ __typename: "UserError", code: "NAME_TAKEN", message: "Taken.", path: ["name"] }],
      },
    }),
  });
  const { user } = renderPage(<TeamsPage />, { answers, at: "/teams", viewer: aFounder() });
  await user.click((await screen.findAllByRole("button", { name: "New team" }))[0] as HTMLElement);
  const dialog = within(await screen.findByRole("dialog"));
  await user.type(dialog.getByRole("textbox", { name: "Name" }), "Blue");
  await user.type(dialog.getByRole("combobox", { name: /^Leader/ }), "bo@x.org");
  await user.click(dialog.getByRole("button", { name: "Create team" }));
  await waitFor(() =>
    expect(answers.askedFor("CreateTeam")).toEqual([{ input: { name: "Blue", leaderEmail: "bo@x.org" } }]),
  );
});
