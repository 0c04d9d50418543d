import { cleanup, screen, waitFor, within } from "@testing-library/react";
import { Answers, refusal } from "../../../test/answers";
import { aFounder } from "../../../test/people";
import { renderPage } from "../../../test/render-app";
import { BulkPage } from "./bulk-page";

const result = (index: number, outcome: string, more: object = {}) => ({
  __typename: "PersonResult",
  index,
  outcome,
  link: null,
  errors: [],
  ...more,
});
const error = (code: string) => ({ __typename: "UserError", code, message: code, path: [] });
const bulkInvite = (results: object[]) => ({
  bulkInvite: { __typename: "BulkInvitePayload", results, userErrors: [] },
});

const states: Record<string, string> = { "here@x.org": "TAKEN", "invited@x.org": "INVITED", ann: "TAKEN" };

function open(answer: Record<string, (variables: never) => unknown> = {}, viewer = aFounder()) {
  const entries = (values: string[]) =>
    values.map((value) => ({ __typename: "AvailabilityEntry", value, availability: states[value] ?? "FREE" }));
  const answers = new Answers({
    AddressAvailability: ({ emails, usernames }: { emails: string[]; usernames: string[] }) => ({
      availability: { __typename: "AvailabilityResult", emails: entries(emails), usernames: entries(usernames) },
    }),
    GroupNames: () => ({ groups: { __typename: "GroupConnection", nodes: [] } }),
    BulkInviteByHand: ({ input }: { input: { people: object[] } }) =>
      bulkInvite(input.people.map((_, i) => result(i, "INVITED"))),
    ...answer,
  });
  return { answers, ...renderPage(<BulkPage />, { answers, at: "/registration/bulk", viewer }) };
}

const cell = (field: "E-mail" | "Username", row: number) =>
  screen.getByRole("textbox", { name: `${field}, row ${row}` });
const process = () => screen.getByRole("button", { name: /^Process bulk invites/ });
const sent = ({ answers }: ReturnType<typeof open>) =>
  answers.askedFor("BulkInviteByHand").map(({ input }) => input) as { mode: string; people: object[] }[];

it("fills rows from a spreadsheet, checks each while typing, and sends nothing before Process (F10, F27, F58)", async () => {
  const page = open();
  await page.user.click(cell("E-mail", 1));
  await page.user.paste("E-mail\tUsername\nann@x.org\t\nhere@x.org\tbea\ninvited@x.org\t\nann@y.org\tanna\n");
  expect(screen.getByText("4 rows pasted. The header row was left out.")).toBeInTheDocument();
  expect(process()).toHaveTextContent("Process bulk invites (4)");
  expect(await screen.findByText("Here already: at most added to the groups")).toBeInTheDocument();
  expect(screen.getByText("Invited already: nothing is sent again")).toBeInTheDocument();
  expect(screen.getByText("4 people. 1 has an account already. 1 is invited already.")).toBeInTheDocument();
  // taken, so the next number
  await waitFor(() => expect(cell("Username", 1)).toHaveAttribute("placeholder", "ann2"));
  expect(sent(page)).toEqual([]);
  await page.user.click(process());
  expect(await screen.findByRole("heading", { name: "4 people invited" })).toBeInTheDocument();
  expect(sent(page)).toMatchObject([
    {
      mode: "INVITE",
      createMissing: true,
      idempotencyKey: expect.any(String),
      people: [
        { email: "ann@x.org", language: "en" },
        { email: "here@x.org", username: "bea", language: "en" },
        { email: "invited@x.org", language: "en" },
        { email: "ann@y.org", username: "anna", language: "en" },
      ],
    },
  ]);
});

it("takes a paste back as long as nothing was changed since", async () => {
  const { user } = open();
  await user.type(cell("E-mail", 1), "first@x.org");
  await user.click(cell("E-mail", 2));
  await user.paste("a@x.org\nb@x.org");
  expect(cell("E-mail", 3)).toHaveValue("b@x.org");
  await user.click(screen.getByRole("button", { name: "Undo" }));
  expect(cell("E-mail", 1)).toHaveValue("first@x.org");
  expect(cell("E-mail", 2)).toHaveValue("");
});

