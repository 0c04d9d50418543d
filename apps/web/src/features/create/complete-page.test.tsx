import { cleanup, screen, waitFor, within } from "@testing-library/react";
import { Answers, refusal } from "../../../test/answers";
import { aFounder } from "../../../test/people";
import { renderPage } from "../../../test/render-app";
import type { Viewer } from "../../apollo/viewer";
import type { CompleteRegistrationInput } from "../../gql/graphql";
import { dropAllUnsent, keepUnsent } from "../../ui/unsent";
import { typedPlace } from "./complete-form";
import { CompletePage } from "./complete-page";

const password = "twelve green bicycles";

beforeEach(dropAllUnsent);

const made = (more: object = {}) => ({
  completeRegistration: {
    __typename: "CompleteRegistrationPayload",
    user: { __typename: "User", id: "u9", username: "lea.maes" },
    link: null,
    userErrors: [],
    ...more,
  },
});

const refused = (...errors: [code: string, ...path: string[]][]) =>
  made({
    user: null,
    userErrors: errors.map(([code, ...path]) => ({ __typename: "UserError", code, message: code, path })),
  });

const none = (typename: string) => ({ __typename: `${typename}Connection`, nodes: [] });

interface Options {
  complete?: (variables: { input: CompleteRegistrationInput }) => unknown;
  viewer?: Viewer;
  path?: string;
}

function open({ complete = () => made(), viewer = aFounder(), path = "/registration/complete" }: Options = {}) {
  const entries = (values: string[]) =>
    values.map((value) => ({
      __typename: "AvailabilityEntry",
      value,
      availability: /taken/.test(value) ? "TAKEN" : "FREE",
    }));
  const answers = new Answers({
    AddressAvailability: ({ emails, usernames }: { emails: string[]; usernames: string[] }) => ({
      availability: { __typename: "AvailabilityResult", emails: entries(emails), usernames: entries(usernames) },
    }),
    SuggestUsername: ({ email }: { email: string }) => ({ suggestUsername: email.split("@")[0] }),
    GroupNames: () => ({ groups: none("Group") }),
    CompanyNames: () => ({ companies: none("Company") }),
    LabelNames: () => ({ labels: none("Label") }),
    CompleteRegistration: complete,
  });
  const page = renderPage(<CompletePage />, { answers, at: "/registration/complete", path, viewer });
  const sent = () => answers.askedFor("CompleteRegistration").map(({ input }) => input as CompleteRegistrationInput);
  return { answers, ...page, sent };
}

type User = ReturnType<typeof open>["user"];

const field = (name: string) => screen.findByLabelText(new RegExp(`^${name}`));
const step = (name: string) => screen.findByRole("heading", { level: 2, name });
const go = (user: User) => user.click(screen.getByRole("button", { name: "Continue" }));
const submit = () => screen.getByRole("button", { name: /^Complete registration/ });
const stored = () => JSON.stringify({ ...sessionStorage, ...localStorage });

async function fillInAccount(user: User, email = "lea.maes@x.org") {
  await user.type(await field("First name"), "Lea");
  await user.type(await field("Last name"), "Maes");
  await user.type(await field("E-mail"), email);
}

async function choose(user: User, name: RegExp, country: string) {
  await user.type(await screen.findByRole("combobox", { name }), country);
  await user.tab();
}

async function fillInIdentity(user: User) {
  await step("Person");
  await user.type(await field("Date of birth"), "18/05/1993");
  await choose(user, /^Nationality/, "Belgium");
  await go(user);
  await step("Contact");
  await go(user);
  await step("Address");
  await user.type(await field("Street"), "Kouter 1");
  await user.type(await field("Postal code"), "9000");
  await user.type(await field("Town"), "Gent");
  await choose(user, /^Country/, "Belgium");
  await go(user);
  await step("Document");
  await user.selectOptions(await field("Kind of document"), "IDENTITY_CARD");
  await user.type(await field("Document number"), "592-1234567-89");
  await go(user);
  await step("Review");
}

