import { screen, waitFor, within } from "@testing-library/react";
import { Answers } from "../../../test/answers";
import { aFounder } from "../../../test/people";
import { renderPage } from "../../../test/render-app";
import { PermissionsPage } from "./permissions-page";

const ada = {
  __typename: "User",
  id: "u1",
  firstName: "Ann",
  lastName: "Lee",
  email: "ann@example.org",
  username: "ann",
};

const aGrant = (permission: string, grantedBy: object | null = ada) => ({
  __typename: "Grant",
  permission,
  createdAt: "2026-11-12T10:00:00.000Z",
  grantedBy,
});

const aHolder = (granted: string[] = [], more: Record<string, unknown> = {}) => ({
  __typename: "User",
  id: "u2",
  firstName: "Bo",
  lastName: "Berg",
  email: "bo@example.org",
  username: "bo",
  status: "ACTIVE",
  userType: "ADMINISTRATOR",
  activationExpiresAt: null,
  permissions: granted,
  groups: [] as object[],
  grants: granted.map((permission) => aGrant(permission)),
  ...more,
});

const numbers = (totalCount: number) => ({ __typename: "UserConnection", totalCount, totalCountIsExact: true });

interface Opened {
  holders?: object[];
  path?: string;
  viewer?: ReturnType<typeof aFounder>;
  answer?: ConstructorParameters<typeof Answers>[0];
}

function open({ holders = [aHolder(["USER_REGISTRATION"])], path, viewer = aFounder(), answer = {} }: Opened = {}) {
  const answers = new Answers({
    Holders: () => ({
      users: {
        ...numbers(holders.length),
        nodes: [...holders],
        pageInfo: { __typename: "PageInfo", hasNextPage: false, endCursor: null },
      },
    }),
    HolderNumbers: () => ({ all: numbers(2), registration: numbers(1), bulk: numbers(1), identities: numbers(0) }),
    FoundershipTransfer: () => ({ foundershipTransfer: null }),
    ...answer,
  });
  return { answers, ...renderPage(<PermissionsPage />, { answers, at: "/permissions", path, viewer }) };
}

const changed = (name: "grantPermission" | "revokePermission", user: object | null, userErrors: object[] = []) => ({
  [name]: { __typename: "PermissionPayload", user, userErrors },
});

it("shows who has what, since when, from whom (F54, F55, F56)", async () => {
  const { answers } = open({
    holders: [
      aHolder(["USER_REGISTRATION"], { grants: [aGrant("USER_REGISTRATION")] }),
      aHolder(["MANAGE_USERS"], { id: "u3", firstName: "Cy", grants: [aGrant("MANAGE_USERS", null)] }),
    ],
  });
  const row = await screen.findByRole("row", { name: /Bo Berg/ });
  // where it must break, an address breaks before its @
  expect(row.querySelector("wbr")?.nextSibling?.textContent).toBe("@example.org");
  const cells = within(row)
    .getAllByRole("cell")
    .map(({ textContent }) => textContent);
  expect(cells).toEqual([
    "Bo Bergbo@example.org",
    "Since Nov 12, 2026 from Ann LeeTake back",
    "Not givenGive",
    "Not givenGive",
  ]);
  expect(screen.getByRole("row", { name: /Cy Berg/ })).toHaveTextContent("from an account that is gone");
  expect(screen.getAllByRole("columnheader").map(({ textContent }) => textContent)).toEqual([
    "Person",
    "user_registration",
    "can_bulk_invite",
    "manage_users",
  ]);
  expect(answers.askedFor("Holders")[0]).toMatchObject({
    filter: { permissions: ["USER_REGISTRATION", "CAN_BULK_INVITE", "MANAGE_USERS"] },
  });
});

it("is filtered by permission and searched, as the address says", async () => {
  const { answers, user, path } = open({ path: "/permissions?search=bo" });
  await user.click(await screen.findByRole("button", { name: "can_bulk_invite 1" }));
  await waitFor(() => expect(path()).toBe("/permissions?search=bo&permission=CAN_BULK_INVITE"));
  await waitFor(() =>
    expect(answers.askedFor("Holders").at(-1)).toMatchObject({
      filter: { search: "bo", permissions: ["CAN_BULK_INVITE"] },
    }),
  );
});

it("asks before it gives, says what it opens, and that the person is told (F55)", async () => {
  const holders = [aHolder(["USER_REGISTRATION"])];
  const { answers, user } = open({
    holders,
    answer: {
      GrantPermission: () => {
        holders[0] = aHolder(["USER_REGISTRATION", "CAN_BULK_INVITE"]);
        return changed("grantPermission", holders[0]);
      },
    },
  });
  await user.click(await screen.findByRole("button", { name: "Give can_bulk_invite to Bo Berg" }));
  const dialog = await screen.findByRole("dialog", { name: "Give can_bulk_invite to Bo Berg?" });
  expect(dialog).toHaveTextContent("Bulk invite and Import open for Bo Berg");
  expect(dialog).toHaveTextContent("It holds at once.");
  expect(dialog).toHaveTextContent("The mail that tells Bo Berg stays in the development inbox.");
  expect(answers.askedFor("GrantPermission")).toEqual([]);
  await user.click(within(dialog).getByRole("button", { name: "Give can_bulk_invite" }));
  expect(await screen.findByText(/^Bo Berg holds can_bulk_invite now\./)).toBeInTheDocument();
  expect(answers.askedFor("GrantPermission")).toEqual([{ input: { userId: "u2", permission: "CAN_BULK_INVITE" } }]);
  expect(screen.getByRole("button", { name: "Take back can_bulk_invite from Bo Berg" })).toBeInTheDocument();
});

