import { screen } from "@testing-library/react";
import { Answers } from "../../../test/answers";
import { aCoach, aGroupAdministrator } from "../../../test/people";
import { renderPage } from "../../../test/render-app";
import type { Viewer } from "../../apollo/viewer";
import { HomePage } from "./home-page";

const count = (number: number, isExact = true) => ({ __typename: "PeopleCount", count: number, isExact });
const pageInfo = { __typename: "PageInfo", hasNextPage: false, endCursor: null };

const sessions = (invite: boolean) => ({
  programSessions: {
    __typename: "ProgramSessionConnection",
    nodes: [
      {
        __typename: "ProgramSession",
        id: "s1",
        name: "Autumn course",
        startsOn: "2026-11-20",
        endsOn: "2026-12-20",
        group: { __typename: "Group", id: "g1", name: "Delta" },
        participants: count(1),
        can: { __typename: "ProgramSessionCan", invite },
      },
    ],
    pageInfo,
  },
});

const groups = {
  groups: {
    __typename: "GroupConnection",
    nodes: [
      {
        __typename: "Group",
        id: "g1",
        name: "Delta",
        coaches: count(2),
        learners: count(1_000, false),
        can: { __typename: "GroupCan", invite: true },
      },
    ],
    pageInfo,
  },
};

function open(viewer: Viewer, transfer: object | null = null) {
  const answers = new Answers({
    MyGroups: () => groups,
    MySessions: () => sessions(true),
    FoundershipTransfer: () => ({ foundershipTransfer: transfer }),
  });
  return { answers, ...renderPage(<HomePage />, { answers, viewer }) };
}

it("shows a group's administrator the groups and sessions they run, each with its way to invite (F6)", async () => {
  open(aGroupAdministrator());
  expect(await screen.findByRole("link", { name: "Delta" })).toHaveAttribute("href", "/groups/g1");
  expect(screen.getByText("1,000+ learners")).toBeInTheDocument();
  expect(screen.getByRole("link", { name: "Invite to Delta" })).toHaveAttribute("href", "/groups/g1/invite");
  expect(await screen.findByRole("link", { name: "Autumn course" })).toHaveAttribute("href", "/program-sessions/s1");
  expect(screen.getByText("1 takes part")).toBeInTheDocument();
});

it("shows a coach the sessions that they instruct, and no group (F7)", async () => {
  const { answers } = open(aCoach());
  expect(await screen.findByRole("link", { name: "Invite to Autumn course" })).toHaveAttribute(
    "href",
    "/program-sessions/s1/invite",
  );
  expect(screen.getByText("Nov 20 – Dec 20, 2026")).toBeInTheDocument();
  expect(answers.askedFor("MyGroups")).toEqual([]);
});

it("asks nothing more for a member who looks after nothing", async () => {
  const viewer = aCoach();
  const { answers } = open({ ...viewer, can: { ...viewer.can, seeProgramSessions: false } });
  expect(screen.getByText("This is the account that you sign in with.")).toBeInTheDocument();
  expect(answers.askedFor("MySessions")).toEqual([]);
});

it("tells whoever the workspace is offered to, and nobody else (F52)", async () => {
  const person = (id: string) => ({
    __typename: "User",
    id,
    firstName: "Ada",
    lastName: "Okoro",
    email: null,
    username: null,
  });
  const transfer = {
    __typename: "FoundershipTransfer",
    createdAt: "2026-11-28T10:00:00.000Z",
    expiresAt: "2026-12-05T10:00:00.000Z",
    from: person("u9"),
    to: person("u7"),
  };
  open(aCoach(), transfer);
  expect(await screen.findByText("Ada Okoro offers you the foundership of Delta.")).toBeInTheDocument();
  expect(screen.getByRole("link", { name: "See what it means" })).toHaveAttribute("href", "/permissions/transfer");
});
