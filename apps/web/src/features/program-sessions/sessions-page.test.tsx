import { cleanup, screen, waitFor, within } from "@testing-library/react";
import { Answers, refusal } from "../../../test/answers";
import { aCoach, aFounder, aGroupAdministrator } from "../../../test/people";
import { renderPage } from "../../../test/render-app";
import type { Viewer } from "../../apollo/viewer";
import { GroupSessions } from "./group-sessions";
import { NewSessionPage } from "./new-session-page";
import { stateOf } from "./session-state";
import { SessionsPage } from "./sessions-page";

const count = (count: number, isExact = true) => ({ __typename: "PeopleCount", count, isExact });

/** A day, so many days from today, as the page sees it. */
const day = (from: number) => new Date(Date.now() + from * 24 * 3_600_000).toLocaleDateString("sv-SE");

const aSession = (n: number, more = {}) => ({
  __typename: "ProgramSession",
  id: `s${n}`,
  name: `Session ${n}`,
  startsOn: day(-1),
  endsOn: day(1),
  group: { __typename: "Group", id: "g1", name: "Delta" },
  instructors: count(2),
  participants: count(1_000, false),
  ...more,
});

const groups = {
  groups: {
    __typename: "GroupConnection",
    nodes: [
      { __typename: "Group", id: "g1", name: "Delta" },
      { __typename: "Group", id: "g2", name: "Écluse" },
    ],
  },
};

interface Opened {
  page?: "all" | "group" | "new";
  path?: string;
  viewer?: Viewer;
  rows?: object[];
  more?: ConstructorParameters<typeof Answers>[0];
}

const pages = {
  all: [<SessionsPage key="all" />, "/program-sessions"],
  group: [<GroupSessions key="group" />, "/groups/:groupId/sessions"],
  new: [<NewSessionPage key="new" />, "/program-sessions/new"],
} as const;

function open({ page = "all", path, viewer = aFounder(), rows = [aSession(1)], more = {} }: Opened = {}) {
  const answers = new Answers({
    ProgramSessions: () => ({
      programSessions: {
        __typename: "ProgramSessionConnection",
        nodes: rows,
        totalCount: rows.length,
        totalCountIsExact: true,
        pageInfo: { __typename: "PageInfo", hasNextPage: false, endCursor: null },
      },
    }),
    GroupNames: () => groups,
    SessionGroup: ({ id }: { id: string }) => ({
      group: {
        __typename: "Group",
        id,
        name: id === "g1" ? "Delta" : "Écluse",
        can: { __typename: "GroupCan", manageSessions: true },
      },
    }),
    CreateProgramSession: () => ({
      createProgramSession: { __typename: "ProgramSessionPayload", programSession: aSession(9), userErrors: [] },
    }),
    ...more,
  });
  const [element, at] = pages[page];
  const also = [{ path: "/program-sessions/:id", element: <p>One session</p> }];
  return { answers, ...renderPage(element, { answers, at, path: path ?? at.replace(":groupId", "g1"), viewer, also }) };
}

