import { screen, waitFor, within } from "@testing-library/react";
import { Answers } from "../../../test/answers";
import { aFounder } from "../../../test/people";
import { renderPage } from "../../../test/render-app";
import type { CreateUserInput } from "../../gql/graphql";
import { AddUserPage } from "./add-user-page";

const password = "twelve green bicycles";

const payload = (more: object = {}) => ({
  createUser: {
    __typename: "CreateUserPayload",
    user: { __typename: "User", id: "u9", username: "lea.maes" },
    link: null,
    userErrors: [],
    ...more,
  },
});

const refusal = (code: string, ...path: string[]) => ({
  user: null,
  userErrors: [{ __typename: "UserError", code, message: code, path }],
});

const availabilityOf = (value: string) => (/taken/.test(value) ? "TAKEN" : /invited/.test(value) ? "INVITED" : "FREE");

const none = (typename: string) => ({ __typename: `${typename}Connection`, nodes: [] });

function open(createUser: (variables: { input: CreateUserInput }) => unknown = () => payload(), viewer = aFounder()) {
  const entries = (values: string[]) =>
    values.map((value) => ({ __typename: "AvailabilityEntry", value, availability: availabilityOf(value) }));
  const answers = new Answers({
    AddressAvailability: ({ emails, usernames }: { emails: string[]; usernames: string[] }) => ({
      availability: { __typename: "AvailabilityResult", emails: entries(emails), usernames: entries(usernames) },
    }),
    SuggestUsername: ({ email }: { email: string }) => ({
      suggestUsername: email === "lea.maes@x.org" ? "lea.maes2" : email.split("@")[0],
    }),
    PreviewAccountMail: ({ input }: { input: { name: string } }) => ({
      previewMail: { __typename: "MailPreview", subject: input.name, html: "<p>Hello</p>" },
    }),
    GroupNames: () => ({ groups: none("Group") }),
    CompanyNames: () => ({ companies: none("Company") }),
    LabelNames: () => ({ labels: none("Label") }),
    CreateUser: createUser,
  });
  return { answers, ...renderPage(<AddUserPage />, { answers, at: "/users/new", viewer }) };
}

const box = (name: RegExp | string) => screen.getByRole("textbox", { name });
const choose = (name: RegExp) => screen.getByRole("radio", { name });

async function fillIn(user: ReturnType<typeof open>["user"], email = "lea.maes@x.org") {
  await user.type(box(/^First name/), "Lea");
  await user.type(box(/^Last name/), "Maes");
  if (email) await user.type(box(/^E-mail/), email);
}
const submit = () => screen.getByRole("button", { name: /^Create user/ });
const sent = ({ answers }: ReturnType<typeof open>) =>
  answers.askedFor("CreateUser").map(({ input }) => input as CreateUserInput);

it("derives the username, says while typing what is free, and creates (F10, F21)", async () => {
  const page = open();
  await fillIn(page.user);
  await waitFor(() => expect(box(/^Username/)).toHaveValue("lea.maes2"));
  expect(await screen.findByText("This address is free")).toBeInTheDocument();
  expect(await screen.findByText("This username is free")).toBeInTheDocument();
  await page.user.click(submit());
  expect(await screen.findByRole("heading", { name: "Lea Maes has an account now" })).toBeInTheDocument();
  expect(screen.getByText(/is on its way to lea.maes@x.org/)).toBeInTheDocument();
  expect(screen.getByText(/No mail leaves this server yet/)).toBeInTheDocument();
  expect(screen.getByRole("link", { name: "Open the inbox" })).toBeInTheDocument();
  expect(sent(page)[0]).toMatchObject({
    person: { firstName: "Lea", lastName: "Maes", email: "lea.maes@x.org", userType: "member", language: "en" },
    credential: "ACTIVATION_LINK",
    activationMail: "NOW",
    createMissing: true,
  });
  // the server gives the number, in the moment that counts
  expect(sent(page)[0]?.person.username).toBeUndefined();
  await page.user.click(screen.getByRole("button", { name: "Add another user" }));
  expect(box(/^First name/)).toHaveValue("");
});

it.each([
  ["taken@x.org", "Someone here has this address"],
  ["invited@x.org", "Invited already: an account replaces the invitation"],
  ["lea@", "This is no e-mail address yet"],
])("marks the address %s while it is typed (F10)", async (email, words) => {
  const { user } = open();
  await user.type(box(/^E-mail/), email);
  expect(await screen.findByText(words)).toBeInTheDocument();
});

it("keeps a username that was typed, and goes back to the derived one when it is cleared (F10)", async () => {
  const page = open();
  await fillIn(page.user);
  await page.user.clear(box(/^Username/));
  await page.user.type(box(/^Username/), "taken.name");
  expect(await screen.findByText("This username is taken")).toBeInTheDocument();
  await page.user.clear(box(/^Username/));
  await page.user.tab();
  await waitFor(() => expect(box(/^Username/)).toHaveValue("lea.maes2"));
  await page.user.clear(box(/^Username/));
  await page.user.type(box(/^Username/), "lea");
  await page.user.click(submit());
  await screen.findByRole("heading", { name: /has an account now/ });
  expect(sent(page)[0]?.person.username).toBe("lea");
});

