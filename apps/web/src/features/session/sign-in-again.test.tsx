import { useMutation } from "@apollo/client/react";
import { screen } from "@testing-library/react";
import { useState } from "react";
import { Answers, refusal } from "../../../test/answers";
import { aFounder } from "../../../test/people";
import { renderPage } from "../../../test/render-app";
import { session } from "../../apollo/session";
import { SignOutDocument } from "../../gql/graphql";
import { SignInAgain } from "./sign-in-again";

/** Any page with something typed and a request to send. */
function Page() {
  const [typed, setTyped] = useState("");
  const [send, { data }] = useMutation(SignOutDocument);
  return (
    <>
      <input aria-label="Note" value={typed} onChange={(event) => setTyped(event.currentTarget.value)} />
      <button type="button" onClick={() => void send()}>
        Send
      </button>
      {data ? "Sent" : null}
      <SignInAgain />
    </>
  );
}

it("asks on top of the page to sign in again, keeps what was typed, and sends the request after all", async () => {
  let ended = true;
  const answers = new Answers({
    SignOut: () => {
      if (ended) throw refusal("UNAUTHENTICATED");
      return { signOut: { __typename: "SignOutPayload", userErrors: [] } };
    },
    SignIn: () => {
      ended = false;
      return { signIn: { __typename: "SignInPayload", viewer: aFounder(), userErrors: [] } };
    },
  });
  session.begin();
  const { user } = renderPage(<Page />, { answers, viewer: aFounder() });
  await user.type(screen.getByLabelText("Note"), "half a sentence");
  await user.click(screen.getByRole("button", { name: "Send" }));
  await screen.findByRole("dialog", { name: "Please sign in again" });
  expect(screen.getByLabelText("E-mail or username")).toHaveValue("ann@example.org");
  await user.type(screen.getByLabelText("Password"), "seven blue herons sing");
  await user.click(screen.getByRole("button", { name: "Sign in" }));
  expect(await screen.findByText("Sent")).toBeInTheDocument();
  expect(screen.getByLabelText("Note")).toHaveValue("half a sentence");
  expect(answers.askedFor("SignOut")).toHaveLength(2);
});