it("leads to the rows that need a look, and takes out those that stand there twice (F27)", async () => {
  const { answers, user } = open();
  await user.click(cell("E-mail", 1));
  await user.paste("a@x.org\nA@x.org\nbad@\n");
  expect(screen.getByText("2 rows need a look.")).toBeInTheDocument();
  await user.click(screen.getByRole("button", { name: "Take out 1 that stands here twice" }));
  expect(process()).toHaveTextContent("Process bulk invites (1)");
  await user.click(process());
  expect(screen.getByRole("alert")).toHaveTextContent("1 row needs a look. Nothing was sent.");
  expect(cell("E-mail", 2)).toHaveFocus();
  expect(cell("E-mail", 2)).toHaveValue("bad@");
  expect(answers.askedFor("BulkInviteByHand")).toEqual([]);
});

it("goes on to the next row with Enter, and sends nobody by it", async () => {
  const { answers, user } = open();
  await user.type(cell("E-mail", 1), "a@x.org{Enter}");
  expect(cell("E-mail", 2)).toHaveFocus();
  await user.keyboard("{ArrowUp}");
  expect(cell("E-mail", 1)).toHaveFocus();
  expect(answers.askedFor("BulkInviteByHand")).toEqual([]);
});

it("keeps refused rows with their reasons to be mended, over a reload too (F27)", async () => {
  const { user } = open({
    BulkInviteByHand: () =>
      bulkInvite([result(0, "INVITED"), result(1, "REJECTED", { errors: [error("USERNAME_TAKEN")] })]),
  });
  await user.click(cell("E-mail", 1));
  await user.paste("a@x.org\tanna\nb@x.org\tbea");
  await user.click(process());
  expect(await screen.findByRole("heading", { name: "1 person invited" })).toBeInTheDocument();
  await user.click(screen.getByRole("button", { name: "Not done 1" }));
  expect(within(screen.getByRole("list")).getByRole("listitem")).toHaveTextContent("b@x.org");
  cleanup();
  open();
  expect(cell("E-mail", 1)).toHaveValue("b@x.org");
  expect(screen.getByText("Someone here already has this username. Please choose another.")).toBeInTheDocument();
  expect(process()).toHaveTextContent("Process bulk invites (1)");
});

const malformed = "This is not an e-mail address. It looks like name@example.org.";
const twice = "This stands here more than once.";
const said = (row: number) => cell("E-mail", row).closest("tr");

it("says again after a reload what is wrong with the rows, and counts it (F10, F27)", async () => {
  const { user } = open();
  await user.type(cell("E-mail", 1), "a@x.org");
  await user.type(cell("E-mail", 2), "A@x.org");
  await user.type(cell("E-mail", 3), "bad@");
  await user.type(cell("E-mail", 4), "here@x.org");
  cleanup();
  const page = open();
  expect(said(2)).toHaveTextContent(twice);
  expect(said(3)).toHaveTextContent(malformed);
  expect(screen.getByText("2 rows need a look.")).toBeInTheDocument();
  await waitFor(() => expect(said(1)).toHaveTextContent("This address is free"));
  expect(said(2)).not.toHaveTextContent("This address is free");
  expect(said(4)).toHaveTextContent("Here already");
  await page.user.click(process());
  expect(screen.getByRole("alert")).toHaveTextContent("2 rows need a look. Nothing was sent.");
  expect(cell("E-mail", 2)).toHaveFocus();
  expect(said(2)).toHaveTextContent(twice);
  expect(sent(page)).toEqual([]);
});

it("is silent about a cell that is filled for the first time, until it is left or Process counts it (F10)", async () => {
  const { user } = open();
  await user.type(cell("Username", 1), "a@b");
  await user.click(cell("E-mail", 1));
  await waitFor(() => expect(cell("Username", 1)).toBeInvalid());
  await user.type(cell("E-mail", 1), "bad@");
  expect(cell("E-mail", 1)).toBeValid();
  await user.clear(cell("E-mail", 1));
  expect(cell("E-mail", 1)).toBeValid();
  await user.click(process());
  expect(cell("E-mail", 1)).toHaveFocus();
  expect(cell("E-mail", 1)).toBeInvalid();
  expect(screen.getByRole("alert")).toHaveTextContent("1 row needs a look. Nothing was sent.");
  await user.type(cell("E-mail", 2), "also@");
  expect(cell("E-mail", 2)).toBeValid();
  await user.click(process());
  await waitFor(() => expect(screen.getByRole("alert")).toHaveTextContent("2 rows need a look. Nothing was sent."));
  expect(cell("E-mail", 2)).toBeInvalid();
});

