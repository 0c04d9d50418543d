import { screen, waitFor, within } from "@testing-library/react";
import { Answers } from "../../../test/answers";
import { aFounder } from "../../../test/people";
import { renderPage } from "../../../test/render-app";
import { CompanyPage, LabelPage, TeamPage } from "./name-page";

type Given = ConstructorParameters<typeof Answers>[0];

const people = (count: number) => ({ __typename: "PeopleCount", count, isExact: true });

const aUser = (n: number, more = {}) => ({
  __typename: "User",
  id: `u${n}`,
  firstName: "Person",
  lastName: `Number ${n}`,
  email: `person${n}@example.org`,
  username: `person${n}`,
  status: "ACTIVE",
  lastSignInAt: null,
  ...more,
});

const users = (nodes: object[]) => ({
  users: {
    __typename: "UserConnection",
    nodes,
    totalCount: nodes.length,
    totalCountIsExact: true,
    pageInfo: { __typename: "PageInfo", hasNextPage: false, endCursor: null },
  },
});

const added = (results: object[] = [], counts = {}) => ({
  done: {
    __typename: "AddMembersPayload",
    results,
    counts: { __typename: "MemberCounts", added: 0, unchanged: 0, awaited: 0, rejected: 0, ...counts },
    userErrors: [],
  },
});

function openCompany(more: Given = {}, can = {}) {
  const acme = { named: { __typename: "Company", id: "c1", name: "Acme", people: people(2) } };
  const answers = new Answers({
    Company: () => acme,
    NamedPeople: () => users([aUser(1), aUser(2)]),
    ...more,
  });
  const also = [{ path: "/companies", element: <p>All companies</p> }];
  const page = renderPage(<CompanyPage />, {
    answers,
    at: "/companies/:id",
    path: "/companies/c1",
    viewer: aFounder(can),
    also,
  });
  return { answers, ...page };
}

it("shows who works for a company, and leads to each (F51)", async () => {
  const { answers } = openCompany();
  expect(await screen.findByRole("link", { name: /Person Number 1/ })).toHaveAttribute("href", "/users/u1/profile");
  expect(screen.getByRole("heading", { name: "Acme", level: 1 })).toBeInTheDocument();
  expect(answers.askedFor("NamedPeople")).toEqual([{ first: 50, filter: { companyId: "c1" } }]);
});

it("takes people out at once, and puts them back when asked to (F51)", async () => {
  const { answers, user } = openCompany({
    RemoveCompanyMembers: () => ({ done: { __typename: "RemoveMembersPayload", affected: 1, userErrors: [] } }),
    AddCompanyMembers: () => added([], { added: 1 }),
  });
  await user.click(await screen.findByRole("button", { name: "Remove Person Number 1 from the company" }));
  const report = await screen.findByText("Person Number 1 works for Acme no longer");
  await waitFor(() => expect(document.activeElement).toContainElement(report));
  await user.click(screen.getByRole("button", { name: "Undo" }));
  expect(await screen.findByText("1 person put back")).toBeInTheDocument();
  expect(answers.askedFor("RemoveCompanyMembers")).toEqual([{ input: { companyId: "c1", userIds: ["u1"] } }]);
  expect(answers.askedFor("AddCompanyMembers")).toEqual([{ input: { companyId: "c1", userIds: ["u1"], emails: [] } }]);
});

it("says who could not be put back, and why", async () => {
  const closed = { __typename: "UserError", code: "USER_CLOSED", message: "Closed.", path: [] };
  const refused = { __typename: "MemberResult", email: null, outcome: "REJECTED", user: null, errors: [closed] };
  const { user } = openCompany({
    RemoveCompanyMembers: () => ({ done: { __typename: "RemoveMembersPayload", affected: 2, userErrors: [] } }),
    AddCompanyMembers: () => added([refused], { added: 1, rejected: 1 }),
  });
  await user.click(await screen.findByRole("checkbox", { name: "Select the 2 loaded rows" }));
  await user.click(screen.getByRole("button", { name: "Remove from the company" }));
  expect(await screen.findByText("2 people work for Acme no longer")).toBeInTheDocument();
  await user.click(screen.getByRole("button", { name: "Undo" }));
  expect(await screen.findByText("1 person put back")).toBeInTheDocument();
  expect(screen.getByText(/1 not added. This account is deactivated/)).toBeInTheDocument();
});

