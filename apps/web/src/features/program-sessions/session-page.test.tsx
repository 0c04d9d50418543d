import { screen, waitFor, within } from "@testing-library/react";
import { Answers, refusal } from "../../../test/answers";
import { aCoach, aFounder, aGroupAdministrator } from "../../../test/people";
import { renderPage } from "../../../test/render-app";
import type { Viewer } from "../../apollo/viewer";
import type { SessionPart } from "../../gql/graphql";
import { SessionPage } from "./session-page";

const count = (count: number) => ({ __typename: "PeopleCount", count, isExact: true });

const aSession = (can = {}) => ({
  __typename: "ProgramSession",
  id: "s1",
  name: "First steps",
  startsOn: "2090-01-12",
  endsOn: "2090-01-16",
  group: { __typename: "Group", id: "g1", name: "Delta" },
  instructors: count(1),
  participants: count(2),
  can: { __typename: "ProgramSessionCan", manage: true, invite: true, ...can },
});

const aMember = (id: string, part: SessionPart, more = {}) => ({
  __typename: "ProgramSessionMember",
  id,
  part,
  userId: `u-${id}`,
  firstName: "Ann",
  lastName: id,
  email: `${id}@x.org`,
  status: "ACTIVE",
  ...more,
});

const members = {
  INSTRUCTOR: [aMember("ines", "INSTRUCTOR")],
  PARTICIPANT: [
    aMember("paul", "PARTICIPANT", { status: "PENDING" }),
    aMember("awaited", "PARTICIPANT", { userId: null, firstName: null, lastName: null, status: null }),
  ],
};

const added = (results: object[], userErrors: object[] = []) => ({
  addProgramSessionMembers: {
    __typename: "AddMembersPayload",
    results: results.map((result) => ({ __typename: "MemberResult", email: null, user: null, errors: [], ...result })),
    counts: { __typename: "MemberCounts", added: 0, unchanged: 0, awaited: 0, rejected: 0 },
    userErrors,
  },
});

interface Opened {
  viewer?: Viewer;
  can?: object;
  more?: ConstructorParameters<typeof Answers>[0];
}

function open({ viewer = aFounder(), can = {}, more = {} }: Opened = {}) {
  const answers = new Answers({
    ProgramSession: () => ({ programSession: aSession(can) }),
    SessionMembers: ({ part }: { part: SessionPart }) => ({
      programSession: {
        __typename: "ProgramSession",
        id: "s1",
        members: {
          __typename: "ProgramSessionMemberConnection",
          nodes: members[part],
          totalCount: members[part].length,
          totalCountIsExact: true,
          pageInfo: { __typename: "PageInfo", hasNextPage: false, endCursor: null },
        },
      },
    }),
    SessionNames: () => ({
      programSessions: {
        __typename: "ProgramSessionConnection",
        nodes: [
          { __typename: "ProgramSession", id: "s1", name: "First steps", startsOn: "2090-01-12", endsOn: "2090-01-16" },
          { __typename: "ProgramSession", id: "s2", name: "First steps", startsOn: "2090-02-12", endsOn: "2090-02-16" },
        ],
      },
    }),
    PickPeople: () => ({ users: { __typename: "UserConnection", nodes: [] } }),
    ...more,
  });
  const page = { at: "/program-sessions/:sessionId", path: "/program-sessions/s1" };
  const also = [{ path: "/program-sessions", element: <p>All sessions</p> }];
  return { answers, ...renderPage(<SessionPage />, { answers, ...page, viewer, also }) };
}

const section = (name: string) => screen.findByRole("region", { name });
const moved = (name: string) => ({ [name]: { __typename: "PeopleMovedPayload", affected: 3, userErrors: [] } });

it("shows dates, state, group, instructors and participants, and says who is awaited (F51)", async () => {
  open();
  expect(await screen.findByRole("heading", { level: 1, name: "First steps" })).toBeInTheDocument();
  expect(screen.getByText("Jan 12 – 16, 2090")).toBeInTheDocument();
  expect(screen.getByText("Upcoming")).toBeInTheDocument();
  expect(screen.getByRole("link", { name: "Delta" })).toHaveAttribute("href", "/groups/g1");
  const instructors = await section("Instructors");
  expect(await within(instructors).findByRole("link", { name: "Ann ines" })).toHaveAttribute("href", "/users/u-ines");
  const participants = await section("Participants");
  const awaited = (await within(participants).findByText("Not here yet")).closest("tr") as HTMLElement;
  expect(awaited).toHaveTextContent("awaited@x.org");
  expect(awaited).toHaveTextContent("joins once they have an account");
  expect(within(awaited).queryByRole("link")).not.toBeInTheDocument();
});