it("does not call an address free that stands there twice, while it is typed either (F10)", async () => {
  const { user } = open();
  await user.type(cell("E-mail", 1), "a@x.org");
  await waitFor(() => expect(said(1)).toHaveTextContent("This address is free"));
  await user.type(cell("E-mail", 2), "a@x.org");
  expect(said(2)).not.toHaveTextContent("This address is free");
  expect(cell("E-mail", 2)).toBeValid();
  await user.tab();
  expect(said(2)).toHaveTextContent(twice);
});

it("creates instead when told so, into groups with roles (F3, F27)", async () => {
  const page = open({ BulkInviteByHand: () => bulkInvite([result(0, "CREATED")]) });
  await page.user.click(screen.getByRole("radio", { name: "Create accounts" }));
  await page.user.click(screen.getByRole("radio", { name: "Later" }));
  await page.user.type(screen.getByRole("combobox", { name: "Groups (optional)" }), "Delta one{Enter}");
  await page.user.click(screen.getByRole("checkbox", { name: "Coach" }));
  await page.user.type(cell("E-mail", 1), "a@x.org");
  await page.user.click(process());
  expect(await screen.findByRole("heading", { name: "1 person added" })).toBeInTheDocument();
  expect(sent(page)[0]).toMatchObject({
    mode: "CREATE",
    activationMail: "LATER",
    createMissing: true,
    people: [{ email: "a@x.org", groups: ["Delta one"], roles: ["LEARNER", "COACH"] }],
  });
});

it("holds thousands of rows, of which only some are on the page (F27)", async () => {
  const { answers, user } = open();
  await user.click(cell("E-mail", 1));
  await user.paste(Array.from({ length: 5_100 }, (_, i) => `p${i}@x.org`).join("\n"));
  expect(screen.getByText(/^5,000 rows pasted\. 100 found no room/)).toBeInTheDocument();
  expect(process()).toHaveTextContent("Process bulk invites (5,000)");
  expect(screen.getAllByRole("textbox", { name: /^E-mail, row/ }).length).toBeLessThan(200);
  expect(screen.getByRole("table")).toHaveAttribute("aria-rowcount", "5002");
  await waitFor(() => expect(answers.askedFor("AddressAvailability").length).toBeGreaterThan(1));
  for (const asked of answers.askedFor("AddressAvailability")) {
    const { emails, usernames } = asked as { emails: string[]; usernames: string[] };
    expect(emails.length + usernames.length).toBeLessThanOrEqual(1_000);
  }
});

it("leads to the file import as the other way (F27, F58)", () => {
  open();
  expect(screen.getByRole("link", { name: "From a CSV file" })).toHaveAttribute("href", "/import");
});

it("is closed without can_bulk_invite, says whom to ask, and keeps what was typed (F55)", async () => {
  const { user } = open();
  await user.type(cell("E-mail", 1), "a@x.org");
  cleanup();
  open({}, aFounder({ bulkInvite: false, importFiles: false }));
  expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent("Bulk invite is not open to you");
  expect(screen.getByText(/needs the permission can_bulk_invite\. Ann Lee, the founder, grants it/)).toBeVisible();
  expect(screen.getByText(/The rows that you typed are kept in this tab/)).toBeVisible();
  expect(screen.queryByRole("textbox")).toBeNull();
});

it("says what was refused when the permission was taken meanwhile, and loses nothing (F55)", async () => {
  const { user } = open({
    BulkInviteByHand: () => {
      throw refusal("FORBIDDEN");
    },
  });
  await user.type(cell("E-mail", 1), "a@x.org");
  await user.click(process());
  expect(await screen.findByText(/^Your account may not do this\. Nothing was changed\./)).toBeInTheDocument();
  expect(cell("E-mail", 1)).toHaveValue("a@x.org");
});
