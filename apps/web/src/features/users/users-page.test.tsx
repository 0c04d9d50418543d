import { screen, waitFor, within } from "@testing-library/react";
import { Answers } from "../../../test/answers";
import { aFounder } from "../../../test/people";
import { renderPage } from "../../../test/render-app";
import { UsersPage } from "./users-page";

const aUser = (n: number, more = {}) => ({
  __typename: "User",
  id: `u${n}`,
  email: `person${n}@example.org`,
  username: `person${n}`,
  firstName: "Person",
  lastName: `Number ${n}`,
  status: "ACTIVE",
  identityStatus: "NONE",
  userType: "MEMBER",
  company: null,
  team: null,
  label: null,
  language: "EN",
  groups: [],
  attention: null,
  deletionDate: null,
  lastSignInAt: null,
  createdAt: "2026-11-01T10:00:00.000Z",
  ...more,
});

const numbers = (totalCount: number, totalCountIsExact = true) => ({
  __typename: "UserConnection",
  totalCount,
  totalCountIsExact,
});

interface Opened {
  path?: string;
  rows?: ReturnType<typeof aUser>[];
  total?: number;
  can?: object;
  /** Other answers of the server. */
  more?: ConstructorParameters<typeof Answers>[0];
}

function open({ path = "/users", rows = [aUser(1), aUser(2)], total = rows.length, can = {}, more = {} }: Opened = {}) {
  const answers = new Answers({
    Users: () => ({
      users: {
        ...numbers(total),
        nodes: rows,
        pageInfo: { __typename: "PageInfo", hasNextPage: false, endCursor: null },
      },
    }),
    UserNumbers: () => ({
      all: numbers(10_000, false),
      active: numbers(2),
      pending: numbers(0),
      deactivated: numbers(0),
    }),
    ...more,
  });
  return { answers, ...renderPage(<UsersPage />, { answers, at: "/users", path, viewer: aFounder(can) }) };
}

it("is alphabetical at first, and asks for what the address says (F45)", async () => {
  const { answers } = open({ path: "/users?status=PENDING&type=MEMBER" });
  await screen.findByText("Person Number 1");
  expect(answers.askedFor("Users")).toEqual([
    {
      first: 50,
      filter: { userTypes: ["MEMBER"], statuses: ["PENDING"] },
      orderBy: { field: "NAME", direction: "ASC" },
    },
  ]);
});

it("narrows the list to a team, and names it (F51)", async () => {
  const team = { __typename: "Team", id: "t1", name: "Blue" };
  const { answers, user, path } = open({ path: "/users?team=t1", rows: [aUser(1, { team })] });
  await user.click(await screen.findByRole("button", { name: "Remove the filter Blue" }));
  expect(answers.askedFor("Users")[0]).toMatchObject({ filter: { teamId: "t1" } });
  await waitFor(() => expect(path()).toBe("/users"));
});

it("narrows the list by how far people's identities are, and says so (F60)", async () => {
  const { answers, user, path } = open({ path: "/users?identity=SUBMITTED" });
  await user.click(await screen.findByRole("button", { name: "Remove the filter Identity: Waits to be looked at" }));
  expect(answers.askedFor("Users")[0]).toMatchObject({ filter: { identityStatuses: ["SUBMITTED"] } });
  await user.click(screen.getByRole("button", { name: "Filter" }));
  await user.selectOptions(await screen.findByLabelText("Digital identity"), "REJECTED");
  await waitFor(() => expect(path()).toBe("/users?identity=REJECTED"));
});

it("keeps the filter with whoever is opened from it (F45)", async () => {
  const { user } = open();
  const link = await screen.findByRole("link", { name: /Person Number 1/ });
  expect(link).toHaveAttribute("href", "/users/u1");
  await user.click(screen.getByRole("button", { name: /^Pending/ }));
  await waitFor(() =>
    expect(screen.getByRole("link", { name: /Person Number 1/ })).toHaveAttribute("href", "/users/u1?status=PENDING"),
  );
});

it("shows the last sign-in with date and time, or that there was none (F45)", async () => {
  open({ rows: [aUser(1, { lastSignInAt: "2026-11-20T15:30:00.000Z" }), aUser(2)] });
  expect(await screen.findByText(/Nov 20, 2026, \d+:30/)).toBeInTheDocument();
  expect(screen.getByText("Never")).toBeInTheDocument();
});

it("says that there are more than were counted", async () => {
  open();
  expect(await screen.findByRole("button", { name: "All 10,000+" })).toHaveAttribute("aria-pressed", "true");
});

it("lets no order be chosen while a search orders by match", async () => {
  const { user, path } = open({ path: "/users?search=per" });
  await screen.findByText("Person Number 1");
  expect(screen.queryByRole("button", { name: "Name" })).not.toBeInTheDocument();
  await user.click(screen.getByRole("button", { name: "Clear the search" }));
  await waitFor(() => expect(path()).toBe("/users"));
  expect(await screen.findByRole("button", { name: "Name" })).toBeInTheDocument();
});

it("leads to the import from the top right (F29)", async () => {
  open();
  expect(await screen.findByRole("link", { name: "Import from CSV" })).toHaveAttribute("href", "/import");
});

