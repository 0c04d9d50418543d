import { screen, waitFor, within } from "@testing-library/react";
import { Answers, refusal } from "../../../test/answers";
import { aFounder, aGroupAdministrator } from "../../../test/people";
import { renderPage } from "../../../test/render-app";
import type { Viewer } from "../../apollo/viewer";
import { useInviteHandover } from "../../ui/invite-handover";
import { GroupLayout } from "./group-layout";
import { GroupPeoplePage } from "./group-people-page";
import { GroupSettingsPage } from "./group-settings-page";

const people = (count: number) => ({ __typename: "PeopleCount", count, isExact: true });

const everything = {
  __typename: "GroupCan",
  manage: true,
  seeMembers: true,
  changeMembers: true,
  invite: true,
  giveRoles: ["ADMINISTRATOR", "COACH", "LEARNER"],
  manageSessions: true,
};

const aGroup = (can: object = {}) => ({
  group: {
    __typename: "Group",
    id: "g1",
    name: "Delta",
    administrators: people(1),
    coaches: people(0),
    learners: people(2),
    can: { ...everything, ...can },
  },
});

const aMember = (n: number, more = {}) => ({
  __typename: "GroupMember",
  id: `u${n}`,
  firstName: "Person",
  lastName: `Number ${n}`,
  email: `person${n}@example.org`,
  username: `person${n}`,
  status: "ACTIVE",
  lastSignInAt: null,
  roles: ["LEARNER"],
  ...more,
});

const members = (nodes: object[]) => ({
  group: {
    __typename: "Group",
    id: "g1",
    members: {
      __typename: "GroupMemberConnection",
      nodes,
      totalCount: nodes.length,
      totalCountIsExact: true,
      pageInfo: { __typename: "PageInfo", hasNextPage: false, endCursor: null },
    },
  },
});

interface Opened {
  path?: string;
  can?: object;
  viewer?: Viewer;
  rows?: object[];
  more?: ConstructorParameters<typeof Answers>[0];
}

function HandedOver() {
  return <p>Invite {useInviteHandover().join(" and ")}</p>;
}

function open({ path = "/groups/g1", can, viewer = aFounder(), rows, more = {} }: Opened = {}) {
  const answers = new Answers({
    Group: () => aGroup(can),
    GroupMembers: () => members(rows ?? [aMember(1), aMember(2, { roles: ["ADMINISTRATOR", "COACH"] })]),
    ...more,
  });
  const page = renderPage(<GroupLayout />, {
    answers,
    at: "/groups/:groupId",
    path,
    viewer,
    within: [
      { path: "", element: <GroupPeoplePage /> },
      { path: "settings", element: <GroupSettingsPage /> },
      { path: "invite", element: <HandedOver /> },
    ],
    also: [{ path: "/groups", element: <p>All groups</p> }],
  });
  return { answers, ...page };
}

const result = (outcome: string, email: string | null, codes: string[] = []) => ({
  __typename: "MemberResult",
  email,
  outcome,
  user: null,
  errors: codes.map((code) => ({ __typename: "UserError", code, message: code, path: [] })),
});

const added = (results: ReturnType<typeof result>[]) => ({
  done: {
    __typename: "AddMembersPayload",
    results,
    counts: { __typename: "MemberCounts", added: 1, unchanged: 0, awaited: 0, rejected: 0 },
    userErrors: [],
  },
});

const removed = (affected: number) => ({
  done: { __typename: "RemoveMembersPayload", affected, userErrors: [] },
});

const wide = window.matchMedia;
afterEach(() => jest.restoreAllMocks());

const tabs = () =>
  within(screen.getByRole("navigation", { name: "Parts of the group" }))
    .getAllByRole("link")
    .map(({ textContent }) => textContent);

