import { screen, waitFor, within } from "@testing-library/react";
import { Answers } from "../../../test/answers";
import { aFounder, aGroupAdministrator } from "../../../test/people";
import { renderPage } from "../../../test/render-app";
import type { Viewer } from "../../apollo/viewer";
import { GroupInvitations } from "./group-invitations";
import { InvitationDrawer } from "./invitation-drawer";
import { InvitationsPage } from "./invitations-page";

const anInvitation = (n: number, more = {}) => ({
  __typename: "Invitation",
  id: `i${n}`,
  email: `person${n}@example.org`,
  status: "PENDING",
  firstName: null,
  lastName: null,
  inviter: null,
  createdAt: "2026-11-01T10:00:00.000Z",
  expiresAt: "2026-12-01T10:00:00.000Z",
  sentCount: 1,
  lastSentAt: "2026-11-01T10:00:00.000Z",
  openedAt: null,
  attention: null,
  mayChange: true,
  mayHandOver: true,
  delivery: null,
  ...more,
});

const details = {
  username: null,
  userType: "MEMBER",
  language: "EN",
  company: null,
  team: null,
  label: null,
  groups: [],
  deletionDate: null,
  externalId: null,
  message: null,
  acceptedAt: null,
  acceptedUser: null,
  isGiven: true,
  nextReminderAt: null,
  timeline: [],
  programSession: { __typename: "ProgramSession", id: "s1", name: "First steps" },
  import: null,
  importRow: null,
};

const count = { __typename: "InvitationConnection", totalCount: 2, totalCountIsExact: true };
const beyond = anInvitation(2, { mayChange: false, mayHandOver: false });

interface Opened {
  rows?: object[];
  viewer?: Viewer;
  path?: string;
  page?: "group" | "workspace";
  mayInvite?: boolean;
  more?: ConstructorParameters<typeof Answers>[0];
}

function open(opened: Opened = {}) {
  const { rows = [anInvitation(1), beyond], viewer, path, page = "group", mayInvite = true, more = {} } = opened;
  const answers = new Answers({
    Invitations: () => ({
      invitations: {
        ...count,
        totalCount: rows.length,
        nodes: rows,
        pageInfo: { __typename: "PageInfo", hasNextPage: false, endCursor: null },
      },
    }),
    InvitationNumbers: () => ({ all: count, pending: count, expired: count, accepted: count, cancelled: count }),
    InviteToGroup: () => ({
      group: {
        __typename: "Group",
        id: "g1",
        name: "Delta",
        can: { __typename: "GroupCan", invite: mayInvite, giveRoles: ["LEARNER"] },
      },
    }),
    GroupName: () => ({ group: { __typename: "Group", id: "g1", name: "Delta" } }),
    GroupNames: () => ({
      groups: { __typename: "GroupConnection", nodes: [{ __typename: "Group", id: "g1", name: "Delta" }] },
    }),
    ...more,
  });
  const [element, home] =
    page === "group"
      ? [<GroupInvitations />, "/groups/:groupId/invitations"]
      : [<InvitationsPage />, "/users/invitations"];
  const at = page === "group" ? "/groups/g1/invitations" : home;
  const drawer = { path: ":invitationId", element: <InvitationDrawer /> };
  return {
    answers,
    ...renderPage(element, {
      answers,
      at: home,
      path: path ?? at,
      within: [drawer],
      viewer: viewer ?? aGroupAdministrator(),
    }),
  };
}

it("lists who is invited to the group, and nobody else (F6)", async () => {
  const { answers, user } = open();
  await screen.findByText(/person1/);
  await user.click(screen.getByRole("button", { name: /^Expired/ }));
  await waitFor(() => expect(answers.askedFor("Invitations")).toHaveLength(2));
  expect(answers.askedFor("Invitations").map(({ filter }) => filter)).toEqual([
    { groupId: "g1" },
    { groupId: "g1", statuses: ["EXPIRED"] },
  ]);
  for (const { filter } of Object.values(answers.askedFor("InvitationNumbers")[0] ?? {}).map((one) => ({
    filter: one as { groupId: string },
  }))) {
    expect(filter.groupId).toBe("g1");
  }
});

