import { screen, waitFor, within } from "@testing-library/react";
import { Answers } from "../../../test/answers";
import { aFounder } from "../../../test/people";
import { renderPage } from "../../../test/render-app";
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
  delivery: {
    __typename: "Delivery",
    status: "SENT",
    at: "2026-11-01T10:00:00.000Z",
    serverAnswer: null,
    attempts: 1,
  },
  ...more,
});

const payload = (name: string, typename: string, more = {}) => ({
  [name]: { __typename: typename, affected: 0, task: null, links: [], userErrors: [], ...more },
});

const refusal = (code: string, path: string[]) => ({ __typename: "UserError", code, message: "", path });

const numbers = { __typename: "InvitationConnection", totalCount: 3, totalCountIsExact: true };

interface Setting {
  answers?: Record<string, (variables: never) => unknown>;
  path?: string;
  rows?: ReturnType<typeof anInvitation>[];
  total?: number;
  exact?: boolean;
}

function open({ answers: more = {}, path = "/users/invitations", rows, total = 3, exact = true }: Setting = {}) {
  const answers = new Answers({
    Invitations: () => ({
      invitations: {
        __typename: "InvitationConnection",
        nodes: rows ?? [anInvitation(1), anInvitation(2), anInvitation(3)],
        totalCount: total,
        totalCountIsExact: exact,
        pageInfo: { __typename: "PageInfo", hasNextPage: total > 3, endCursor: "c3" },
      },
    }),
    InvitationNumbers: () => ({
      all: numbers,
      pending: { ...numbers, totalCount: 2 },
      expired: numbers,
      accepted: numbers,
      cancelled: numbers,
    }),
    ...more,
  });
  return {
    answers,
    ...renderPage(<InvitationsPage />, { answers, at: "/users/invitations", path, viewer: aFounder() }),
  };
}

it("asks for what the address says: status, search, order (F14)", async () => {
  const { answers } = open({ path: "/users/invitations?status=EXPIRED&search=ann&order=EMAIL&direction=ASC" });
  await screen.findByText(/person1/);
  expect(answers.askedFor("Invitations")).toEqual([
    { first: 50, filter: { search: "ann", statuses: ["EXPIRED"] }, orderBy: { field: "EMAIL", direction: "ASC" } },
  ]);
  expect(screen.getByRole("button", { name: /^Expired/ })).toHaveAttribute("aria-pressed", "true");
});

it("writes a chosen filter into the address, and into those of the rows", async () => {
  const { user, path } = open();
  await user.click(await screen.findByRole("button", { name: "Pending 2" }));
  await waitFor(() => expect(path()).toBe("/users/invitations?status=PENDING"));
  const first = screen.getByRole("link", { name: /person1/ });
  expect(first).toHaveAttribute("href", "/users/invitations/i1?status=PENDING");
});

it("never calls a mail sent that stays in the development inbox (F20)", async () => {
  open();
  expect((await screen.findAllByText("In the inbox")).length).toBe(3);
  expect(screen.queryByText("Sent")).not.toBeInTheDocument();
});

it("offers all that match once the loaded rows are chosen, counts them anew, and names the number (F15)", async () => {
  const { answers, user } = open({
    total: 3210,
    answers: {
      CountInvitations: () => ({ countInvitations: 3211 }),
      CancelInvitations: () => payload("cancelInvitations", "InvitationSelectionPayload", { affected: 3211 }),
    },
  });
  await user.click(await screen.findByLabelText("Select the 3 loaded rows"));
  expect(screen.getByText("3 selected")).toBeInTheDocument();
  await user.click(screen.getByRole("button", { name: "Select all 3,210 that match" }));
  await user.click(screen.getByRole("button", { name: "Cancel invitations" }));
  const dialog = await screen.findByRole("dialog", { name: "Cancel 3,211 invitations" });
  await user.click(within(dialog).getByRole("button", { name: "Cancel 3,211 invitations" }));
  expect(await screen.findByText("3,211 invitations cancelled")).toBeInTheDocument();
  expect(answers.askedFor("CancelInvitations")).toEqual([{ input: { filter: {}, expectedCount: 3211 } }]);
});