it("shows everyone once with all roles, and narrows to a role by the address (F51)", async () => {
  const { answers, user, path } = open();
  const row = (await screen.findByText("Person Number 2")).closest("tr") as HTMLElement;
  expect(within(row).getByText("Administrator")).toBeInTheDocument();
  expect(within(row).getByText("Coach")).toBeInTheDocument();
  expect(document.title).toBe("People · Delta · Usher");
  await user.click(screen.getByRole("button", { name: "Learners 2" }));
  await waitFor(() => expect(path()).toBe("/groups/g1?role=LEARNER"));
  await waitFor(() => expect(answers.askedFor("GroupMembers").at(-1)).toMatchObject({ role: "LEARNER" }));
});

it("tells on a phone too who is active, pending and deactivated", async () => {
  jest
    .spyOn(window, "matchMedia")
    .mockImplementation((query) => ({ ...wide(query), matches: query.includes("max-width") }));
  open({
    rows: [aMember(1), aMember(2, { status: "PENDING" }), aMember(3, { status: "DEACTIVATED" })],
  });
  const cards = within(await screen.findByRole("list", { name: "People of Delta" })).getAllByRole("listitem");
  expect(cards.map(({ textContent }) => textContent)).toEqual([
    expect.stringMatching(/LearnerActive$/),
    expect.stringMatching(/LearnerPending$/),
    expect.stringMatching(/LearnerDeactivated$/),
  ]);
});

it("adds people in several roles at once, and leads to the invitation of who has no account (F51, F9)", async () => {
  const { answers, user, path } = open({
    more: {
      AddGroupMembers: () =>
        added([
          result("ADDED", "ann@x.org"),
          result("REJECTED", "new@x.org", ["UNKNOWN_PERSON"]),
          result("REJECTED", "gone@x.org", ["USER_CLOSED"]),
        ]),
    },
  });
  await user.click(await screen.findByRole("button", { name: "Add people" }));
  const dialog = await screen.findByRole("dialog", { name: "Add people to Delta" });
  await user.click(within(dialog).getByRole("combobox", { name: "People" }));
  await user.paste("ann@x.org, new@x.org; gone@x.org, oops");
  await user.click(within(dialog).getByRole("checkbox", { name: "Coach" }));
  await user.click(within(dialog).getByRole("button", { name: "Add 3 people" }));
  // the word that is nobody is asked about first
  expect(answers.askedFor("AddGroupMembers")).toEqual([]);
  await user.clear(within(dialog).getByRole("combobox", { name: "People" }));
  await user.click(within(dialog).getByRole("button", { name: "Add 3 people" }));
  expect(await within(dialog).findByText("1 person added")).toBeInTheDocument();
  expect(within(dialog).getByText("1 has no account here")).toBeInTheDocument();
  expect(within(dialog).getByText(/1 not added. This account is deactivated/)).toBeInTheDocument();
  expect(answers.askedFor("AddGroupMembers")).toEqual([
    {
      input: {
        groupId: "g1",
        userIds: [],
        emails: ["ann@x.org", "new@x.org", "gone@x.org"],
        roles: ["LEARNER", "COACH"],
      },
    },
  ]);
  await user.click(within(dialog).getByRole("link", { name: "Invite this person" }));
  expect(await screen.findByText("Invite new@x.org")).toBeInTheDocument();
  expect(path()).toBe("/groups/g1/invite");
});

it("adds with the first press also the last address, which no comma ended (F5, F51)", async () => {
  const { answers, user } = open({
    more: { AddGroupMembers: () => added([result("ADDED", "ann@x.org"), result("ADDED", "bo@x.org")]) },
  });
  await user.click(await screen.findByRole("button", { name: "Add people" }));
  const dialog = await screen.findByRole("dialog", { name: "Add people to Delta" });
  await user.type(within(dialog).getByRole("combobox", { name: "People" }), "ann@x.org, bo@x.org");
  await user.click(within(dialog).getByRole("button", { name: "Add 2 people" }));
  expect(await within(dialog).findByText("2 people added")).toBeInTheDocument();
  expect(answers.askedFor("AddGroupMembers")).toMatchObject([{ input: { emails: ["ann@x.org", "bo@x.org"] } }]);
});

