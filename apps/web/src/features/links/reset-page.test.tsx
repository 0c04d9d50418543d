import { screen, waitFor } from "@testing-library/react";
import { Answers } from "../../../test/answers";
import { renderPage } from "../../../test/render-app";
import { ConfirmEmailPage } from "./confirm-email-page";
import { ResetPage } from "./reset-page";

const preview = {
  __typename: "LinkPreview",
  purpose: "PASSWORD_RESET",
  state: "VALID",
  workspaceName: "Delta",
  language: "EN",
  emailMasked: "n•••@example.org",
  needs: ["password"],
  firstName: "Noor",
  lastName: "Janssens",
  suggestedUsername: "noor",
  inviterName: null,
  expiresAt: "2026-12-03T10:00:00.000Z",
  viewerIsOther: false,
};

const refused = (code: string, path: string[]) => ({ __typename: "UserError", code, message: code, path });

function openReset(more: Record<string, (variables: never) => unknown> = {}) {
  const answers = new Answers({ LinkPreview: () => ({ linkPreview: preview }), ...more });
  const at = "/reset-password";
  return { answers, ...renderPage(<ResetPage />, { answers, at, path: `${at}#secret-1` }) };
}

it("sets the password and leads to the sign-in, without signing in (F24)", async () => {
  let refusals = [refused("PASSWORD_UNCHANGED", ["password"])];
  const { answers, user } = openReset({
    ResetPassword: () => {
      const userErrors = refusals;
      refusals = [];
      return { resetPassword: { __typename: "ResetPasswordPayload", userErrors } };
    },
  });
  expect(await screen.findByText(/For n•••@example.org/)).toBeInTheDocument();
  await user.type(screen.getByLabelText("New password"), "seven blue herons sing");
  await user.click(screen.getByRole("button", { name: "Set the new password" }));
  await waitFor(() => expect(screen.getByLabelText("New password")).toBeInvalid());
  await user.type(screen.getByLabelText("New password"), "!");
  await user.click(screen.getByRole("button", { name: "Set the new password" }));
  expect(await screen.findByRole("heading", { name: "Your password is set" })).toBeInTheDocument();
  expect(screen.getByRole("link", { name: "Sign in" })).toHaveAttribute("href", "/sign-in");
  expect(answers.askedFor("ResetPassword")).toHaveLength(2);
  expect(JSON.stringify(sessionStorage)).not.toContain("secret-1");
});

it.each([
  ["USED", "Your password has been set since"],
  ["EXPIRED", "This link has expired"],
])("offers another link in place of one that is %s", async (state, title) => {
  openReset({ LinkPreview: () => ({ linkPreview: { ...preview, state, needs: [] } }) });
  expect(await screen.findByRole("heading", { name: title })).toBeInTheDocument();
  expect(screen.getByRole("link", { name: "Send me another link" })).toHaveAttribute("href", "/forgot-password");
});

function openConfirm(userErrors: unknown[]) {
  const answers = new Answers({
    LinkPreview: () => ({ linkPreview: { ...preview, purpose: "EMAIL_CHANGE", needs: [] } }),
    ConfirmEmailChange: () => ({ confirmEmailChange: { __typename: "ConfirmEmailChangePayload", userErrors } }),
  });
  const at = "/confirm-email";
  return { answers, ...renderPage(<ConfirmEmailPage />, { answers, at, path: `${at}#secret-2` }) };
}

it("confirms an address at a press of the button, not by being opened", async () => {
  const { answers, user } = openConfirm([]);
  const button = await screen.findByRole("button", { name: "Confirm this address" });
  expect(screen.getByText(/n•••@example.org becomes the e-mail address/)).toBeInTheDocument();
  expect(answers.askedFor("ConfirmEmailChange")).toHaveLength(0);
  await user.click(button);
  expect(await screen.findByRole("heading", { name: "Your address is confirmed" })).toBeInTheDocument();
});

it("says when somebody else got the address meanwhile", async () => {
  const { user } = openConfirm([refused("EMAIL_TAKEN", ["token"])]);
  await user.click(await screen.findByRole("button", { name: "Confirm this address" }));
  expect(await screen.findByRole("alert")).toHaveTextContent(/e-mail address/);
});
