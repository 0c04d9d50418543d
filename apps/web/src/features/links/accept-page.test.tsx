import { screen, waitFor } from "@testing-library/react";
import { Answers } from "../../../test/answers";
import { aFounder } from "../../../test/people";
import { renderPage } from "../../../test/render-app";
import { AcceptPage } from "./accept-page";

const preview = {
  __typename: "LinkPreview",
  purpose: "INVITATION",
  state: "VALID",
  workspaceName: "Delta",
  language: "EN",
  emailMasked: "n•••@example.org",
  needs: ["firstName", "lastName", "username", "password"],
  firstName: "Noor",
  lastName: null,
  suggestedUsername: "noor.janssens",
  inviterName: "Ann Lee",
  expiresAt: "2026-12-03T10:00:00.000Z",
  viewerIsOther: false,
};

const refuse = (code: string, path: string[]) => ({
  acceptInvitation: {
    __typename: "AcceptInvitationPayload",
    viewer: null,
    userErrors: [{ __typename: "UserError", code, message: code, path }],
  },
});

function open(more: Record<string, (variables: never) => unknown> = {}, path = "/join#secret-1") {
  const answers = new Answers({
    LinkPreview: () => ({ linkPreview: preview }),
    UsernameAvailability: ({ usernames }: { usernames: string[] }) => ({
      availability: {
        __typename: "AvailabilityResult",
        usernames: usernames.map((value) => ({
          __typename: "AvailabilityEntry",
          value,
          availability: value === "noor" ? "TAKEN" : "FREE",
        })),
      },
    }),
    ReportLinkOpened: () => ({ reportLinkOpened: { __typename: "ReportLinkOpenedPayload", userErrors: [] } }),
    ...more,
  });
  return {
    answers,
    ...renderPage(<AcceptPage />, { answers, at: "/join", path, also: [{ path: "/", element: "home" }] }),
  };
}

const password = "seven blue herons sing";

it("asks for what the link needs, prefills what is known, and joins (F8)", async () => {
  const { answers, user, path } = open({
    AcceptInvitation: () => ({
      acceptInvitation: { __typename: "AcceptInvitationPayload", viewer: aFounder(), userErrors: [] },
    }),
  });
  expect(await screen.findByLabelText("First name")).toHaveValue("Noor");
  expect(screen.getByLabelText("Username")).toHaveValue("noor.janssens");
  await user.type(screen.getByLabelText("Last name"), "Janssens");
  await user.type(screen.getByLabelText("Password"), password);
  await user.click(screen.getByRole("button", { name: "Join Delta" }));
  await waitFor(() => expect(path()).toBe("/"));
  expect(answers.askedFor("AcceptInvitation")).toEqual([
    { input: { token: "secret-1", firstName: "Noor", lastName: "Janssens", username: "noor.janssens", password } },
  ]);
  expect(JSON.stringify(sessionStorage)).not.toContain("secret-1");
});

it("has mails written in the language that was chosen while joining (F64)", async () => {
  sessionStorage.setItem("usher.language", "fr");
  const { answers, user, path } = open({
    AcceptInvitation: () => ({
      acceptInvitation: { __typename: "AcceptInvitationPayload", viewer: aFounder(), userErrors: [] },
    }),
    UpdateProfile: () => ({ updateProfile: { __typename: "UpdateProfilePayload", user: null, userErrors: [] } }),
  });
  await user.type(await screen.findByLabelText("Last name"), "Janssens");
  await user.type(screen.getByLabelText("Password"), password);
  await user.click(screen.getByRole("button", { name: "Join Delta" }));
  await waitFor(() => expect(path()).toBe("/"));
  expect(answers.askedFor("UpdateProfile")).toEqual([{ input: { language: "FR" } }]);
});

it("takes the secret out of the address and keeps it for a reload", async () => {
  const { path } = open();
  await screen.findByLabelText("First name");
  await waitFor(() => expect(path()).toBe("/join"));
  expect(JSON.stringify(sessionStorage)).toContain("secret-1");
});

it("says while typing whether a username is free (F10)", async () => {
  const { user } = open();
  expect(await screen.findByText("This username is free")).toBeInTheDocument();
  const username = screen.getByLabelText("Username");
  await user.clear(username);
  await user.type(username, "noor");
  expect(await screen.findByText("This username is taken")).toBeInTheDocument();
  await user.type(username, "@");
  expect(await screen.findByText("Only a to z, digits, dots, hyphens and underscores")).toBeInTheDocument();
});