it("gives a role before it takes another, so that nobody falls out of the group (F51)", async () => {
  const { answers, user } = open({
    more: {
      AddGroupMembers: () => added([result("ADDED", null)]),
      RemoveGroupMembers: () => removed(1),
    },
  });
  await user.click(await screen.findByRole("button", { name: "Actions for Person Number 1" }));
  await user.click(await screen.findByRole("menuitem", { name: "Change roles" }));
  const dialog = await screen.findByRole("dialog", { name: "Roles of Person Number 1 in Delta" });
  await user.click(within(dialog).getByRole("checkbox", { name: "Learner" }));
  await user.click(within(dialog).getByRole("button", { name: "Save roles" }));
  expect(await within(dialog).findByText(/Choose at least one role/)).toBeInTheDocument();
  await user.click(within(dialog).getByRole("checkbox", { name: "Coach" }));
  await user.click(within(dialog).getByRole("button", { name: "Save roles" }));
  await waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());
  const changes = answers.asked.filter(({ name }) => name.endsWith("GroupMembers") && name !== "GroupMembers");
  expect(changes).toEqual([
    { name: "AddGroupMembers", variables: { input: { groupId: "g1", userIds: ["u1"], roles: ["COACH"] } } },
    { name: "RemoveGroupMembers", variables: { input: { groupId: "g1", userIds: ["u1"], roles: ["LEARNER"] } } },
  ]);
});

it("takes several out after saying what they lose, and tells how many it were (F51)", async () => {
  const { answers, user } = open({ more: { RemoveGroupMembers: () => removed(2) } });
  await user.click(await screen.findByRole("checkbox", { name: "Select the 2 loaded rows" }));
  await user.click(screen.getByRole("button", { name: "Take out of the group" }));
  const dialog = await screen.findByRole("dialog", { name: "Take 2 people out of Delta?" });
  expect(within(dialog).getByText(/places in its program sessions/)).toBeInTheDocument();
  await user.click(within(dialog).getByRole("button", { name: "Take out 2 people" }));
  const report = await screen.findByText("2 people taken out of the group");
  await waitFor(() => expect(document.activeElement).toContainElement(report));
  expect(answers.askedFor("RemoveGroupMembers")).toEqual([{ input: { groupId: "g1", userIds: ["u1", "u2"] } }]);
});

it("lets group administrators work by address in their group, and opens nobody’s page (F6, F53)", async () => {
  const { user, path } = open({
    viewer: aGroupAdministrator(),
    can: { manage: false },
    rows: [aMember(1), aMember(7, { roles: ["ADMINISTRATOR"] })],
  });
  await screen.findByText("Person Number 1");
  expect(screen.queryByRole("link", { name: /Person Number/ })).not.toBeInTheDocument();
  expect(tabs()).toEqual(["People", "Invitations", "Program sessions", "Settings"]);
  await user.click(screen.getByRole("button", { name: "Add people" }));
  const dialog = await screen.findByRole("dialog");
  expect(within(dialog).getByRole("textbox", { name: "People" })).toBeInTheDocument();
  await user.click(within(dialog).getByRole("button", { name: "Go back" }));
  // whoever lets go of the group is told
  await user.click(await screen.findByRole("button", { name: "Actions for Person Number 7" }));
  await user.click(await screen.findByRole("menuitem", { name: "Take out of the group" }));
  expect(await screen.findByText(/this group will be closed to you/)).toBeInTheDocument();
  await user.click(screen.getByRole("button", { name: "Go back" }));
  await user.click(screen.getByRole("link", { name: "Settings" }));
  expect(await screen.findByText(/for administrators of the workspace/)).toBeInTheDocument();
  expect(screen.getByRole("link", { name: "Invite to this group" })).toHaveAttribute("href", "/groups/g1/invite");
  expect(screen.queryByRole("button", { name: "Delete" })).not.toBeInTheDocument();
  expect(path()).toBe("/groups/g1/settings");
});