it("names what is needed, at its field and in a summary, and sends nothing (F21)", async () => {
  const { answers, user } = open();
  await user.click(submit());
  const summary = await screen.findByRole("alert");
  await waitFor(() => expect(summary).toHaveFocus());
  for (const name of ["First name", "Last name", "E-mail"]) {
    expect(within(summary).getByRole("link", { name })).toBeInTheDocument();
    expect(box(new RegExp(`^${name}`))).toBeInvalid();
  }
  expect(answers.askedFor("CreateUser")).toEqual([]);
});

it("sends the mail of somebody without an address to me, with a username from the names (F22)", async () => {
  const page = open(() => payload({ link: "https://usher.example.org/activate#abc" }));
  await fillIn(page.user, "");
  await page.user.click(screen.getByRole("checkbox", { name: /^No e-mail address/ }));
  expect(box(/^E-mail/)).toBeDisabled();
  expect(box(/^Username/)).toHaveValue("lea.maes");
  expect(screen.queryByRole("radio", { name: /to the person/ })).not.toBeInTheDocument();
  await page.user.click(submit());
  expect(await screen.findByText(/is on its way to you, at ann@example.org/)).toBeInTheDocument();
  expect(screen.getByRole("textbox", { name: "Activation link of Lea Maes" })).toHaveValue(
    "https://usher.example.org/activate#abc",
  );
  expect(sent(page)[0]).toMatchObject({ person: { username: "lea.maes" }, activationMail: "TO_ME" });
  expect(sent(page)[0]?.person.email).toBeUndefined();
});

it("takes a password that is typed, and keeps it out of every draft (F23)", async () => {
  const page = open();
  await fillIn(page.user);
  await page.user.click(choose(/^Password that I type/));
  const field = () => screen.getByLabelText(/^Temporary password/);
  await page.user.type(field(), "short");
  await page.user.click(submit());
  expect(await screen.findByRole("alert")).toHaveTextContent("The password has fewer than 15 characters.");
  await page.user.clear(field());
  await page.user.type(field(), password);
  expect(JSON.stringify({ ...sessionStorage })).toContain("lea.maes@x.org");
  await page.user.click(submit());
  expect(await screen.findByText(/Tell Lea Maes the password that you chose/)).toBeInTheDocument();
  expect(sent(page)[0]).toMatchObject({ credential: "PASSWORD", password });
  expect(JSON.stringify({ ...sessionStorage, ...localStorage })).not.toContain(password);
});

it("never lets a generated password wait, and says where it went (F23)", async () => {
  const page = open();
  await fillIn(page.user);
  await page.user.click(choose(/^Later/));
  await page.user.click(choose(/^Generated password/));
  expect(screen.queryByRole("radio", { name: /^Later/ })).not.toBeInTheDocument();
  expect(choose(/^Now, to the person/)).toBeChecked();
  await page.user.click(submit());
  expect(await screen.findByText(/A temporary password is on its way to lea.maes@x.org/)).toBeInTheDocument();
  expect(sent(page)[0]).toMatchObject({ credential: "GENERATED_PASSWORD", activationMail: "NOW" });
});

it("hands over the link when the mail is to wait, and remembers that choice (F25)", async () => {
  const page = open(() => payload({ link: "https://usher.example.org/activate#later" }));
  await fillIn(page.user);
  await page.user.click(choose(/^Later/));
  await page.user.click(screen.getByRole("button", { name: "Create user" }));
  expect(await screen.findByRole("textbox", { name: /^Activation link/ })).toHaveValue(
    "https://usher.example.org/activate#later",
  );
  await page.user.click(screen.getByRole("button", { name: "Add another user" }));
  expect(choose(/^Later/)).toBeChecked();
});

it("keeps what was typed over a refusal and a reload, each refusal at its field", async () => {
  const page = open(() => payload(refusal("EMAIL_TAKEN", "person", "email")));
  await fillIn(page.user);
  await page.user.click(submit());
  await waitFor(() => expect(box(/^E-mail/)).toBeInvalid());
  expect(screen.getByRole("alert")).toHaveTextContent("Someone here already has this e-mail address.");
  expect(box(/^First name/)).toHaveValue("Lea");
  document.body.innerHTML = "";
  open();
  expect(box(/^First name/)).toHaveValue("Lea");
});

it("says that no seat is free (F66)", async () => {
  const page = open(() => payload(refusal("SEAT_LIMIT_REACHED", "person")));
  await fillIn(page.user);
  await page.user.click(submit());
  expect(await screen.findByRole("alert")).toHaveTextContent("All seats of this workspace are taken.");
});

it("claims no mail where none is sent, and offers nothing that needs one (F13)", async () => {
  const viewer = aFounder();
  viewer.workspace.mailDelivery = "NONE";
  const page = open(() => payload({ link: "https://usher.example.org/activate#none" }), viewer);
  expect(choose(/^Generated password/)).toBeDisabled();
  expect(screen.queryByRole("radio", { name: /^Now/ })).not.toBeInTheDocument();
  expect(screen.getByText(/This workspace sends no mail/)).toBeInTheDocument();
  await fillIn(page.user);
  await page.user.click(screen.getByRole("button", { name: "Create user" }));
  expect(await screen.findByText(/No mail was sent/)).toBeInTheDocument();
});

it("is closed to who may not add people, and offers a registrar no administrators (F54)", async () => {
  open(undefined, aFounder({ add: false }));
  expect(screen.getByRole("heading", { name: "You may not add people" })).toBeInTheDocument();
  document.body.innerHTML = "";
  open(undefined, aFounder({ addAdministrators: false }));
  expect(screen.queryByRole("radio", { name: /Administrator/ })).not.toBeInTheDocument();
});
