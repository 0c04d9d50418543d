import { screen, waitFor } from "@testing-library/react";
import { Answers } from "../../../test/answers";
import { renderPage } from "../../../test/render-app";
import { ForgotPage } from "./forgot-page";
import { SignInPage } from "./sign-in-page";

const signInPage = () => ({ isFounded: true, workspace: { __typename: "Workspace", id: "w1", name: "Delta" } });

function open(userErrors: unknown[] = []) {
  const answers = new Answers({
    SignInPage: signInPage,
    RequestPasswordReset: () => ({ requestPasswordReset: { __typename: "RequestPasswordResetPayload", userErrors } }),
  });
  return { answers, ...renderPage(<ForgotPage />, { answers, at: "/forgot-password" }) };
}

it("says the same whether or not somebody has this login", async () => {
  const { answers, user } = open();
  await user.type(await screen.findByLabelText("E-mail or username"), " noor@example.org ");
  await user.click(screen.getByRole("button", { name: "Send the link" }));
  const heading = await screen.findByRole("heading", { name: "Look into your mailbox" });
  await waitFor(() => expect(heading).toHaveFocus());
  expect(screen.getByText(/If noor@example.org belongs to an account/)).toBeInTheDocument();
  expect(answers.askedFor("RequestPasswordReset")).toEqual([{ input: { login: "noor@example.org" } }]);
});

it("claims nothing where no mail is sent", async () => {
  const { user } = open([{ __typename: "UserError", code: "NO_MAIL_DELIVERY", message: "", path: [] }]);
  await user.type(await screen.findByLabelText("E-mail or username"), "noor");
  await user.click(screen.getByRole("button", { name: "Send the link" }));
  expect(await screen.findByRole("alert")).toHaveTextContent(/no mail can be sent/);
  expect(screen.getByLabelText("E-mail or username")).toHaveValue("noor");
});

it.each([
  ["ACTIVATION", "/activate"],
  ["PASSWORD_RESET", "/reset-password"],
])("after a temporary password (%s) one's own is chosen at %s (F23)", async (purpose, place) => {
  const answers = new Answers({
    SignInPage: signInPage,
    SignIn: () => ({
      signIn: { __typename: "SignInPayload", viewer: null, continueWith: "secret-3", userErrors: [] },
    }),
    ContinueSignIn: () => ({ linkPreview: { __typename: "LinkPreview", purpose } }),
  });
  const also = [{ path: place, element: "choose" }];
  const { user, path } = renderPage(<SignInPage />, { answers, at: "/sign-in", also });
  await user.type(await screen.findByLabelText("E-mail or username"), "noor");
  await user.type(screen.getByLabelText("Password"), "abcde-fghij-kmnop-qrstu");
  await user.click(screen.getByRole("button", { name: "Sign in" }));
  await waitFor(() => expect(path()).toBe(place));
  expect(sessionStorage.getItem(`usher.secret${place}`)).toContain("secret-3");
});
