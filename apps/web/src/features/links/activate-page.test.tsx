import { screen, waitFor } from "@testing-library/react";
import { Answers } from "../../../test/answers";
import { aFounder } from "../../../test/people";
import { renderPage } from "../../../test/render-app";
import { ActivatePage } from "./activate-page";

const preview = {
  __typename: "LinkPreview",
  purpose: "ACTIVATION",
  state: "VALID",
  workspaceName: "Delta",
  language: "EN",
  emailMasked: "n•••@example.org",
  needs: ["password"],
  firstName: "Noor",
  lastName: "Janssens",
  suggestedUsername: "noor",
  inviterName: "Ann Lee",
  expiresAt: "2026-12-03T10:00:00.000Z",
  viewerIsOther: false,
};

function open(more: Record<string, (variables: never) => unknown> = {}) {
  const answers = new Answers({
    LinkPreview: () => ({ linkPreview: preview }),
    UsernameAvailability: () => ({ availability: { __typename: "AvailabilityResult", usernames: [] } }),
    ...more,
  });
  const also = [
    { path: "/", element: "home" },
    { path: "/join", element: "an invitation" },
    { path: "/my-registration", element: "one's identity" },
  ];
  return { answers, ...renderPage(<ActivatePage />, { answers, at: "/activate", path: "/activate#secret-1", also }) };
}

const password = "seven blue herons sing";

it("asks for a password only, where the rest is known, and lets in (F24)", async () => {
  const { answers, user, path } = open({
    ActivateUser: () => ({
      activateUser: { __typename: "ActivateUserPayload", viewer: aFounder(), userErrors: [] },
    }),
  });
  expect(await screen.findByText(/Ann Lee made an account for you in Delta/)).toBeInTheDocument();
  expect(screen.queryByLabelText("First name")).not.toBeInTheDocument();
  await user.type(screen.getByLabelText("Password"), password);
  await user.click(screen.getByRole("button", { name: "Activate my account" }));
  await waitFor(() => expect(path()).toBe("/"));
  expect(answers.askedFor("ActivateUser")).toMatchObject([{ input: { token: "secret-1", password } }]);
  expect(JSON.stringify(sessionStorage)).not.toContain("secret-1");
});

it("goes on to the own identity where one is required (F60, F62)", async () => {
  const viewer = { ...aFounder(), mustRegister: true };
  const { user, path } = open({
    ActivateUser: () => ({ activateUser: { __typename: "ActivateUserPayload", viewer, userErrors: [] } }),
  });
  await user.type(await screen.findByLabelText("Password"), password);
  await user.click(screen.getByRole("button", { name: "Activate my account" }));
  await waitFor(() => expect(path()).toBe("/my-registration"));
});

it("asks for the names and username that are missing (F27)", async () => {
  const needs = ["firstName", "lastName", "username", "password"];
  open({ LinkPreview: () => ({ linkPreview: { ...preview, needs, firstName: null, lastName: null } }) });
  expect(await screen.findByLabelText("First name")).toHaveValue("");
  expect(screen.getByLabelText("Username")).toHaveValue("noor");
});

it.each([
  ["USED", "Your account is active"],
  ["EXPIRED", "This link has expired"],
  ["CANCELLED", "This account was closed"],
  ["REPLACED", "There is a newer link"],
  ["INVALID", "This link is not complete"],
])("says of a link that is %s: %s", async (state, title) => {
  open({ LinkPreview: () => ({ linkPreview: { ...preview, state, needs: [] } }) });
  expect(await screen.findByRole("heading", { name: title })).toBeInTheDocument();
});

it("offers to ask for a new link in place of an expired one (F18)", async () => {
  const { answers, user } = open({
    LinkPreview: () => ({ linkPreview: { ...preview, state: "EXPIRED", needs: [] } }),
    RequestNewLink: () => ({
      requestNewLink: { __typename: "RequestNewLinkPayload", asked: true, userErrors: [] },
    }),
  });
  await user.click(await screen.findByRole("button", { name: "Ask for a new link" }));
  expect(await screen.findByText(/They are told that you ask/)).toBeInTheDocument();
  expect(screen.queryByRole("button", { name: "Ask for a new link" })).not.toBeInTheDocument();
  expect(answers.askedFor("RequestNewLink")).toEqual([{ input: { token: "secret-1" } }]);
});

it("leads to the page that a link of another kind belongs to", async () => {
  const { path } = open({ LinkPreview: () => ({ linkPreview: { ...preview, purpose: "INVITATION" } }) });
  await waitFor(() => expect(path()).toContain("/join"));
});