it("closes the group to whoever took their own role in it away (F53)", async () => {
  let isAdministrator = true;
  const forbidden = () => {
    if (!isAdministrator) throw refusal("FORBIDDEN");
  };
  const { user } = open({
    viewer: aGroupAdministrator(),
    can: { manage: false },
    more: {
      Group: () => {
        forbidden();
        return aGroup({ manage: false });
      },
      GroupMembers: () => {
        forbidden();
        return members([aMember(7, { roles: ["ADMINISTRATOR", "COACH"] })]);
      },
      RemoveGroupMembers: () => {
        isAdministrator = false;
        return removed(1);
      },
    },
  });
  await user.click(await screen.findByRole("button", { name: "Actions for Person Number 7" }));
  await user.click(await screen.findByRole("menuitem", { name: "Change roles" }));
  const dialog = await screen.findByRole("dialog");
  await user.click(within(dialog).getByRole("checkbox", { name: "Administrator" }));
  expect(within(dialog).getByText(/this group will be closed to you/)).toBeInTheDocument();
  await user.click(within(dialog).getByRole("button", { name: "Save roles" }));
  expect(await screen.findByRole("heading", { name: "This group is not here" })).toBeInTheDocument();
});

it("offers those who may add people the invitation, and shows them no members (F54)", async () => {
  const { answers } = open({
    viewer: aFounder({ seeUsers: false, seeProgramSessions: false, manageNames: false }),
    can: { manage: false, seeMembers: false, changeMembers: false, giveRoles: ["LEARNER"] },
  });
  expect(await screen.findByText("Who is in this group is not shown to you")).toBeInTheDocument();
  expect(screen.getByRole("link", { name: "Invite to this group" })).toBeInTheDocument();
  expect(tabs()).toEqual(["People", "Invitations", "Settings"]);
  expect(answers.askedFor("GroupMembers")).toEqual([]);
});

it("merges the group into another from its settings, and opens that one with what became of the people (F51)", async () => {
  const { answers, user, path } = open({
    path: "/groups/g1/settings",
    more: {
      GroupNumbers: () => ({
        people: 3,
        invitations: 0,
        sessions: { __typename: "ProgramSessionConnection", totalCount: 1, totalCountIsExact: true },
      }),
      GroupNames: () => ({
        groups: {
          __typename: "GroupConnection",
          nodes: [{ __typename: "Group", id: "g2", name: "Gamma" }],
        },
      }),
      MergeGroups: () => ({
        done: { __typename: "PeopleMovedPayload", affected: 3, task: null, userErrors: [] },
      }),
    },
  });
  await user.click(await screen.findByRole("button", { name: "Merge into another" }));
  const dialog = await screen.findByRole("dialog", { name: "Merge “Delta” into another group" });
  expect(await within(dialog).findByText("3 people, no open invitations, 1 program session")).toBeInTheDocument();
  expect(within(dialog).getByRole("button", { name: "Merge the group" })).toBeDisabled();
  await user.click(within(dialog).getByRole("combobox", { name: "Group that stays" }));
  await user.click(await screen.findByRole("option", { name: "Gamma" }));
  await user.click(within(dialog).getByRole("button", { name: "Merge the group" }));
  expect(await screen.findByText("1 group merged into “Gamma”")).toBeInTheDocument();
  expect(path()).toBe("/groups/g2");
  expect(answers.askedFor("MergeGroups")).toEqual([{ input: { groupIds: ["g1"], intoGroupId: "g2" } }]);
});

it("says of a hidden group no more than that it is not here (F53)", async () => {
  open({
    viewer: aGroupAdministrator(),
    more: {
      Group: () => {
        throw refusal("NOT_FOUND");
      },
    },
  });
  expect(await screen.findByRole("heading", { name: "This group is not here" })).toBeInTheDocument();
  expect(screen.getByRole("link", { name: "Show all groups" })).toHaveAttribute("href", "/groups");
});
