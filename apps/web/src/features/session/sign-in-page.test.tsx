import { screen, waitFor } from "@testing-library/react";
import { Answers, refusal } from "../../../test/answers";
import { aFounder } from "../../../test/people";
import { renderPage } from "../../../test/render-app";
import { returnPath } from "./return-path";
import { SignInPage } from "./sign-in-page";

const wrong = {
  signIn: {
    __typename: "SignInPayload",
    viewer: null,
    userErrors: [{ __typename: "UserError", code: "WRONG_LOGIN", message: "", path: ["password"] }],
  },
};

async function open(signIn: () => unknown, path = "/sign-in") {
  const answers = new Answers({
    SignInPage: () => ({ isFounded: true, workspace: { __typename: "Workspace", id: "w1", name: "Delta" } }),
    SignIn: signIn,
  });
  const page = renderPage(<SignInPage />, {
    answers,
    at: "/sign-in",
    path,
    also: [
      { path: "/", element: "home" },
      { path: "/users", element: "people" },
    ],
  });
  await page.user.type(await screen.findByLabelText("E-mail or username"), " ann@example.org ");
  await page.user.type(screen.getByLabelText("Password"), "seven blue herons sing");
  await page.user.click(screen.getByRole("button", { name: "Sign in" }));
  return { answers, ...page };
}

it("returns to where one was", async () => {
  const { answers, path } = await open(
    () => ({ signIn: { __typename: "SignInPayload", viewer: aFounder(), userErrors: [] } }),
    "/sign-in?to=%2Fusers%3Fsearch%3Dann",
  );
  await waitFor(() => expect(path()).toBe("/users?search=ann"));
  expect(answers.askedFor("SignIn")).toEqual([
    { input: { login: "ann@example.org", password: "seven blue herons sing" } },
  ]);
});

it("does not say which of the two was wrong", async () => {
  await open(() => wrong);
  expect(await screen.findByText("E-mail, username or password are not right.")).toBeInTheDocument();
  expect(screen.getByLabelText("Password")).not.toBeInvalid();
  expect(screen.getByLabelText("E-mail or username")).not.toBeInvalid();
});

it("says when to try again after too many attempts", async () => {
  await open(() => {
    throw refusal("RATE_LIMITED", { retryAfter: 240 });
  });
  expect(await screen.findByText(/You can try again in 4 minutes/)).toBeInTheDocument();
  expect(screen.getByLabelText("Password")).toHaveValue("seven blue herons sing");
});

it("keeps what was typed when the server is out of reach", async () => {
  await open(() => {
    throw new TypeError("Failed to fetch");
  });
  expect(await screen.findByText(/The server did not answer/)).toBeInTheDocument();
  expect(screen.getByLabelText("E-mail or username")).toHaveValue(" ann@example.org ");
});

it.each([
  ["/users?search=a", "/users?search=a"],
  ["//evil.example", "/"],
  ["/\\evil.example", "/"],
  ["https://evil.example", "/"],
  [null, "/"],
])("after signing in, %j leads to %s", (asked, path) => {
  expect(returnPath(asked)).toBe(path);
});