it("names person and consequence before it takes back, running imports among them (F55)", async () => {
  const holders = [aHolder(["CAN_BULK_INVITE"])];
  const { answers, user } = open({
    holders,
    answer: {
      RevokePermission: () => {
        holders.length = 0;
        return changed("revokePermission", aHolder([]));
      },
    },
  });
  await user.click(await screen.findByRole("button", { name: "Take back can_bulk_invite from Bo Berg" }));
  const dialog = await screen.findByRole("dialog", { name: "Take can_bulk_invite back from Bo Berg?" });
  expect(dialog).toHaveTextContent("An import of theirs that is running is refused from its next rows on");
  expect(within(dialog).getByRole("button", { name: "Go back" })).toHaveFocus();
  await user.click(within(dialog).getByRole("button", { name: "Take back can_bulk_invite" }));
  expect(await screen.findByText(/^Bo Berg no longer holds can_bulk_invite\./)).toBeInTheDocument();
  expect(answers.askedFor("RevokePermission")).toEqual([{ input: { userId: "u2", permission: "CAN_BULK_INVITE" } }]);
  expect(await screen.findByText("Nobody holds a permission yet")).toBeInTheDocument();
  await waitFor(() => expect(screen.getByRole("heading", { level: 1 })).toHaveFocus());
});

it("says of an administrator what stays open without user_registration (F54)", async () => {
  const { user } = open();
  await user.click(await screen.findByRole("button", { name: "Take back user_registration from Bo Berg" }));
  expect(await screen.findByRole("dialog")).toHaveTextContent(
    "as an administrator goes on inviting and creating from Users and Invitations",
  );
});

it("keeps the question open when it is refused, with the reason", async () => {
  const closed = { __typename: "UserError", code: "USER_CLOSED", message: "Closed.", path: ["userId"] };
  const { user } = open({ answer: { GrantPermission: () => changed("grantPermission", null, [closed]) } });
  await user.click(await screen.findByRole("button", { name: "Give manage_users to Bo Berg" }));
  await user.click(within(await screen.findByRole("dialog")).getByRole("button", { name: "Give manage_users" }));
  expect(await screen.findByText("This account is deactivated. Reactivate it first.")).toBeInTheDocument();
  expect(screen.getByRole("dialog")).toBeInTheDocument();
});

const found = { __typename: "User", id: "u5", firstName: "Pen", lastName: "Ding", email: "pen@x.org", username: "pen" };
const pending = aHolder([], {
  ...found,
  status: "PENDING",
  userType: "MEMBER",
  activationExpiresAt: "2026-12-01T10:00:00.000Z",
});

const findPen = {
  PickPeople: () => ({
    users: { __typename: "UserConnection", nodes: [{ ...found, status: "PENDING" }] },
  }),
  Holder: () => ({ user: pending }),
};

it("gives several to somebody found by a search; says when earlier links of a pending account died (F54, F57)", async () => {
  const held: string[] = [];
  const { answers, user } = open({
    holders: [],
    answer: {
      ...findPen,
      GrantPermission: ({ input }: { input: { permission: string } }) => {
        held.push(input.permission);
        return changed("grantPermission", {
          ...pending,
          permissions: [...held],
          grants: held.map((permission) => aGrant(permission)),
          activationExpiresAt: null,
        });
      },
    },
  });
  expect(await screen.findByText("Nobody holds a permission yet")).toBeInTheDocument();
  await user.click(screen.getAllByRole("button", { name: "Give a permission" })[0] as HTMLElement);
  await user.type(await screen.findByRole("combobox", { name: "Person" }), "pen");
  await user.click(await screen.findByRole("option", { name: /Pen Ding/ }));
  await user.click(await screen.findByRole("checkbox", { name: "can_bulk_invite" }));
  const dialog = screen.getByRole("dialog");
  expect(dialog).toHaveTextContent(
    "Alone it does nothing: as a member, Pen Ding may add nobody without user_registration.",
  );
  expect(dialog).toHaveTextContent("Pen Ding has not activated the account yet.");
  await user.click(within(dialog).getByRole("button", { name: "Give user_registration too" }));
  expect(screen.getByRole("checkbox", { name: "user_registration" })).toBeChecked();
  expect(screen.getByRole("checkbox", { name: "user_registration" })).toHaveFocus();
  expect(dialog).not.toHaveTextContent("Alone it");
  await user.click(within(dialog).getByRole("button", { name: "Give user_registration and can_bulk_invite" }));
  const report = await screen.findByText(/^Pen Ding holds user_registration and can_bulk_invite now\./);
  expect(report).toHaveTextContent("Links that Pen Ding was given before have stopped working");
  expect(within(report).getByRole("link", { name: "Open Pen Ding" })).toHaveAttribute("href", "/users/u5/profile");
  expect(answers.askedFor("GrantPermission").map(({ input }) => (input as { permission: string }).permission)).toEqual([
    "USER_REGISTRATION",
    "CAN_BULK_INVITE",
  ]);
});