it("leads those who may invite from it to the form, as its main action (F7)", async () => {
  open({ viewer: aCoach(), can: { manage: false } });
  expect(await screen.findByRole("link", { name: "Invite to this session" })).toHaveAttribute(
    "href",
    "/program-sessions/s1/invite",
  );
});

it("offers an instructor who coaches neither editing nor removing, nor pages of others (F7, F53)", async () => {
  open({ viewer: aCoach(), can: { manage: false } });
  await within(await section("Instructors")).findByText("Ann ines");
  for (const name of ["Edit", "More", "Add instructors", /^Remove/]) {
    expect(screen.queryByRole("button", { name })).not.toBeInTheDocument();
  }
  expect(screen.queryByRole("checkbox")).not.toBeInTheDocument();
  expect(screen.queryByRole("link", { name: /Ann|Delta/ })).not.toBeInTheDocument();
  expect(screen.getByRole("button", { name: "Add participants" })).toBeInTheDocument();
});

it("offers nothing to those who only see it", async () => {
  open({ can: { manage: false, invite: false } });
  await within(await section("Instructors")).findByText("Ann ines");
  expect(screen.queryByRole("button")).not.toBeInTheDocument();
  expect(screen.queryByRole("link", { name: "Invite to this session" })).not.toBeInTheDocument();
});

it("finds the members of the group for who runs it and does not see all users (F6, F51)", async () => {
  const paul = {
    __typename: "GroupMember",
    id: "u7",
    firstName: "Paul",
    lastName: "Ray",
    username: "paul",
    status: "ACTIVE",
  };
  const found = (nodes: object[]) => ({
    group: { __typename: "Group", id: "g1", members: { __typename: "GroupMemberConnection", nodes } },
  });
  const { answers, user } = open({
    viewer: aGroupAdministrator(),
    more: {
      PickMembers: ({ search }: { search: string }) =>
        found(search === "pau" ? [{ ...paul, email: "paul@x.org" }] : []),
      AddSessionMembers: () => added([{ user: null, outcome: "ADDED" }]),
    },
  });
  await user.click(await screen.findByRole("button", { name: "Add participants" }));
  const field = await screen.findByRole("combobox", { name: "People" });
  await user.type(field, "nobody");
  expect(await screen.findByText(/Nobody in the group matches “nobody”/)).toBeInTheDocument();
  await user.clear(field);
  await user.type(field, "pau");
  await user.click(await screen.findByRole("option", { name: /Paul Ray/ }));
  await user.click(screen.getByRole("button", { name: "Add 1 person" }));
  expect(await screen.findByText("1 person added")).toHaveFocus();
  expect(answers.askedFor("PickMembers")).toContainEqual({ groupId: "g1", search: "pau" });
  expect(answers.askedFor("AddSessionMembers")).toMatchObject([{ input: { userIds: ["u7"], emails: [] } }]);
});

