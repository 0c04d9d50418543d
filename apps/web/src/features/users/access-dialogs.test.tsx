import { screen, waitFor } from "@testing-library/react";
import { Answers } from "../../../test/answers";
import { renderPage } from "../../../test/render-app";
import { ChangeEmailDialog } from "./change-email-dialog";
import { TemporaryPasswordDialog } from "./temporary-password-dialog";

const refused = (code: string, path: string[]) => ({ __typename: "UserError", code, message: code, path });

it("makes a temporary password when it is asked to, and shows it once (F23)", async () => {
  const answers = new Answers({
    SetTemporaryPassword: () => ({
      setTemporaryPassword: {
        __typename: "SetTemporaryPasswordPayload",
        user: { __typename: "User", id: "u2", status: "ACTIVE" },
        password: "abcde-fghjk-mnpqr-stuvw",
        userErrors: [],
      },
    }),
  });
  const user = { id: "u2", name: "Bo Maes" };
  const page = renderPage(<TemporaryPasswordDialog user={user} onClose={() => undefined} />, { answers });
  const button = await screen.findByRole("button", { name: "Make a temporary password" });
  expect(answers.askedFor("SetTemporaryPassword")).toHaveLength(0);
  await page.user.click(button);
  expect(await screen.findByRole("textbox", { name: "Temporary password" })).toHaveValue("abcde-fghjk-mnpqr-stuvw");
  expect(answers.askedFor("SetTemporaryPassword")).toEqual([{ input: { userId: "u2" } }]);
});

it("says why no temporary password is made", async () => {
  const answers = new Answers({
    SetTemporaryPassword: () => ({
      setTemporaryPassword: {
        __typename: "SetTemporaryPasswordPayload",
        user: null,
        password: null,
        userErrors: [refused("NOT_ALLOWED", ["userId"])],
      },
    }),
  });
  const user = { id: "u2", name: "Bo Maes" };
  const page = renderPage(<TemporaryPasswordDialog user={user} onClose={() => undefined} />, { answers });
  await page.user.click(await screen.findByRole("button", { name: "Make a temporary password" }));
  expect(await screen.findByRole("alert")).toHaveTextContent("This goes beyond what you hold yourself.");
});

it.each([
  [false, "Send the link", /A link is on its way to right@x.org/],
  [true, "Change the address", /The address is right@x.org now/],
])("asks for another address, of somebody who waits (%s) at once (F20)", async (isPending, action, words) => {
  let refusals = [refused("EMAIL_TAKEN", ["email"])];
  const answers = new Answers({
    RequestEmailChangeFor: () => {
      const userErrors = refusals;
      refusals = [];
      const user = userErrors.length > 0 ? null : { __typename: "User", id: "u2", email: "right@x.org" };
      return { requestEmailChange: { __typename: "RequestEmailChangePayload", user, link: null, userErrors } };
    },
  });
  const user = { id: "u2", name: "Bo Maes", isPending };
  const page = renderPage(<ChangeEmailDialog user={user} onClose={() => undefined} />, { answers });
  const field = await screen.findByLabelText("New e-mail address");
  await page.user.type(field, "right@x.org");
  await page.user.click(screen.getByRole("button", { name: action }));
  await waitFor(() => expect(screen.getByLabelText("New e-mail address")).toBeInvalid());
  await page.user.click(screen.getByRole("button", { name: action }));
  expect(await screen.findByText(words)).toBeInTheDocument();
  expect(answers.askedFor("RequestEmailChangeFor")[0]).toEqual({ input: { userId: "u2", email: "right@x.org" } });
});