it("keeps what was typed when a field is refused, and says so at that field", async () => {
  const { user } = open({ AcceptInvitation: () => refuse("PASSWORD_TOO_COMMON", ["password"]) });
  await user.type(await screen.findByLabelText("Last name"), "Janssens");
  await user.type(screen.getByLabelText("Password"), password);
  await user.click(screen.getByRole("button", { name: "Join Delta" }));
  await waitFor(() => expect(screen.getByLabelText("Password")).toBeInvalid());
  expect(screen.getByLabelText("Last name")).toHaveValue("Janssens");
  const summary = screen.getByRole("alert");
  await waitFor(() => expect(summary).toHaveFocus());
  await user.click(screen.getByRole("link", { name: "Password" }));
  await waitFor(() => expect(screen.getByLabelText("Password")).toHaveFocus());
});

it("sends nothing while something is missing", async () => {
  const { answers, user } = open();
  await user.click(await screen.findByRole("button", { name: "Join Delta" }));
  expect(await screen.findByRole("alert")).toHaveTextContent("2 things need a look");
  expect(answers.askedFor("AcceptInvitation")).toHaveLength(0);
});

it("takes no event of a program for a person's touch (F20)", async () => {
  const { answers, user } = open();
  // Testing Library's events are a program's too: the browser does not vouch for them.
  await user.click(await screen.findByLabelText("Last name"));
  await user.keyboard("a");
  expect(answers.askedFor("ReportLinkOpened")).toHaveLength(0);
});

it.each([
  ["USED", "You have already joined"],
  ["EXPIRED", "This link has expired"],
  ["CANCELLED", "This invitation was cancelled"],
  ["REPLACED", "There is a newer link"],
  ["INVALID", "This link is not complete"],
])("says of a link that is %s: %s", async (state, title) => {
  open({ LinkPreview: () => ({ linkPreview: { ...preview, state, needs: [] } }) });
  expect(await screen.findByRole("heading", { name: title })).toBeInTheDocument();
  expect(screen.queryByLabelText("Password")).not.toBeInTheDocument();
});

it("asks again what became of the link when it dies while the form is filled in", async () => {
  let cancelled = false;
  const { user } = open({
    LinkPreview: () => ({ linkPreview: cancelled ? { ...preview, state: "CANCELLED", needs: [] } : preview }),
    AcceptInvitation: () => {
      cancelled = true;
      return refuse("LINK_CANCELLED", ["token"]);
    },
  });
  await user.type(await screen.findByLabelText("Last name"), "Janssens");
  await user.type(screen.getByLabelText("Password"), password);
  await user.click(screen.getByRole("button", { name: "Join Delta" }));
  const heading = await screen.findByRole("heading", { name: "This invitation was cancelled" });
  await waitFor(() => expect(heading).toHaveFocus());
});

it("offers to sign out when someone else is signed in here", async () => {
  open({ LinkPreview: () => ({ linkPreview: { ...preview, viewerIsOther: true } }) });
  expect(await screen.findByRole("button", { name: "Sign out and continue" })).toBeInTheDocument();
});

it("says that all seats are taken and keeps the form (F66)", async () => {
  const { user } = open({ AcceptInvitation: () => refuse("SEAT_LIMIT_REACHED", []) });
  await user.type(await screen.findByLabelText("Last name"), "Janssens");
  await user.type(screen.getByLabelText("Password"), password);
  await user.click(screen.getByRole("button", { name: "Join Delta" }));
  expect(await screen.findByText("All seats of this workspace are taken.")).toBeInTheDocument();
  expect(screen.getByText(/Your link stays valid/)).toBeInTheDocument();
  expect(screen.getByLabelText("Password")).toHaveValue(password);
});

it("takes a link that is pasted by hand, with line breaks and all", async () => {
  const { answers, user } = open({}, "/join");
  await user.click(await screen.findByLabelText("Link from the mail"));
  await user.paste("<https://usher.example.org/join#secr\n  et-2>");
  await user.click(screen.getByRole("button", { name: "Open the invitation" }));
  const heading = await screen.findByRole("heading", { name: "Complete your account" });
  await waitFor(() => expect(heading).toHaveFocus());
  expect(answers.askedFor("LinkPreview")).toEqual([{ token: "secret-2" }]);
});
