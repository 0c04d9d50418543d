import { screen, waitFor } from "@testing-library/react";
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
  userType: "MEMBER",
  company: null,
  groups: [],
  lastSignInAt: null,
  createdAt: "2026-11-01T10:00:00.000Z",
  ...more,
});

const numbers = (totalCount: number, totalCountIsExact = true) => ({
  __typename: "UserConnection",
  totalCount,
  totalCountIsExact,
});

function open({ path = "/users", rows = [aUser(1), aUser(2)], can = {} } = {}) {
  const answers = new Answers({
    Users: () => ({
      users: {
        ...numbers(rows.length),
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