it("explains itself to those who may not see users", () => {
  const { answers } = open({ can: { seeUsers: false } });
  expect(screen.getByRole("heading", { name: "The list of users is not open to you" })).toBeInTheDocument();
  expect(answers.asked).toEqual([]);
});

const selected = (affected: number, more = {}) => ({
  __typename: "UserSelectionPayload",
  affected,
  task: null,
  userErrors: [],
  ...more,
});

const choose = async (user: ReturnType<typeof renderPage>["user"], action: string) => {
  await user.click(await screen.findByRole("button", { name: "Actions" }));
  await user.click(await screen.findByRole("menuitem", { name: action }));
};

it("asks for what the filters in the address say, and shows each with its way out (F45)", async () => {
  const { answers, user, path } = open({ path: "/users?language=FR&delivery=FAILED&attention=NEW_LINK_ASKED" });
  await screen.findByText("Person Number 1");
  expect(answers.askedFor("Users")[0]).toMatchObject({
    filter: { language: "FR", deliveryStatuses: ["FAILED", "BOUNCED"], attention: ["NEW_LINK_ASKED"] },
  });
  await user.click(screen.getByRole("button", { name: "Remove the filter Mail failed" }));
  await waitFor(() => expect(path()).toBe("/users?language=FR&attention=NEW_LINK_ASKED"));
});

it("names the number before it deactivates, and says who was refused and why (F46, F49)", async () => {
  const refused = { __typename: "UserError", code: "NOT_THE_FOUNDER", message: "No.", path: ["ids", "1"] };
  const { answers, user } = open({
    more: { DeactivateUsers: () => ({ deactivateUsers: selected(1, { userErrors: [refused] }) }) },
  });
  await user.click(await screen.findByRole("checkbox", { name: "Select the 2 loaded rows" }));
  await choose(user, "Deactivate");
  const dialog = await screen.findByRole("dialog", { name: "Deactivate 2 users?" });
  expect(answers.askedFor("DeactivateUsers")).toEqual([]);
  await user.click(within(dialog).getByRole("button", { name: "Deactivate 2 users" }));
  expect(await screen.findByText("1 user deactivated")).toBeInTheDocument();
  expect(screen.getByText(/^1 refused\. This is not done to the founder/)).toBeInTheDocument();
  expect(answers.askedFor("DeactivateUsers")).toEqual([{ input: { ids: ["u1", "u2"] } }]);
  expect(screen.getByText("1 selected")).toBeInTheDocument();
});

it("counts all that match before it asks, and goes on in the background with its progress in the address (F46)", async () => {
  const { answers, user, path } = open({
    total: 3_210,
    more: {
      CountUsers: () => ({ countUsers: 3_210 }),
      DeleteUsers: () => ({ deleteUsers: selected(0, { task: { __typename: "Task", id: "t1" } }) }),
      UserTask: () => ({ task: aTask({ done: 118, refused: 3 }) }),
    },
  });
  await user.click(await screen.findByRole("checkbox", { name: "Select the 2 loaded rows" }));
  await user.click(screen.getByRole("button", { name: "Select all 3,210 that match" }));
  await choose(user, "Delete");
  await user.click(await screen.findByRole("button", { name: "Delete 3,210 users" }));
  expect(await screen.findByText("Deleting: 121 of 3,210")).toBeInTheDocument();
  expect(path()).toBe("/users?task=t1&did=delete");
  expect(answers.askedFor("DeleteUsers")).toEqual([{ input: { filter: {}, expectedCount: 3_210 } }]);
});

const aTask = (more = {}) => ({
  __typename: "Task",
  id: "t1",
  status: "RUNNING",
  done: 0,
  refused: 0,
  total: 3_210,
  downloadUrl: null,
  ...more,
});

it("takes up a finished export from the address, with its file (F50)", async () => {
  const done = aTask({ status: "DONE", done: 2, total: 2, downloadUrl: "/downloads/t1" });
  open({ path: "/users?task=t1", more: { UserTask: () => ({ task: done }) } });
  expect(await screen.findByRole("link", { name: "Download the file" })).toHaveAttribute("href", "/downloads/t1");
  expect(screen.getByText("2 users exported")).toBeInTheDocument();
});

it("keeps the question open when what was wished for is refused (F46)", async () => {
  const past = { __typename: "UserError", code: "DATE_IN_PAST", message: "Past.", path: ["deletionDate"] };
  const { user } = open({ more: { UpdateUsers: () => ({ updateUsers: selected(0, { userErrors: [past] }) }) } });
  await user.click(await screen.findByRole("checkbox", { name: "Select person1@example.org" }));
  await choose(user, "Set deletion date");
  const dialog = await screen.findByRole("dialog", { name: "Set the deletion date of 1 user" });
  await user.click(within(dialog).getByRole("button", { name: "Set for 1 user" }));
  expect(await within(dialog).findByText("This day has passed. Choose a later one.")).toBeInTheDocument();
});

it("offers no selection to those who may not change users", async () => {
  open({ can: { changeUsers: false } });
  await screen.findByText("Person Number 1");
  expect(screen.queryByRole("checkbox")).not.toBeInTheDocument();
});
