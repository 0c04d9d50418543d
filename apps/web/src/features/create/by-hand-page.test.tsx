import { screen, waitFor, within } from "@testing-library/react";
import { Answers } from "../../../test/answers";
import { aFounder } from "../../../test/people";
import { renderPage } from "../../../test/render-app";
import { ByHandPage } from "./by-hand-page";
import { rowProblems } from "./by-hand-rows";

const result = (index: number, outcome: string, more: object = {}) => ({
  __typename: "PersonResult",
  index,
  outcome,
  link: null,
  errors: [],
  ...more,
});

const error = (code: string) => ({ __typename: "UserError", code, message: code, path: [] });

function open(answer: Record<string, (variables: never) => unknown> = {}, viewer = aFounder()) {
  const entries = (values: string[]) =>
    values.map((value) => ({
      __typename: "AvailabilityEntry",
      value,
      availability: value.startsWith("taken") ? "TAKEN" : "FREE",
    }));
  const answers = new Answers({
    AddressAvailability: ({ emails, usernames }: { emails: string[]; usernames: string[] }) => ({
      availability: { __typename: "AvailabilityResult", emails: entries(emails), usernames: entries(usernames) },
    }),
    BulkInviteByHand: () => ({
      bulkInvite: {
        __typename: "BulkInvitePayload",
        results: [
          result(0, "CREATED"),
          result(1, "REJECTED", { errors: [error("USERNAME_TAKEN")] }),
          result(2, "UNCHANGED"),
        ],
        userErrors: [],
      },
    }),
    ...answer,
  });
  return { answers, ...renderPage(<ByHandPage />, { answers, at: "/users/new/several", viewer }) };
}

const cell = (field: "E-mail" | "Username", row: number) =>
  screen.getByRole("textbox", { name: `${field}, row ${row}` });
const process = () => screen.getByRole("button", { name: /^Process/ });

it("checks each row while it is typed, grows as needed, and sends nothing before Process (F10, F27)", async () => {
  const { answers, user } = open();
  await user.type(cell("E-mail", 1), "lea@x.org");
  expect(await screen.findByText("This address is free")).toBeInTheDocument();
  expect(cell("Username", 1)).toHaveAttribute("placeholder", "lea");
  await user.type(cell("Username", 1), "taken");
  expect(await screen.findByText("This username is taken")).toBeInTheDocument();
  await user.type(cell("E-mail", 2), "lea@");
  await user.tab();
  expect(await screen.findByText("This is not an e-mail address. It looks like name@example.org.")).toBeInTheDocument();
  await user.type(cell("E-mail", 3), "LEA@x.org");
  expect(cell("E-mail", 4)).toHaveValue("");
  await user.click(process());
  expect(await screen.findByRole("alert")).toHaveTextContent("2 rows need a look. Nothing was sent.");
  expect(cell("E-mail", 3)).toBeInvalid();
  expect(answers.askedFor("BulkInviteByHand")).toEqual([]);
});

it("takes copied lines as rows, processes them, and names what came of each (F27)", async () => {
  const { answers, user } = open();
  await user.click(cell("E-mail", 1));
  await user.paste("a@x.org\tanna\nb@x.org;bea\nc@x.org\n");
  expect(process()).toHaveTextContent("Process 3 people");
  expect(cell("Username", 2)).toHaveValue("bea");
  await user.click(screen.getByRole("radio", { name: "Later" }));
  await user.click(process());
  expect(await screen.findByRole("heading", { name: "1 person added" })).toBeInTheDocument();
  expect(answers.askedFor("BulkInviteByHand")[0]?.input).toMatchObject({
    mode: "CREATE",
    activationMail: "LATER",
    people: [{ email: "a@x.org", username: "anna" }, { email: "b@x.org", username: "bea" }, { email: "c@x.org" }],
  });
  const rows = screen.getAllByRole("listitem");
  expect(rows.map((row) => row.textContent)).toEqual([
    "a@x.orgAccount made",
    expect.stringContaining("b@x.orgNot done. Someone here already has this username."),
    "c@x.orgHere already; nothing changed, no mail",
  ]);
  await user.click(screen.getByRole("button", { name: "Correct 1 row" }));
  expect(cell("E-mail", 1)).toHaveValue("b@x.org");
  expect(screen.getByText("Someone here already has this username. Please choose another.")).toBeInTheDocument();
  expect(cell("E-mail", 2)).toHaveValue("");
});