describe("the list", () => {
  it("shows name, state in words, dates, group and counts (F51)", async () => {
    open({
      rows: [
        aSession(1, { startsOn: "2090-01-12", endsOn: "2090-01-16" }),
        aSession(2),
        aSession(3, { startsOn: "2020-03-02", endsOn: "2020-03-02", participants: count(31) }),
      ],
    });
    const row = async (name: string) => (await screen.findByRole("link", { name })).closest("tr") as HTMLElement;
    expect(await row("Session 1")).toHaveTextContent(/Upcoming.*Jan 12 – 16, 2090.*Delta.*2.*1,000\+/);
    expect(await row("Session 2")).toHaveTextContent("Running");
    expect(await row("Session 3")).toHaveTextContent(/Over.*Mar 2, 2020.*31/);
    expect(screen.getByRole("link", { name: "Session 1" })).toHaveAttribute("href", "/program-sessions/s1");
  });

  it("asks for what the address says: search and group (F51)", async () => {
    const { answers, user, path } = open({ path: "/program-sessions?search=aut&group=g1" });
    await screen.findByText("Session 1");
    expect(answers.askedFor("ProgramSessions")).toEqual([{ first: 50, search: "aut", groupId: "g1" }]);
    expect(await screen.findByDisplayValue("Delta")).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "Clear Group" }));
    await waitFor(() => expect(path()).toBe("/program-sessions?search=aut"));
  });

  it("is narrowed to a chosen group", async () => {
    const { user, path } = open();
    await user.type(await screen.findByRole("combobox", { name: "Group" }), "ecl");
    await user.click(await screen.findByRole("option", { name: "Écluse" }));
    await waitFor(() => expect(path()).toBe("/program-sessions?group=g2"));
  });

  it("teaches what stands here, and offers to plan one to those who may (F51)", async () => {
    open({ rows: [] });
    expect(await screen.findByRole("heading", { name: "No program session yet" })).toBeInTheDocument();
    expect(screen.getAllByRole("link", { name: "New program session" })[0]).toHaveAttribute(
      "href",
      "/program-sessions/new",
    );
  });

  it("tells a coach that they instruct none, since there may be others (F7)", async () => {
    open({ viewer: aCoach(), rows: [] });
    expect(await screen.findByRole("heading", { name: "You instruct no program session yet" })).toBeInTheDocument();
    expect(screen.getByText(/^You see the program sessions that you instruct\./)).toBeInTheDocument();
  });

  it("speaks to group administrators of their groups, and to those who coach others of what they instruct (F53)", async () => {
    open({ viewer: aGroupAdministrator(), rows: [] });
    expect(await screen.findByRole("heading", { name: "No program session in your groups yet" })).toBeInTheDocument();
    expect(screen.getAllByRole("link", { name: "New program session" })).toHaveLength(2);
    const viewer = aGroupAdministrator();
    const both = { ...viewer, user: { ...viewer.user, groups: [...viewer.user.groups, ...aCoach().user.groups] } };
    cleanup();
    open({ viewer: both, rows: [] });
    expect(
      await screen.findByText(/that you administer, and those that you instruct elsewhere\.$/),
    ).toBeInTheDocument();
  });

  it("tells a group's administrator that the group has none", async () => {
    open({ page: "group", viewer: aGroupAdministrator(), rows: [] });
    expect(await screen.findByRole("heading", { name: "No program session yet" })).toBeInTheDocument();
  });

  it("offers a coach who instructs neither planning nor groups to choose from (F7)", async () => {
    open({ viewer: aCoach() });
    await screen.findByText("Session 1");
    expect(screen.queryByRole("link", { name: "New program session" })).not.toBeInTheDocument();
    expect(screen.queryByRole("combobox", { name: "Group" })).not.toBeInTheDocument();
  });

  it("explains itself to those who see none", () => {
    const { answers } = open({ viewer: aFounder({ seeProgramSessions: false }) });
    expect(screen.getByRole("heading", { name: "Program sessions are not open to you" })).toBeInTheDocument();
    expect(answers.asked).toEqual([]);
  });

  it("stands on the group's page with the group's alone, and plans one for it (F6)", async () => {
    const { answers } = open({ page: "group", viewer: aGroupAdministrator() });
    await screen.findByText("Session 1");
    expect(answers.askedFor("ProgramSessions")).toEqual([{ first: 50, groupId: "g1" }]);
    expect(screen.queryByRole("columnheader", { name: "Group" })).not.toBeInTheDocument();
    expect(screen.getByRole("link", { name: "New program session" })).toHaveAttribute(
      "href",
      "/program-sessions/new?group=g1",
    );
  });

  it("explains that another group's sessions are not the viewer's to see", async () => {
    const hide = () => {
      throw refusal("NOT_FOUND");
    };
    open({
      page: "group",
      path: "/groups/g2/sessions",
      viewer: aGroupAdministrator(),
      more: { ProgramSessions: hide },
    });
    expect(
      await screen.findByRole("heading", { name: "The program sessions of this group are not open to you" }),
    ).toBeInTheDocument();
    expect(screen.queryByRole("link", { name: "New program session" })).not.toBeInTheDocument();
  });
});

