import { screen, waitFor } from "@testing-library/react";
import { Answers } from "../../../test/answers";
import { aFounder } from "../../../test/people";
import { renderPage } from "../../../test/render-app";
import { FoundPage } from "./found-page";

type Founding = { input: { setupCode: string } };

function open(foundWorkspace: (variables: Founding) => unknown, path = "/setup#code=code-1") {
  const answers = new Answers({
    IsFounded: () => ({ isFounded: false }),
    FoundWorkspace: foundWorkspace,
  });
  const page = renderPage(<FoundPage />, {
    answers,
    at: "/setup",
    path,
    also: [{ path: "/my-registration", element: "identity" }],
  });
  return { answers, ...page };
}

async function fillIn({ user }: ReturnType<typeof open>) {
  await user.type(await screen.findByLabelText("Name of the workspace"), "Delta");
  await user.type(screen.getByLabelText("First name"), "Ann");
  await user.type(screen.getByLabelText("Last name"), "Lee");
  await user.type(screen.getByLabelText("Your e-mail"), "ann@example.org");
  await user.type(screen.getByLabelText("Password"), "seven blue herons sing");
  await user.click(screen.getByRole("button", { name: "Found the workspace" }));
}

const founded = { foundWorkspace: { __typename: "FoundWorkspacePayload", viewer: aFounder(), userErrors: [] } };

it("founds with the code of the printed link, the person's language and zone, and goes on to the own identity (F52)", async () => {
  const page = open(() => founded);
  await fillIn(page);
  await waitFor(() => expect(page.path()).toBe("/my-registration"));
  expect(window.history.state?.usr).toEqual({ founded: true });
  expect(page.answers.askedFor("FoundWorkspace")).toEqual([
    {
      input: {
        setupCode: "code-1",
        workspaceName: "Delta",
        firstName: "Ann",
        lastName: "Lee",
        email: "ann@example.org",
        password: "seven blue herons sing",
        language: "EN",
        timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      },
    },
  ]);
});

it("asks for the code by hand when the link had none", async () => {
  open(() => founded, "/setup");
  expect(await screen.findByLabelText("Setup code")).toBeInTheDocument();
});

it("shows the code's field once the code of the link turns out to be wrong, keeping everything else", async () => {
  const page = open(() => ({
    foundWorkspace: {
      __typename: "FoundWorkspacePayload",
      viewer: null,
      userErrors: [{ __typename: "UserError", code: "SETUP_CODE_WRONG", message: "", path: ["setupCode"] }],
    },
  }));
  await fillIn(page);
  expect(await screen.findByLabelText("Setup code")).toBeInvalid();
  expect(screen.getByLabelText("Name of the workspace")).toHaveValue("Delta");
});

it.each([
  ["ann@", "This is not an e-mail address. It looks like name@example.org."],
  ["a".repeat(300), "This is too long. Please shorten it."],
])("refuses the e-mail %j after the field was left", async (email, words) => {
  const { user } = open(() => founded);
  await user.click(await screen.findByLabelText("Your e-mail"));
  await user.paste(email);
  expect(screen.queryByText(words)).not.toBeInTheDocument();
  await user.tab();
  expect(await screen.findByText(words)).toBeInTheDocument();
});

it("leads to sign in when the workspace is founded already", async () => {
  const answers = new Answers({ IsFounded: () => ({ isFounded: true }) });
  renderPage(<FoundPage />, { answers, at: "/setup" });
  expect(await screen.findByRole("link", { name: "Go to sign in" })).toHaveAttribute("href", "/sign-in");
});