it("asks again with the new number when what matches has changed", async () => {
  let count = 3;
  const { answers, user } = open({
    total: 4,
    answers: {
      CountInvitations: () => ({ countInvitations: count }),
      ResendInvitations: ({ input }: { input: { expectedCount: number } }) => {
        if (input.expectedCount === 3) {
          count = 2;
          const userErrors = [refusal("SELECTION_CHANGED", ["expectedCount"])];
          return payload("resendInvitations", "InvitationSelectionPayload", { userErrors });
        }
        return payload("resendInvitations", "InvitationSelectionPayload", { affected: 2 });
      },
    },
  });
  await user.click(await screen.findByLabelText("Select the 3 loaded rows"));
  await user.click(screen.getByRole("button", { name: "Select all 4 that match" }));
  await user.click(screen.getByRole("button", { name: "Send again" }));
  await user.click(await screen.findByRole("button", { name: "Send 3 again" }));
  expect(await screen.findByText(/now there are 2/)).toBeInTheDocument();
  await user.click(screen.getByRole("button", { name: "Send 2 again" }));
  expect(await screen.findByText("2 invitations sent again")).toBeInTheDocument();
  expect(answers.askedFor("ResendInvitations")).toHaveLength(2);
});

it("says how many were refused and why, and keeps only those chosen (F16)", async () => {
  const { answers, user } = open({
    answers: {
      ResendInvitations: () =>
        payload("resendInvitations", "InvitationSelectionPayload", {
          affected: 1,
          userErrors: [refusal("INVITATION_CLOSED", ["ids", "1"])],
        }),
    },
  });
  await user.click(await screen.findByLabelText("Select person1@example.org"));
  await user.click(screen.getByLabelText("Select person3@example.org"));
  await user.click(screen.getByRole("button", { name: "Send again" }));
  await user.click(await screen.findByRole("button", { name: "Send 2 again" }));
  expect(await screen.findByText("1 invitation sent again")).toBeInTheDocument();
  expect(screen.getByText(/1 refused: This invitation is accepted or cancelled already./)).toBeInTheDocument();
  expect(answers.askedFor("ResendInvitations")).toEqual([{ input: { ids: ["i1", "i3"] } }]);
  expect(screen.getByLabelText("Select person3@example.org")).toBeChecked();
  expect(screen.getByLabelText("Select person1@example.org")).not.toBeChecked();
});

it("follows a large action in the background, from the address, to its end", async () => {
  let polls = 0;
  const { user, path } = open({
    path: "/users/invitations?task=t1&did=cancel",
    answers: {
      InvitationTask: () => ({
        task: {
          __typename: "Task",
          id: "t1",
          status: polls++ === 0 ? "RUNNING" : "DONE",
          done: polls === 1 ? 40 : 118,
          refused: polls === 1 ? 0 : 3,
          total: 121,
        },
      }),
    },
  });
  expect(await screen.findByText("Cancelling: 40 of 121")).toBeInTheDocument();
  expect(await screen.findByText("118 invitations cancelled", undefined, { timeout: 3000 })).toBeInTheDocument();
  expect(screen.getByText(/^3 refused/)).toBeInTheDocument();
  await user.click(screen.getByRole("button", { name: "Close" }));
  await waitFor(() => expect(path()).toBe("/users/invitations"));
});