describe("planning one", () => {
  it("chooses the group, asks for name and first day, and leads to the session (F51)", async () => {
    const { answers, user, path } = open({ page: "new" });
    await user.type(screen.getByRole("combobox", { name: "Group" }), "del");
    await user.click(await screen.findByRole("option", { name: "Delta" }));
    await user.type(screen.getByRole("textbox", { name: "Name" }), "First steps");
    await user.type(screen.getByLabelText("First day"), "2027-01-12");
    await user.type(screen.getByLabelText(/^Last day/), "2027-01-16");
    await user.click(screen.getByRole("button", { name: "Plan the session" }));
    await waitFor(() => expect(path()).toBe("/program-sessions/s9"));
    expect(answers.askedFor("CreateProgramSession")).toEqual([
      { input: { groupId: "g1", name: "First steps", startsOn: "2027-01-12", endsOn: "2027-01-16" } },
    ]);
    expect(sessionStorage).toHaveLength(0);
  });

  it("begins with the group that one came from, and without a last day lasts the first", async () => {
    const { answers, user } = open({ page: "new", path: "/program-sessions/new?group=g2" });
    expect(await screen.findByDisplayValue("Écluse")).toBeInTheDocument();
    await user.type(screen.getByRole("textbox", { name: "Name" }), "One day");
    await user.type(screen.getByLabelText("First day"), "2027-01-12");
    await user.click(screen.getByRole("button", { name: "Plan the session" }));
    await waitFor(() =>
      expect(answers.askedFor("CreateProgramSession")).toEqual([
        { input: { groupId: "g2", name: "One day", startsOn: "2027-01-12" } },
      ]),
    );
  });

  it("offers administrators of groups their own, chosen when it is the only one (F6)", async () => {
    const { answers } = open({ page: "new", viewer: aGroupAdministrator() });
    const group = screen.getByRole("combobox", { name: "Group" });
    expect(group).toHaveDisplayValue("Delta");
    expect(within(group).getAllByRole("option")).toHaveLength(2);
    expect(answers.asked).toEqual([]);
  });

  it("says at the fields what is missing or the wrong way round, and keeps what was typed", async () => {
    const { answers, user } = open({ page: "new", path: "/program-sessions/new?group=g1" });
    await user.type(screen.getByRole("textbox", { name: "Name" }), "First steps");
    await user.type(screen.getByLabelText("First day"), "2027-01-12");
    await user.type(screen.getByLabelText(/^Last day/), "2027-01-02");
    await user.click(screen.getByRole("button", { name: "Plan the session" }));
    expect(await screen.findByRole("alert")).toHaveTextContent("Last day: The last day lies before the first.");
    expect(answers.askedFor("CreateProgramSession")).toEqual([]);
    expect(sessionStorage.getItem("usher.draft.session.g1")).toContain("First steps");
  });

  it.each([
    ["coaches", aCoach(), "/program-sessions/new"],
    ["administrators of another group", aGroupAdministrator(), "/program-sessions/new?group=g2"],
  ])("is explained to %s (F57)", (_, viewer, path) => {
    open({ page: "new", viewer, path });
    expect(screen.getByRole("heading", { name: "You may not plan program sessions here" })).toBeInTheDocument();
  });
});

it.each([
  ["2027-01-11", "UPCOMING"],
  ["2027-01-12", "RUNNING"],
  ["2027-01-16", "RUNNING"],
  ["2027-01-17", "PAST"],
])("is on %s %s", (today, state) => {
  expect(stateOf({ startsOn: "2027-01-12", endsOn: "2027-01-16" }, today)).toBe(state);
});
