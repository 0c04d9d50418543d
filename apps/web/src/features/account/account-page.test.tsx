import { screen, waitFor, within } from "@testing-library/react";
import { Answers } from "../../../test/answers";
import { aFounder } from "../../../test/people";
import { renderPage } from "../../../test/render-app";
import { AccountPage } from "./account-page";

const account = {
  __typename: "User",
  id: "u1",
  email: "ann@example.org",
  username: "ann",
  firstName: "Ann",
  lastName: "Lee",
  language: "EN",
  pendingEmail: null as string | null,
  lastSignInAt: "2026-11-20T10:00:00.000Z",
  identityStatus: "SUBMITTED",
};

const refused = (code: string, path: string[]) => ({ __typename: "UserError", code, message: code, path });

function open(more: Record<string, (variables: never) => unknown> = {}, viewer = aFounder()) {
  const answers = new Answers({ Account: () => ({ viewer: { __typename: "Viewer", user: account } }), ...more });
  return { answers, ...renderPage(<AccountPage />, { answers, at: "/account", viewer }) };
}

const part = async (name: string) => within(await screen.findByRole("region", { name }));

it("shows and saves one's names, username and language", async () => {
  const { answers, user } = open({
    UpdateProfile: ({ input }: { input: object }) => ({
      updateProfile: { __typename: "UpdateProfilePayload", user: { ...account, ...input }, userErrors: [] },
    }),
  });
  const profile = await part("Profile");
  const name = profile.getByLabelText("First name");
  await user.clear(name);
  await user.type(name, "Anna");
  await user.click(profile.getByRole("button", { name: "Save the profile" }));
  expect(await profile.findByText("Saved")).toBeInTheDocument();
  expect(answers.askedFor("UpdateProfile")).toEqual([
    { input: { firstName: "Anna", lastName: "Lee", username: "ann", language: "EN" } },
  ]);
});

it("changes the password, asks for the present one, and empties the fields", async () => {
  let isWrong = true;
  const { user } = open({
    ChangePassword: () => {
      const userErrors = isWrong ? [refused("PASSWORD_WRONG", ["currentPassword"])] : [];
      isWrong = false;
      return { changePassword: { __typename: "ChangePasswordPayload", userErrors } };
    },
  });
  const password = await part("Password");
  await user.type(password.getByLabelText("Present password"), "not this one");
  await user.type(password.getByLabelText("New password"), "seven blue herons sing");
  await user.click(password.getByRole("button", { name: "Change the password" }));
  await waitFor(() => expect(password.getByLabelText("Present password")).toBeInvalid());
  await user.click(password.getByRole("button", { name: "Change the password" }));
  expect(await password.findByText("Changed")).toBeInTheDocument();
  expect(password.getByLabelText("New password")).toHaveValue("");
});

it("shows the address that waits to be confirmed, until it is withdrawn", async () => {
  const pending = { ...account, pendingEmail: "anna@example.org" };
  const { answers, user } = open({
    RequestOwnEmailChange: () => ({
      requestEmailChange: { __typename: "RequestEmailChangePayload", user: pending, userErrors: [] },
    }),
    CancelOwnEmailChange: () => ({ cancelEmailChange: { __typename: "CancelEmailChangePayload", user: account } }),
  });
  const email = await part("E-mail address");
  await user.type(email.getByLabelText("New e-mail address"), "anna@example.org");
  await user.type(email.getByLabelText("Your password"), "seven blue herons sing");
  await user.click(email.getByRole("button", { name: "Send the link" }));
  expect(await email.findByText(/anna@example.org waits to be confirmed/)).toBeInTheDocument();
  expect(email.getByLabelText("Your password")).toHaveValue("");
  await user.click(email.getByRole("button", { name: "Withdraw" }));
  await waitFor(() => expect(email.queryByText(/waits to be confirmed/)).not.toBeInTheDocument());
  expect(answers.askedFor("CancelOwnEmailChange")).toEqual([{ input: {} }]);
});

it("asks for no new address where no mail is sent", async () => {
  const viewer = aFounder();
  viewer.workspace.mailDelivery = "NONE";
  open({}, viewer);
  expect(await screen.findByText(/an administrator can change your address/)).toBeInTheDocument();
  expect(screen.queryByLabelText("New e-mail address")).not.toBeInTheDocument();
});

it("leads to one's own registration and says how far it is (F60)", async () => {
  open();
  const registration = await part("My registration");
  expect(registration.getByText("Waits to be looked at")).toBeInTheDocument();
  expect(registration.getByRole("link", { name: "Open my registration" })).toHaveAttribute("href", "/my-registration");
});