it("makes a further link and keeps the window open until it was copied (F13)", async () => {
  const { user } = open({
    answers: {
      CopyInvitationLink: () => ({
        copyInvitationLink: {
          __typename: "CopyInvitationLinkPayload",
          link: "https://usher.example.org/join#abc",
          expiresAt: "2026-12-01T10:00:00.000Z",
          userErrors: [],
        },
      }),
    },
  });
  await user.click(await screen.findByRole("button", { name: "Copy link for person2@example.org" }));
  expect(await screen.findByLabelText("Invitation link")).toHaveValue("https://usher.example.org/join#abc");
  await user.keyboard("{Escape}");
  expect(screen.getByLabelText("Invitation link")).toBeInTheDocument();
  await user.click(screen.getByRole("button", { name: "Copy" }));
  expect(await screen.findByRole("button", { name: "Copied" })).toBeInTheDocument();
  expect(await navigator.clipboard.readText()).toBe("https://usher.example.org/join#abc");
  await user.click(screen.getByRole("button", { name: "Done" }));
  await waitFor(() => expect(screen.queryByLabelText("Invitation link")).not.toBeInTheDocument());
});

it("filters by what became of the mail and by what waits, each with its way out (F14, F18, F20)", async () => {
  const { answers, user, path } = open({ path: "/users/invitations?attention=NEW_LINK_ASKED&delivery=FAILED" });
  await screen.findByText(/person1/);
  expect(answers.askedFor("Invitations")[0]).toMatchObject({
    filter: { attention: ["NEW_LINK_ASKED"], deliveryStatuses: ["FAILED", "BOUNCED"] },
  });
  await user.click(screen.getByRole("button", { name: "Remove the filter “Asks for a new link”" }));
  await waitFor(() => expect(path()).toBe("/users/invitations?delivery=FAILED"));
  await user.click(screen.getByRole("button", { name: "Filter" }));
  await user.selectOptions(await screen.findByLabelText("Needs a look"), "Link ends within 48 hours");
  await waitFor(() => expect(path()).toBe("/users/invitations?delivery=FAILED&expiring=48"));
  const last = answers.askedFor("Invitations").at(-1) as { filter: { expiresBefore: string } };
  expect(Date.parse(last.filter.expiresBefore)).toBeGreaterThan(Date.now());
});

it("says in the list what the mail server said, and who asks for a new link (F18, F20)", async () => {
  const delivery = { ...anInvitation(1).delivery, status: "BOUNCED", serverAnswer: "550 5.1.1 no such user" };
  open({ rows: [anInvitation(1, { delivery, attention: "NEW_LINK_ASKED", status: "EXPIRED" })], total: 1 });
  expect(await screen.findByText("550 5.1.1 no such user")).toBeInTheDocument();
  expect(screen.getByText("Asks for a new link")).toBeInTheDocument();
});

const changed = (more = {}) => ({
  changeInvitation: {
    __typename: "ChangeInvitationPayload",
    invitation: {
      __typename: "Invitation",
      id: "i1",
      email: "right@example.org",
      expiresAt: "2026-12-01T10:00:00.000Z",
    },
    link: null,
    userErrors: [],
    ...more,
  },
});

it("corrects an address: what is wrong stands at the field, then the invitation is sent there (F20)", async () => {
  let isTaken = true;
  const { answers, user } = open({
    answers: {
      ChangeInvitation: () =>
        isTaken ? changed({ invitation: null, userErrors: [refusal("EMAIL_TAKEN", ["email"])] }) : changed(),
    },
  });
  await user.click(await screen.findByRole("button", { name: "More actions for person1@example.org" }));
  await user.click(await screen.findByRole("menuitem", { name: "Change address" }));
  const field = await screen.findByLabelText("E-mail address");
  expect(screen.getByRole("button", { name: "Change and send" })).toBeDisabled();
  await user.clear(field);
  await user.type(field, "right@example.org");
  await user.click(screen.getByRole("button", { name: "Change and send" }));
  await waitFor(() => expect(field).toBeInvalid());
  isTaken = false;
  await user.click(screen.getByRole("button", { name: "Change and send" }));
  await waitFor(() => expect(screen.queryByLabelText("E-mail address")).not.toBeInTheDocument());
  expect(answers.askedFor("ChangeInvitation").at(-1)).toEqual({
    input: { invitationId: "i1", email: "right@example.org" },
  });
  await waitFor(() => expect(answers.askedFor("Invitations").length).toBeGreaterThan(1));
});