/** As if the identity had been typed before: what is typed here is the account. */
async function openTyped(options: Options = {}) {
  keepUnsent(typedPlace, {
    dateOfBirth: "18/05/1993",
    nationality: "BE",
    street: "Kouter 1",
    postalCode: "9000",
    city: "Gent",
    country: "BE",
    documentKind: "IDENTITY_CARD",
    documentNumber: "592-1234567-89",
  });
  const page = open(options);
  await fillInAccount(page.user);
  return page;
}

const toReview = async (user: User) => {
  await user.click(screen.getByRole("button", { name: /Review$/ }));
  await step("Review");
};

it("goes through account and identity, asks for names once, and sends both in one call at the end (F61)", async () => {
  const { user, answers, sent } = open();
  await fillInAccount(user);
  await go(user);
  await step("Person");
  expect(await field("Legal first names")).toHaveValue("Lea");
  expect(await field("Legal last name")).toHaveValue("Maes");
  await user.type(await field("Legal first names"), " Marie");
  await fillInIdentity(user);
  expect(answers.askedFor("CompleteRegistration")).toEqual([]);
  const account = screen.getByRole("region", { name: "Account" });
  expect(account).toHaveTextContent("lea.maes@x.org");
  expect(account).toHaveTextContent("Activation link");
  await user.click(submit());
  expect(await screen.findByRole("heading", { level: 1, name: "Lea Maes is registered" })).toBeVisible();
  expect(screen.getByText("The personal information is validated")).toBeVisible();
  expect(screen.getByText(/is on its way to lea.maes@x.org/)).toBeVisible();
  expect(sent()).toHaveLength(1);
  expect(sent()[0]).toMatchObject({
    credential: "ACTIVATION_LINK",
    activationMail: "NOW",
    createMissing: true,
    person: {
      firstName: "Lea",
      lastName: "Maes",
      email: "lea.maes@x.org",
      identity: {
        legalFirstName: "Lea Marie",
        legalLastName: "Maes",
        dateOfBirth: "18/05/1993",
        nationality: "BE",
        city: "Gent",
        documentNumber: "592-1234567-89",
      },
    },
  });
  expect(sent()[0]?.idempotencyKey).toHaveLength(32);
});

it("keeps of the account a draft in this tab, and of the identity nothing (F61)", async () => {
  const { user } = await openTyped();
  await toReview(user);
  expect(stored()).toContain("lea.maes@x.org");
  expect(stored()).not.toMatch(/Kouter|592|1993|9000/);
});

it("has the typed identity still after a look at another page, until it was sent (F61)", async () => {
  const { user } = open({ path: "/registration/complete?step=document" });
  await user.type(await field("Document number"), "592-0000000-00");
  cleanup();
  open({ path: "/registration/complete?step=document" });
  expect(await field("Document number")).toHaveValue("592-0000000-00");
  cleanup();
  const whole = await openTyped();
  await toReview(whole.user);
  await whole.user.click(submit());
  await screen.findByRole("heading", { name: "Lea Maes is registered" });
  await whole.user.click(screen.getByRole("button", { name: "Register another" }));
  expect(await field("First name")).toHaveValue("");
  expect(whole.path()).toBe("/registration/complete");
  await whole.user.click(screen.getByRole("button", { name: /Document$/ }));
  expect(await field("Document number")).toHaveValue("");
});

it("stops at an address that is taken before the rest is typed, and leads to the one who has it (F61)", async () => {
  const { user } = open();
  await fillInAccount(user, "taken@x.org");
  expect(await screen.findByText("Someone here has this address")).toBeVisible();
  await go(user);
  const alert = await screen.findByRole("alert");
  expect(alert).toHaveTextContent("Someone here already has this e-mail address.");
  expect(await step("Account")).toBeVisible();
  expect(screen.getByRole("link", { name: "Register their personal information instead" })).toHaveAttribute(
    "href",
    "/registration/personal?search=taken%40x.org",
  );
});

it("names what the account lacks, at its field (F21, F61)", async () => {
  const { user } = open();
  await go(user);
  const alert = await screen.findByRole("alert");
  await waitFor(() => expect(alert).toHaveFocus());
  for (const name of ["First name", "Last name", "E-mail"]) {
    expect(within(alert).getByRole("link", { name })).toBeVisible();
  }
});