it("offers the actions to those who administer the group (F6, F15, F16)", async () => {
  const { answers, user } = open({
    more: {
      CancelInvitations: () => ({
        cancelInvitations: { __typename: "InvitationSelectionPayload", affected: 1, task: null, userErrors: [] },
      }),
    },
  });
  await user.click(await screen.findByRole("button", { name: "More actions for person1@example.org" }));
  for (const name of ["Send again", "Change address", "Change expiry"]) {
    expect(await screen.findByRole("menuitem", { name })).toBeInTheDocument();
  }
  await user.click(screen.getByRole("menuitem", { name: "Cancel invitation" }));
  await user.click(await screen.findByRole("button", { name: "Cancel 1 invitation" }));
  expect(await screen.findByText("1 invitation cancelled")).toBeInTheDocument();
  expect(answers.askedFor("CancelInvitations")).toEqual([{ input: { ids: ["i1"] } }]);
});

it("says of one that promises more than the viewer may grant why nothing can be done (F57)", async () => {
  open({
    path: "/groups/g1/invitations/i2",
    more: { Invitation: () => ({ invitation: { ...beyond, ...details } }) },
  });
  const drawer = await screen.findByRole("dialog", { name: "person2@example.org" });
  expect(await within(drawer).findByText("It holds more than you may give")).toBeInTheDocument();
  expect(within(drawer).queryByRole("button", { name: /Send again|Copy link|Change|Cancel/ })).not.toBeInTheDocument();
  expect(screen.getByText("More than you may give")).toBeInTheDocument();
  expect(screen.queryByRole("button", { name: /person2/ })).not.toBeInTheDocument();
});

it.each([
  [true, "Send it again, and it is in your name and gives all."],
  [false, "Somebody who may give all of it can send it again."],
])(
  "says of one whose inviter may no longer give all that it would give less, and what to do (F57): %s",
  async (mayHandOver, words) => {
    const invitation = { ...anInvitation(1, { mayHandOver }), ...details, isGiven: false };
    open({
      rows: [anInvitation(1, { mayHandOver })],
      path: "/groups/g1/invitations/i1",
      more: { Invitation: () => ({ invitation }) },
    });
    const drawer = await screen.findByRole("dialog", { name: "person1@example.org" });
    expect(await within(drawer).findByText("It gives less than it says")).toBeInTheDocument();
    expect(drawer).toHaveTextContent(words);
  },
);

it("lets what holds more than the viewer could give be sent again and withdrawn, and handed to nobody (F57)", async () => {
  const held = anInvitation(2, { mayHandOver: false });
  const more = { Invitation: () => ({ invitation: { ...held, ...details } }) };
  const { user } = open({ rows: [held], path: "/groups/g1/invitations/i2", more });
  const drawer = await screen.findByRole("dialog", { name: "person2@example.org" });
  expect(await within(drawer).findByText(/You may send it again and cancel it/)).toBeInTheDocument();
  const buttons = ["Send again", "Change expiry", "Cancel invitation"];
  for (const name of buttons) expect(within(drawer).getAllByRole("button", { name })[0]).toBeVisible();
  expect(within(drawer).queryByRole("button", { name: /Copy link|address/ })).not.toBeInTheDocument();
  await user.keyboard("{Escape}");
  await user.click(await screen.findByRole("button", { name: "More actions for person2@example.org" }));
  const items = (await screen.findAllByRole("menuitem")).map(({ textContent }) => textContent);
  expect(items).toEqual(buttons);
  expect(screen.queryByRole("button", { name: "Copy link for person2@example.org" })).not.toBeInTheDocument();
});