const administersDelta = {
  __typename: "GroupMembership",
  role: "ADMINISTRATOR",
  group: { __typename: "Group", id: "g1", name: "Delta" },
};

it.each([
  ["a member", {}, "Alone it does nothing: as a member, Bo Berg may add nobody without user_registration."],
  [
    "who administers a group",
    { groups: [administersDelta] },
    /^Alone it lets Bo Berg invite up to 5,000 people at once/,
  ],
  ["an administrator", { userType: "ADMINISTRATOR" }, "Bulk invite and Import open for Bo Berg"],
  ["who may add people", { permissions: ["USER_REGISTRATION"] }, "Bulk invite and Import open for Bo Berg"],
])("says before giving can_bulk_invite what it is worth to %s (F55)", async (_, more, words) => {
  const { user } = open({ holders: [aHolder([], { userType: "MEMBER", ...more })] });
  await user.click(await screen.findByRole("button", { name: "Give can_bulk_invite to Bo Berg" }));
  const dialog = await screen.findByRole("dialog");
  expect(within(dialog).getByText(words, { exact: false })).toBeInTheDocument();
  expect(within(dialog).queryAllByText(/^Alone it/)).toHaveLength(String(words).includes("Alone") ? 1 : 0);
});

it("explains itself to everyone but the founder, and asks the server for nothing (F53)", () => {
  const viewer = aFounder({ grantPermissions: false });
  const { answers } = open({ viewer: { ...viewer, permissions: ["CAN_BULK_INVITE"] } });
  expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent("Only the founder gives permissions");
  expect(screen.getByText(/Ann Lee is the founder.*You hold can_bulk_invite\./)).toBeInTheDocument();
  expect(answers.asked).toEqual([]);
});

const aTransfer = {
  __typename: "FoundershipTransfer",
  createdAt: "2026-11-28T10:00:00.000Z",
  expiresAt: "2026-12-05T10:00:00.000Z",
  from: ada,
  to: found,
};

describe("handing the workspace over (F52)", () => {
  it("says what it means, asks for the password, and shows the open offer with its way back", async () => {
    let transfer: object | null = null;
    const { answers, user } = open({
      answer: {
        ...findPen,
        FoundershipTransfer: () => ({ foundershipTransfer: transfer }),
        RequestFoundershipTransfer: ({ input }: { input: { password: string } }) => {
          const isRight = input.password === "wandering purple kettle";
          if (isRight) transfer = aTransfer;
          const wrong = { __typename: "UserError", code: "PASSWORD_WRONG", message: "Wrong.", path: ["password"] };
          return {
            requestFoundershipTransfer: {
              __typename: "FoundershipTransferPayload",
              transfer,
              userErrors: isRight ? [] : [wrong],
            },
          };
        },
        CancelFoundershipTransfer: () => {
          transfer = null;
          const payload = { __typename: "FoundershipTransferPayload", transfer: null, userErrors: [] };
          return { cancelFoundershipTransfer: payload };
        },
      },
    });
    await user.click(await screen.findByRole("button", { name: "Transfer the foundership" }));
    await user.type(await screen.findByRole("combobox", { name: "New founder" }), "pen");
    await user.click(await screen.findByRole("option", { name: /Pen Ding/ }));
    const dialog = screen.getByRole("dialog");
    expect(dialog).toHaveTextContent("You become an administrator, without permissions.");
    expect(dialog).toHaveTextContent("Only the new founder can give it back.");
    await user.type(screen.getByLabelText("Your password"), "not it");
    await user.click(screen.getByRole("button", { name: "Offer Delta to Pen Ding" }));
    expect(await screen.findByRole("alert")).toHaveTextContent("This is not your present password.");
    await user.clear(screen.getByLabelText("Your password"));
    await user.type(screen.getByLabelText("Your password"), "wandering purple kettle");
    await user.click(screen.getByRole("button", { name: "Offer Delta to Pen Ding" }));
    expect(await screen.findByText("Offered to Pen Ding")).toBeInTheDocument();
    expect(answers.askedFor("RequestFoundershipTransfer").at(-1)).toEqual({
      input: { userId: "u5", password: "wandering purple kettle" },
    });
    await user.click(screen.getByRole("button", { name: "Withdraw" }));
    expect(await screen.findByText("The offer is withdrawn. Nothing has changed.")).toBeInTheDocument();
    expect(screen.getByRole("button", { name: "Transfer the foundership" })).toBeInTheDocument();
  });
});
