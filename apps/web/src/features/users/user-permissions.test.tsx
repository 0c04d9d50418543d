import { screen, within } from "@testing-library/react";
import { Answers } from "../../../test/answers";
import { aFounder } from "../../../test/people";
import { renderPage } from "../../../test/render-app";
import type { UserQuery } from "../../gql/graphql";
import { UserPermissions } from "./user-permissions";

const held = (granted: string[]) => ({
  __typename: "User",
  id: "u2",
  firstName: "Bo",
  lastName: "Berg",
  email: "bo@example.org",
  username: "bo",
  status: "ACTIVE",
  userType: "MEMBER",
  activationExpiresAt: null,
  permissions: granted,
  groups: [],
  grants: granted.map((permission) => ({
    __typename: "Grant",
    permission,
    createdAt: "2026-11-12T10:00:00.000Z",
    grantedBy: null,
  })),
});

const open = (granted: string[], can = {}) => {
  const answers = new Answers({
    Holder: () => ({ user: held(granted) }),
    RevokePermission: () => ({
      revokePermission: { __typename: "PermissionPayload", user: held([]), userErrors: [] },
    }),
  });
  const user = held(granted) as unknown as NonNullable<UserQuery["user"]>;
  return { answers, ...renderPage(<UserPermissions user={user} />, { answers, viewer: aFounder(can) }) };
};

it("lets the founder give and take permissions on a person's page (F47, F54)", async () => {
  const { user } = open(["USER_REGISTRATION"]);
  await user.click(await screen.findByRole("button", { name: "Take back user_registration from Bo Berg" }));
  const dialog = await screen.findByRole("dialog");
  expect(dialog).toHaveTextContent("can add nobody any more");
  await user.click(within(dialog).getByRole("button", { name: "Take back user_registration" }));
  expect(await screen.findByText(/^Bo Berg no longer holds user_registration\./)).toBeInTheDocument();
  expect(screen.getByRole("button", { name: "Give user_registration to Bo Berg" })).toBeInTheDocument();
});

it("only tells everyone else what the person holds (F53)", () => {
  const { answers } = open(["CAN_BULK_INVITE"], { grantPermissions: false });
  expect(screen.getByRole("listitem")).toHaveTextContent("can_bulk_invite may invite in bulk and import files");
  expect(screen.queryByRole("button")).toBeNull();
  expect(answers.asked).toEqual([]);
});