it("sends nothing again that would be handed over, where no mail is delivered (F57)", async () => {
  const viewer = aFounder({ addAdministrators: false });
  const unmailed = { ...viewer, workspace: { ...viewer.workspace, mailDelivery: "NONE" as const } };
  const { user } = open({ rows: [anInvitation(2, { mayHandOver: false })], page: "workspace", viewer: unmailed });
  await user.click(await screen.findByRole("button", { name: "More actions for person2@example.org" }));
  const items = (await screen.findAllByRole("menuitem")).map(({ textContent }) => textContent);
  expect(items).toEqual(["Change expiry", "Cancel invitation"]);
});

it("says of a selection why some were refused", async () => {
  const refused = { __typename: "UserError", code: "NOT_ALLOWED", message: "", path: ["ids", "1"] };
  const { user } = open({
    more: {
      ResendInvitations: () => ({
        resendInvitations: {
          __typename: "InvitationSelectionPayload",
          affected: 1,
          task: null,
          links: [],
          userErrors: [refused],
        },
      }),
    },
  });
  await user.click(await screen.findByLabelText("Select the 2 loaded rows"));
  await user.click(screen.getByRole("button", { name: "Send again" }));
  await user.click(await screen.findByRole("button", { name: "Send 2 again" }));
  expect(await screen.findByText(/^1 refused: They promise more than you may grant/)).toBeInTheDocument();
  expect(screen.getByText("1 selected")).toBeInTheDocument();
});

it("shows the program session that an invitation was made from (F7)", async () => {
  open({
    path: "/groups/g1/invitations/i1",
    more: { Invitation: () => ({ invitation: { ...anInvitation(1), ...details } }) },
  });
  expect(await screen.findByRole("link", { name: "First steps" })).toHaveAttribute("href", "/program-sessions/s1");
});

it("closes the drawer to the group's own list", async () => {
  const { user, path } = open({
    path: "/groups/g1/invitations/i1?status=PENDING",
    more: { Invitation: () => ({ invitation: { ...anInvitation(1), ...details } }) },
  });
  await screen.findByRole("dialog", { name: "person1@example.org" });
  await user.click(screen.getByRole("button", { name: "Close" }));
  await waitFor(() => expect(path()).toBe("/groups/g1/invitations?status=PENDING"));
});

it("teaches what stands here while nobody is invited to the group", async () => {
  open({ rows: [] });
  expect(await screen.findByRole("heading", { name: "Nobody is invited to this group yet" })).toBeInTheDocument();
  for (const link of screen.getAllByRole("link", { name: "Invite people" })) {
    expect(link).toHaveAttribute("href", "/groups/g1/invite");
  }
});

it("is narrowed to a group by the address, with a way out, in the list of all (F14)", async () => {
  const { answers, user, path } = open({
    page: "workspace",
    path: "/users/invitations?group=g1",
    viewer: aFounder(),
  });
  await screen.findByText(/person1/);
  expect(answers.askedFor("Invitations")[0]).toMatchObject({ filter: { groupId: "g1" } });
  await user.click(await screen.findByRole("button", { name: "Remove the filter “To the group Delta”" }));
  await waitFor(() => expect(path()).toBe("/users/invitations"));
});

it("offers groups in the filter of the list of all (F14)", async () => {
  const { user, path } = open({ page: "workspace", viewer: aFounder() });
  await user.click(await screen.findByRole("button", { name: "Filter" }));
  await user.click(await screen.findByRole("combobox", { name: "Groups" }));
  await user.keyboard("{ArrowDown}");
  await user.click(await screen.findByRole("option", { name: "Delta" }));
  await waitFor(() => expect(path()).toBe("/users/invitations?group=g1"));
});

it("keeps the list of all from administrators of groups, and leads them there (F6)", () => {
  const { answers } = open({ page: "workspace" });
  expect(screen.getByRole("link", { name: "Go to your groups" })).toHaveAttribute("href", "/groups");
  expect(answers.asked).toEqual([]);
});

it("is explained to those who see the group and may not invite to it (F6)", async () => {
  open({ mayInvite: false });
  expect(
    await screen.findByRole("heading", { name: "The invitations to this group are not open to you" }),
  ).toBeInTheDocument();
  expect(screen.queryByRole("link", { name: "Invite people" })).not.toBeInTheDocument();
});