it("invites instead when told so, and hands out the links (F1, F13)", async () => {
  const { answers, user } = open(
    {
      InviteByHand: () => ({
        inviteUsers: {
          __typename: "InviteUsersPayload",
          results: [result(0, "INVITED", { link: "https://usher.example.org/join#x" })],
          userErrors: [],
        },
      }),
    },
    aFounder({ bulkInvite: false, peoplePerCall: 50 }),
  );
  await user.click(screen.getByRole("radio", { name: "Invite" }));
  await user.type(cell("E-mail", 1), "a@x.org");
  await user.click(process());
  const row = await screen.findByRole("listitem");
  expect(within(row).getByText("Invited")).toBeInTheDocument();
  expect(within(row).getByRole("textbox")).toHaveValue("https://usher.example.org/join#x");
  expect(answers.askedFor("InviteByHand")[0]?.input).toMatchObject({ people: [{ email: "a@x.org", language: "en" }] });
});

it("creates one after the other for who may not add in bulk (F55)", async () => {
  const { answers, user } = open(
    {
      CreateUser: ({ input }: { input: { person: { email: string } } }) => ({
        createUser: {
          __typename: "CreateUserPayload",
          user: input.person.email === "b@x.org" ? null : { __typename: "User", id: "u2", username: "a" },
          link: null,
          userErrors: input.person.email === "b@x.org" ? [error("EMAIL_TAKEN")] : [],
        },
      }),
    },
    aFounder({ bulkInvite: false, peoplePerCall: 50 }),
  );
  await user.type(cell("E-mail", 1), "a@x.org");
  await user.type(cell("E-mail", 2), "b@x.org");
  await user.click(process());
  expect(await screen.findByText(/Someone here already has this e-mail address/)).toBeInTheDocument();
  const keys = answers.askedFor("CreateUser").map(({ input }) => (input as { idempotencyKey: string }).idempotencyKey);
  expect(new Set(keys).size).toBe(2);
});

it("keeps the rows over a refusal of the whole call and a reload", async () => {
  const { user } = open({
    BulkInviteByHand: () => ({
      bulkInvite: { __typename: "BulkInvitePayload", results: [], userErrors: [error("KEY_REUSED")] },
    }),
  });
  await user.type(cell("E-mail", 1), "a@x.org");
  await user.click(process());
  await waitFor(() => expect(screen.getByRole("alert")).toHaveTextContent(/Reload the page to begin anew/));
  window.dispatchEvent(new Event("pagehide"));
  document.body.innerHTML = "";
  open();
  expect(cell("E-mail", 1)).toHaveValue("a@x.org");
});

it("finds what is wrong in rows, the first of a pair being fine (F27)", () => {
  const rows = [
    { id: 1, email: "a@x.org", username: "anna" },
    { id: 2, email: " A@X.org", username: "" },
    { id: 3, email: "b@x.org", username: "ANNA" },
    { id: 4, email: "", username: "only" },
    { id: 5, email: " ", username: "" },
    { id: 6, email: "c@x.org", username: "a@b" },
  ];
  expect([...rowProblems(rows)]).toEqual([
    [2, { email: "DUPLICATE_IN_INPUT", username: undefined }],
    [3, { email: undefined, username: "DUPLICATE_IN_INPUT" }],
    [4, { email: "REQUIRED", username: undefined }],
    [6, { email: undefined, username: "USERNAME_MALFORMED" }],
  ]);
});
