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
  [name]: { __typename: typename, affected: 0, task: null, userErrors: [], ...more },
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

it("writes a chosen filter into the address", async () => {
  const { user, path } = open();
  await user.click(await screen.findByRole("button", { name: "Pending 2" }));
  await waitFor(() => expect(path()).toBe("/users/invitations?status=PENDING"));
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