it("deletes a company after saying that its people stay without one, and returns to the list (F51)", async () => {
  const { answers, user, path } = openCompany({
    NameNumbers: () => ({ people: 2 }),
    DeleteCompanies: () => ({
      done: { __typename: "PeopleMovedPayload", affected: 2, task: null, userErrors: [] },
    }),
  });
  await user.click(await screen.findByRole("button", { name: "More" }));
  await user.click(await screen.findByRole("menuitem", { name: "Delete" }));
  const dialog = await screen.findByRole("dialog", { name: "Delete the company “Acme”?" });
  expect(await within(dialog).findByText("2 people")).toBeInTheDocument();
  expect(within(dialog).getByText(/Its people stay, without a company/)).toBeInTheDocument();
  await user.click(within(dialog).getByRole("button", { name: "Delete 1 company" }));
  await waitFor(() => expect(path()).toBe("/companies"));
  expect(answers.askedFor("NameNumbers")).toEqual([{ users: { companyId: "c1" } }]);
});

it("shows the name alone to those who may not see users (F54)", async () => {
  const { answers } = openCompany({}, { seeUsers: false, manageNames: false });
  expect(await screen.findByText("Its people are not shown to you")).toBeInTheDocument();
  expect(screen.queryByRole("button", { name: "Add people" })).not.toBeInTheDocument();
  expect(answers.askedFor("NamedPeople")).toEqual([]);
});

it("gives people a label, and says what becomes of the one they have (F51)", async () => {
  const vip = { named: { __typename: "Label", id: "l1", name: "VIP", people: people(0) } };
  const answers = new Answers({
    Label: () => vip,
    NamedPeople: () => users([]),
    PickPeople: () => users([aUser(1)]),
    AddLabelMembers: () =>
      added([{ __typename: "MemberResult", email: null, outcome: "ADDED", user: null, errors: [] }], { added: 1 }),
  });
  const { user } = renderPage(<LabelPage />, { answers, at: "/labels/:id", path: "/labels/l1", viewer: aFounder() });
  await screen.findByText("Nobody has this label yet");
  await user.click(screen.getAllByRole("button", { name: "Add people" })[0] as HTMLElement);
  const dialog = await screen.findByRole("dialog", { name: "Give people the label VIP" });
  expect(within(dialog).getByText("It replaces the label that they have.")).toBeInTheDocument();
  await user.type(within(dialog).getByRole("combobox", { name: "People" }), "per");
  await user.click(await screen.findByRole("option", { name: /Person Number 1/ }));
  await user.click(within(dialog).getByRole("button", { name: "Add 1 person" }));
  expect(await within(dialog).findByText("1 person added")).toBeInTheDocument();
  expect(answers.askedFor("AddLabelMembers")).toEqual([{ input: { labelId: "l1", userIds: ["u1"], emails: [] } }]);
});

it("awaits a leader who is not here yet, by address, and lets one go and come back (F36)", async () => {
  let leaderEmail: string | null = null;
  const team = () => ({
    __typename: "Team",
    id: "t1",
    name: "Blue",
    people: people(0),
    leader: null,
    leaderEmail,
  });
  const answers = new Answers({
    Team: () => ({ named: team() }),
    NamedPeople: () => users([]),
    PickPeople: () => users([aUser(1, { email: null })]),
    UpdateTeam: ({ input }: { input: { leaderEmail: string | null } }) => {
      leaderEmail = input.leaderEmail;
      return { done: { __typename: "TeamPayload", named: team(), userErrors: [] } };
    },
  });
  const { user } = renderPage(<TeamPage />, { answers, at: "/teams/:id", path: "/teams/t1", viewer: aFounder() });
  await user.click(await screen.findByRole("button", { name: "Choose a leader" }));
  const field = within(await screen.findByRole("dialog")).getByRole("combobox", { name: "Leader" });
  // a leader is known by an address
  await user.type(field, "per");
  expect(await screen.findByRole("option", { name: /No e-mail address/ })).toHaveAttribute("aria-disabled", "true");
  await user.clear(field);
  await user.type(field, "bo@x.org");
  await user.click(screen.getByRole("button", { name: "Save leader" }));
  expect(await screen.findByText("Not here yet")).toBeInTheDocument();
  await user.click(screen.getByRole("button", { name: "Remove" }));
  expect(await screen.findByText("Nobody yet")).toBeInTheDocument();
  await user.click(screen.getByRole("button", { name: "Undo" }));
  expect(await screen.findByText("Not here yet")).toBeInTheDocument();
  expect(answers.askedFor("UpdateTeam").map(({ input }) => input)).toEqual([
    { teamId: "t1", leaderEmail: "bo@x.org" },
    { teamId: "t1", leaderEmail: null },
    { teamId: "t1", leaderEmail: "bo@x.org" },
  ]);
});
