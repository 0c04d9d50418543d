import { screen, waitFor } from "@testing-library/react";
import { Answers } from "../../../test/answers";
import { aFounder } from "../../../test/people";
import { renderPage } from "../../../test/render-app";
import { EditUserPage } from "./edit-user-page";

const lea = {
  __typename: "User",
  id: "u1",
  email: "lea@example.org",
  username: "lea",
  firstName: "Lea",
  lastName: "Maes",
  status: "ACTIVE",
  userType: "MEMBER",
  company: { __typename: "Company", id: "c1", name: "Acme" },
  label: null,
  language: "EN",
  groups: [
    {
      __typename: "GroupMembership",
      role: "COACH",
      group: { __typename: "Group", id: "g1", name: "Pilot" },
    },
  ],
  attention: null,
  deletionDate: null,
  lastSignInAt: null,
  createdAt: "2026-11-01T10:00:00.000Z",
  team: null,
  externalId: null,
  activatedAt: "2026-11-01T10:00:00.000Z",
  activationExpiresAt: null,
  permissions: [],
  createdBy: null,
  pendingEmail: null,
  temporaryPasswordUntil: null,
  import: null,
  timeline: [],
};

const payload = (userErrors: object[]) => ({
  updateUser: { __typename: "UpdateUserPayload", user: userErrors.length > 0 ? null : lea, userErrors },
});

function open(update: () => unknown = () => payload([])) {
  const names = (field: string) => () => ({ [field]: { __typename: "Connection", nodes: [] } });
  const answers = new Answers({
    User: () => ({ user: lea }),
    UpdateUser: update,
    CompanyNames: names("companies"),
    LabelNames: names("labels"),
    GroupNames: names("groups"),
  });
  return {
    answers,
    ...renderPage(<EditUserPage />, {
      answers,
      at: "/users/:userId/edit",
      path: "/users/u1/edit",
      viewer: aFounder(),
      also: [{ path: "/users/:userId/profile", element: <p>the profile</p> }],
    }),
  };
}

it("sends only what was changed, and clears what was emptied (F47)", async () => {
  const { answers, user } = open();
  const lastName = await screen.findByRole("textbox", { name: "Last name" });
  await user.clear(lastName);
  await user.type(lastName, "Maës");
  await user.clear(screen.getByRole("combobox", { name: "Company" }));
  await user.click(screen.getByRole("button", { name: "Remove Pilot: Coach" }));
  await user.type(screen.getByRole("combobox", { name: "Group" }), "Blue");
  await user.click(screen.getByRole("button", { name: "Add" }));
  await user.click(screen.getByRole("button", { name: "Save changes" }));
  expect(await screen.findByText("the profile")).toBeInTheDocument();
  expect(answers.askedFor("UpdateUser")).toEqual([
    {
      input: {
        userId: "u1",
        createMissing: true,
        lastName: "Maës",
        company: null,
        addGroups: [{ group: "Blue", role: "LEARNER" }],
        removeGroups: [{ group: "Pilot", role: "COACH" }],
      },
    },
  ]);
});

it("keeps what was typed and puts refusals at their fields", async () => {
  const taken = { __typename: "UserError", code: "USERNAME_TAKEN", message: "Taken.", path: ["username"] };
  const { user } = open(() => payload([taken]));
  const username = await screen.findByRole("textbox", { name: "Username" });
  await user.clear(username);
  await user.type(username, "leon");
  await user.click(screen.getByRole("button", { name: "Save changes" }));
  await waitFor(() => expect(username).toBeInvalid());
  expect(username).toHaveValue("leon");
  expect(screen.getByRole("alert")).toHaveTextContent("Someone here already has this username");
});

it("asks the server for nothing while something is plainly wrong", async () => {
  const { answers, user } = open();
  await user.clear(await screen.findByRole("textbox", { name: "First name" }));
  await user.click(screen.getByRole("button", { name: "Save changes" }));
  await waitFor(() => expect(screen.getByRole("textbox", { name: "First name" })).toBeInvalid());
  expect(answers.askedFor("UpdateUser")).toEqual([]);
});