it("puts people on it by pasted addresses and says what came of each (F7, F51)", async () => {
  const { answers, user } = open({
    viewer: aGroupAdministrator(),
    more: {
      AddSessionMembers: () =>
        added([
          { email: "ann@x.org", outcome: "ADDED" },
          { email: "bo@x.org", outcome: "UNCHANGED" },
          { email: "cy@x.org", outcome: "AWAITED" },
          {
            email: "di@x.org",
            outcome: "REJECTED",
            errors: [{ __typename: "UserError", code: "USER_CLOSED", message: "", path: ["emails", "3"] }],
          },
        ]),
    },
  });
  await user.click(await screen.findByRole("button", { name: "Add participants" }));
  const dialog = await screen.findByRole("dialog", { name: "Add participants to First steps" });
  await user.click(within(dialog).getByRole("combobox", { name: "People" }));
  await user.paste("ann@x.org, bo@x.org; cy@x.org\ndi@x.org");
  await user.click(within(dialog).getByRole("button", { name: "Add 4 people" }));
  expect(await within(dialog).findByText("2 people added")).toHaveFocus();
  expect(answers.askedFor("AddSessionMembers")).toEqual([
    {
      input: {
        programSessionId: "s1",
        part: "PARTICIPANT",
        userIds: [],
        emails: ["ann@x.org", "bo@x.org", "cy@x.org", "di@x.org"],
      },
    },
  ]);
  const line = (name: string) => within(dialog).getByText(name).closest("li");
  expect(line("ann@x.org")).toHaveTextContent("Takes part from now on");
  expect(line("bo@x.org")).toHaveTextContent("Takes part already");
  expect(line("cy@x.org")).toHaveTextContent("Not here yet: takes part once they have an account");
  expect(line("di@x.org")).toHaveTextContent("Not added. This account is deactivated.");
  expect(within(dialog).getByRole("link", { name: "Invite the one without an account" })).toHaveAttribute(
    "href",
    "/program-sessions/s1/invite",
  );
  await waitFor(() => expect(answers.askedFor("ProgramSession").length).toBeGreaterThan(1));
  expect(sessionStorage).toHaveLength(0);
});

it("adds with the first press also the last address, which no comma ended (F5, F7)", async () => {
  const { answers, user } = open({
    viewer: aGroupAdministrator(),
    more: { AddSessionMembers: () => added(["a@x.org", "b@x.org"].map((email) => ({ email, outcome: "ADDED" }))) },
  });
  await user.click(await screen.findByRole("button", { name: "Add participants" }));
  await user.type(await screen.findByRole("combobox", { name: "People" }), "a@x.org, b@x.org");
  await user.click(screen.getByRole("button", { name: "Add 2 people" }));
  expect(await screen.findByText("2 people added")).toHaveFocus();
  expect(answers.askedFor("AddSessionMembers")).toMatchObject([{ input: { emails: ["a@x.org", "b@x.org"] } }]);
});

it("lets nobody search for users who may not see them (F57)", async () => {
  const { user, answers } = open({ viewer: aCoach(), can: { manage: false } });
  await user.click(await screen.findByRole("button", { name: "Add participants" }));
  const field = await screen.findByRole("textbox", { name: "People" });
  await user.type(field, "ann");
  await user.click(screen.getByRole("button", { name: "Add people" }));
  expect(await screen.findByRole("alert")).toBeInTheDocument();
  expect(answers.asked.some(({ name }) => name.includes("Pick"))).toBe(false);
  expect(answers.askedFor("AddSessionMembers")).toEqual([]);
});

it("says what stays before somebody is taken off it (F51)", async () => {
  const { answers, user } = open({
    more: {
      RemoveSessionMembers: () => ({
        removeProgramSessionMembers: { __typename: "RemoveMembersPayload", affected: 1, userErrors: [] },
      }),
    },
  });
  await user.click(await screen.findByRole("button", { name: "Remove awaited@x.org from the session" }));
  const dialog = await screen.findByRole("dialog", { name: "Remove awaited@x.org from First steps?" });
  expect(dialog).toHaveTextContent("stay in the group Delta");
  expect(dialog).toHaveTextContent("An address that was awaited is forgotten");
  await user.click(within(dialog).getByRole("button", { name: "Remove 1 person" }));
  const participants = await section("Participants");
  expect(await within(participants).findByText("1 person removed from the session.")).toBeInTheDocument();
  await waitFor(() => expect(within(participants).getByRole("heading", { level: 2 })).toHaveFocus());
  expect(answers.askedFor("RemoveSessionMembers")).toEqual([
    { input: { programSessionId: "s1", memberIds: ["awaited"] } },
  ]);
});