it("takes free ways through the steps, and names at the end what is missing of both (F61)", async () => {
  const { user, sent } = open({ path: "/registration/complete?step=review" });
  await step("Review");
  await user.click(submit());
  const alert = await screen.findByRole("alert");
  expect(within(alert).getByRole("link", { name: "E-mail" })).toBeVisible();
  expect(within(alert).getByRole("link", { name: "Town" })).toBeVisible();
  await user.click(within(alert).getByRole("link", { name: "E-mail" }));
  await step("Account");
  expect(await field("E-mail")).toHaveFocus();
  expect(sent()).toEqual([]);
});

it("leads to the account's step when the server refuses something of it, keeping all that was typed (F61)", async () => {
  const { user } = await openTyped({ complete: () => refused(["EMAIL_TAKEN", "person", "email"]) });
  await toReview(user);
  await user.click(submit());
  expect(await step("Account")).toBeVisible();
  expect(await field("E-mail")).toBeInvalid();
  expect(screen.getByRole("alert")).toHaveTextContent("Someone here already has this e-mail address.");
  await user.click(screen.getByRole("button", { name: /Document/ }));
  expect(await field("Document number")).toHaveValue("592-1234567-89");
});

it("leads to the identity's field, and says what is about neither (F61, F66)", async () => {
  const { user, sent } = await openTyped({
    complete: () =>
      refused(["ALREADY_REGISTERED", "person", "identity", "documentNumber"], ["SEAT_LIMIT_REACHED", "person"]),
  });
  await toReview(user);
  await user.click(submit());
  const alert = await screen.findByRole("alert");
  expect(alert).toHaveTextContent("All seats of this workspace are taken.");
  await user.click(within(alert).getByRole("link", { name: "Document number" }));
  await step("Document");
  expect(await field("Document number")).toHaveFocus();
  expect(screen.getByText(/^Somebody else is registered with this number already\./)).toBeVisible();
  expect(sent()).toHaveLength(1);
});

it("sends the same call again after a lost answer, and another once something was changed (F61, F69)", async () => {
  let works = false;
  const { user, sent } = await openTyped({
    complete: () => {
      if (!works) throw refusal("INTERNAL_SERVER_ERROR");
      return made();
    },
  });
  await toReview(user);
  await user.click(submit());
  await screen.findByRole("alert");
  await user.click(submit());
  await waitFor(() => expect(sent()).toHaveLength(2));
  expect(sent()[1]?.idempotencyKey).toBe(sent()[0]?.idempotencyKey);
  await user.click(screen.getByRole("button", { name: "Change Document" }));
  await user.type(await field("Document number"), "0");
  await go(user);
  works = true;
  await user.click(submit());
  await screen.findByRole("heading", { name: "Lea Maes is registered" });
  expect(sent()[2]?.idempotencyKey).not.toBe(sent()[0]?.idempotencyKey);
});

it("hands over the link when no mail brings it, and takes a password that it keeps nowhere (F23, F61)", async () => {
  const { user, sent } = await openTyped({
    complete: () => made({ link: "https://usher.example.org/activate#later" }),
  });
  await user.click(screen.getByRole("radio", { name: /^Password that I type/ }));
  await user.type(screen.getByLabelText(/^Temporary password/), password);
  await user.click(screen.getByRole("radio", { name: /^Later/ }));
  await go(user);
  await step("Person");
  await toReview(user);
  await user.click(screen.getByRole("button", { name: "Complete registration" }));
  expect(await screen.findByRole("textbox", { name: "Activation link of Lea Maes" })).toHaveValue(
    "https://usher.example.org/activate#later",
  );
  expect(sent()[0]).toMatchObject({ activationMail: "LATER", credential: "PASSWORD", password });
  expect(stored()).not.toContain(password);
});

it("is closed to who may register identities and add nobody (F56)", () => {
  open({ viewer: aFounder({ completeRegistration: false, add: false }) });
  expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent("Complete registration is not open to you");
  expect(
    screen.getByText(/it needs user_registration besides manage_users\. Ann Lee, the founder, grants it\./),
  ).toBeVisible();
});
