import { screen } from "@testing-library/react";
import { Answers } from "../../../test/answers";
import { aFounder } from "../../../test/people";
import { renderPage } from "../../../test/render-app";
import { InboxPage } from "./inbox-page";

const open = (nodes: object[], can = {}) => {
  const answers = new Answers({
    InboxMails: () => ({
      inboxMails: {
        __typename: "InboxMailConnection",
        nodes,
        totalCount: nodes.length,
        totalCountIsExact: true,
        pageInfo: { __typename: "PageInfo", hasNextPage: false, endCursor: null },
      },
    }),
  });
  renderPage(<InboxPage />, { answers, at: "/inbox", viewer: aFounder(can) });
  return answers;
};

it("lists the mails that would have been sent, each with its own address", async () => {
  open([
    {
      __typename: "InboxMail",
      id: "m1",
      to: "person@example.org",
      subject: "Ann Lee invites you to join Delta",
      createdAt: "2026-11-22T09:00:00.000Z",
    },
  ]);
  const mail = await screen.findByRole("link", { name: /person@example.org/ });
  expect(mail).toHaveAttribute("href", "/inbox/m1");
  expect(mail).toHaveTextContent("Ann Lee invites you to join Delta");
});

it("says what to do while it is empty", async () => {
  open([]);
  expect(await screen.findByRole("link", { name: "Invite people" })).toHaveAttribute("href", "/users/invitations/new");
});

it("asks for nothing when it is not the viewer's to read", () => {
  const answers = open([], { readInbox: false });
  expect(screen.getByRole("heading", { name: "There is no inbox to read" })).toBeInTheDocument();
  expect(answers.asked).toEqual([]);
});