it("shows the link of a new address where no mail brings it (F13)", async () => {
  const { user } = open({
    answers: { ChangeInvitation: () => changed({ link: "https://usher.example.org/join#xyz" }) },
  });
  await user.click(await screen.findByRole("button", { name: "More actions for person1@example.org" }));
  await user.click(await screen.findByRole("menuitem", { name: "Change address" }));
  const field = await screen.findByLabelText("E-mail address");
  await user.clear(field);
  await user.type(field, "right@example.org");
  await user.click(screen.getByRole("button", { name: "Change and send" }));
  expect(await screen.findByLabelText("Invitation link")).toHaveValue("https://usher.example.org/join#xyz");
});

it("changes the expiry of the links that are out (F12)", async () => {
  const { answers, user } = open({ answers: { ChangeInvitation: () => changed() } });
  await user.click(await screen.findByRole("button", { name: "More actions for person1@example.org" }));
  await user.click(await screen.findByRole("menuitem", { name: "Change expiry" }));
  await user.selectOptions(await screen.findByLabelText("The link works for"), "14 days from now");
  await user.click(screen.getByRole("button", { name: "Change" }));
  await waitFor(() =>
    expect(answers.askedFor("ChangeInvitation")).toEqual([{ input: { invitationId: "i1", lifetimeHours: 336 } }]),
  );
});

it("hands over the new links of a resend where no mail goes out (F13)", async () => {
  const links = [1, 2].map((n) => ({
    __typename: "InvitationLink",
    link: `https://usher.example.org/join#${n}`,
    invitation: { __typename: "Invitation", id: `i${n}`, email: `person${n}@example.org` },
  }));
  const { user } = open({
    answers: {
      ResendInvitations: () => payload("resendInvitations", "InvitationSelectionPayload", { affected: 2, links }),
    },
  });
  await user.click(await screen.findByLabelText("Select person1@example.org"));
  await user.click(screen.getByLabelText("Select person2@example.org"));
  await user.click(screen.getByRole("button", { name: "Send again" }));
  await user.click(await screen.findByRole("button", { name: "Send 2 again" }));
  const dialog = await screen.findByRole("dialog", { name: "2 new links" });
  expect(within(dialog).getByLabelText("Link for person2@example.org")).toHaveValue("https://usher.example.org/join#2");
  await user.click(within(dialog).getByRole("button", { name: "Copy all 2 links" }));
  expect(await within(dialog).findByRole("button", { name: "Copied, one a line" })).toBeInTheDocument();
  expect(await navigator.clipboard.readText()).toContain("person1@example.org\thttps://usher.example.org/join#1");
});

it("says when to come back after too many in an hour (F55)", async () => {
  const message = "These are too many. All of these fit from 14:32.";
  const { user } = open({
    answers: {
      ResendInvitations: () =>
        payload("resendInvitations", "InvitationSelectionPayload", {
          userErrors: [{ ...refusal("TOO_MANY_PEOPLE", ["ids"]), message }],
        }),
    },
  });
  await user.click(await screen.findByLabelText("Select person1@example.org"));
  await user.click(screen.getByRole("button", { name: "Send again" }));
  await user.click(await screen.findByRole("button", { name: "Send 1 again" }));
  expect(await screen.findByText(message)).toBeInTheDocument();
});

it("offers nothing that would be refused for an accepted invitation (F17)", async () => {
  open({ rows: [anInvitation(1, { status: "ACCEPTED" })], total: 1 });
  await screen.findByText(/person1/);
  expect(screen.queryByRole("button", { name: /person1/ })).not.toBeInTheDocument();
});

it("says more than 10,000 when nobody counted", async () => {
  open({ total: 10000, exact: false });
  expect(await screen.findByText("3 of 10,000+")).toBeInTheDocument();
});

it("teaches what stands here while nobody is invited", async () => {
  open({ rows: [], total: 0 });
  expect(await screen.findByRole("heading", { name: "Nobody is invited yet" })).toBeInTheDocument();
});