it("takes several off it at once, naming the number (F51)", async () => {
  const { answers, user } = open({
    more: {
      RemoveSessionMembers: () => ({
        removeProgramSessionMembers: { __typename: "RemoveMembersPayload", affected: 2, userErrors: [] },
      }),
    },
  });
  const participants = await section("Participants");
  await user.click(await within(participants).findByRole("checkbox", { name: "Select the 2 loaded rows" }));
  await user.click(within(participants).getByRole("button", { name: "Remove from the session" }));
  const dialog = await screen.findByRole("dialog", { name: "Remove 2 people from First steps?" });
  await user.click(within(dialog).getByRole("button", { name: "Remove 2 people" }));
  await waitFor(() =>
    expect(answers.askedFor("RemoveSessionMembers")).toEqual([
      { input: { programSessionId: "s1", memberIds: ["paul", "awaited"] } },
    ]),
  );
});

it("changes name and days (F51)", async () => {
  const { answers, user } = open({
    more: {
      UpdateProgramSession: () => ({
        updateProgramSession: {
          __typename: "ProgramSessionPayload",
          programSession: { ...aSession(), name: "Second steps" },
          userErrors: [],
        },
      }),
    },
  });
  await user.click(await screen.findByRole("button", { name: "Edit" }));
  const dialog = await screen.findByRole("dialog", { name: "Edit First steps" });
  const name = within(dialog).getByRole("textbox", { name: "Name" });
  await user.clear(name);
  await user.type(name, "Second steps");
  await user.click(within(dialog).getByRole("button", { name: "Save changes" }));
  expect(await screen.findByRole("heading", { level: 1, name: "Second steps" })).toBeInTheDocument();
  expect(answers.askedFor("UpdateProgramSession")).toEqual([
    { input: { programSessionId: "s1", name: "Second steps", startsOn: "2090-01-12", endsOn: "2090-01-16" } },
  ]);
});

it("merges it into another of the same group, told apart by its days, and says what becomes of people (F51)", async () => {
  const { answers, user, path } = open({ more: { MergeProgramSessions: () => moved("mergeProgramSessions") } });
  await user.click(await screen.findByRole("button", { name: "More" }));
  await user.click(await screen.findByRole("menuitem", { name: "Merge into another session" }));
  const dialog = await screen.findByRole("dialog", { name: "Merge First steps into another session" });
  expect(dialog).toHaveTextContent("1 instructor, 2 participants. They move to the session that stays");
  expect(within(dialog).getByRole("button", { name: "Merge" })).toBeDisabled();
  await user.click(within(dialog).getByRole("combobox", { name: "The session that stays" }));
  await user.keyboard("{ArrowDown}");
  await user.click(await screen.findByRole("option", { name: /^First steps · Feb 12/ }));
  expect(screen.queryByRole("option", { name: /Jan 12/ })).not.toBeInTheDocument();
  await user.click(within(dialog).getByRole("button", { name: "Merge into First steps" }));
  await waitFor(() => expect(path()).toBe("/program-sessions/s2"));
  expect(await screen.findByText("First steps was merged into this session")).toBeInTheDocument();
  expect(answers.askedFor("MergeProgramSessions")).toEqual([
    { input: { programSessionIds: ["s1"], intoProgramSessionId: "s2" } },
  ]);
  expect(answers.askedFor("SessionNames")).toEqual([{ groupId: "g1" }]);
});

it("says what becomes of people before it is deleted, and leads to the others (F51)", async () => {
  const { answers, user, path } = open({ more: { DeleteProgramSessions: () => moved("deleteProgramSessions") } });
  await user.click(await screen.findByRole("button", { name: "More" }));
  await user.click(await screen.findByRole("menuitem", { name: "Delete program session" }));
  const dialog = await screen.findByRole("dialog", { name: "Delete First steps?" });
  expect(dialog).toHaveTextContent(
    "1 instructor, 2 participants. They keep their accounts and stay in the group Delta.",
  );
  await user.click(within(dialog).getByRole("button", { name: "Delete program session" }));
  await waitFor(() => expect(path()).toBe("/program-sessions"));
  expect(answers.askedFor("DeleteProgramSessions")).toEqual([{ input: { programSessionIds: ["s1"] } }]);
});

it("is said to be gone to whoever may not see it (F53)", async () => {
  open({
    viewer: aCoach(),
    more: {
      ProgramSession: () => {
        throw refusal("NOT_FOUND");
      },
    },
  });
  expect(await screen.findByRole("heading", { name: "This program session is not here" })).toBeInTheDocument();
});
