import { cleanup, screen, waitFor } from "@testing-library/react";
import { Answers } from "../../../test/answers";
import { aFounder } from "../../../test/people";
import { renderPage } from "../../../test/render-app";
import type { Viewer } from "../../apollo/viewer";
import type { RegisterPersonalInformationInput, ReviewedIdentityQuery } from "../../gql/graphql";
import { dropAllUnsent } from "../../ui/unsent";
import { PersonalOnePage } from "./personal-one-page";
import { anAccount, anIdentity, aRegistrar, values } from "./testing/an-identity";

type Identity = ReviewedIdentityQuery["identity"];

const nothing = anIdentity({
  status: "NONE",
  submittedAt: null,
  values: null,
  user: anAccount({ identityStatus: "NONE" }),
});

beforeEach(dropAllUnsent);

interface Options {
  identity?: Identity;
  viewer?: Viewer;
  path?: string;
  /** Of what is not a draft. */
  refuses?: { code: string; path: string[] }[];
  refusesDraft?: { code: string; path: string[] }[];
}

function open({ identity = nothing, viewer = aRegistrar(), path, refuses = [], refusesDraft = [] }: Options = {}) {
  const answers = new Answers({
    IdentityNow: () => ({ identity }),
    ReviewedIdentity: () => ({ identity }),
    RegisterIdentity: ({ input }: { input: RegisterPersonalInformationInput }) => {
      const errors = (input.draft ? refusesDraft : refuses).map((each) => ({
        __typename: "UserError",
        message: each.code,
        ...each,
      }));
      const status = input.draft ? "DRAFT" : "VALIDATED";
      const user = identity.user && { ...identity.user, identityStatus: status };
      return {
        registerPersonalInformation: {
          __typename: "IdentityPayload",
          identity: errors.length > 0 ? null : { ...identity, status, user },
          userErrors: errors,
        },
      };
    },
  });
  const page = renderPage(<PersonalOnePage />, {
    answers,
    at: "/registration/personal/:userId",
    path: path ?? `/registration/personal/${identity.id}`,
    viewer,
    also: [{ path: "/registration/personal", element: <h1>The list</h1> }],
  });
  const sent = () => answers.askedFor("RegisterIdentity").map(({ input }) => input as RegisterPersonalInformationInput);
  return { answers, ...page, sent };
}

const title = (name: string) => screen.findByRole("heading", { level: 1, name });
const step = (name: string) => screen.findByRole("heading", { level: 2, name });
const field = (name: string) => screen.findByLabelText(new RegExp(`^${name}`));
const stored = () => JSON.stringify({ ...sessionStorage, ...localStorage });

it("begins with the account's names, reads nothing that is not there, and keeps a draft with each step (F59)", async () => {
  const { user, answers, sent } = open();
  await title("Lea Maes");
  expect(await field("Legal first names")).toHaveValue("Lea");
  expect(await field("Legal last name")).toHaveValue("Maes");
  expect(screen.getByText(/^First and last name are taken from the account\./)).toBeVisible();
  expect(screen.getByRole("complementary", { name: "The account" })).toHaveTextContent("lea@example.org");
  await user.type(await field("Place of birth"), "Gent");
  await user.click(screen.getByRole("button", { name: "Continue" }));
  await step("Contact");
  await waitFor(() => expect(sent()).toHaveLength(1));
  expect(sent()[0]).toMatchObject({
    userId: "u5",
    draft: true,
    identity: { legalFirstName: "Lea", placeOfBirth: "Gent" },
  });
  expect(answers.askedFor("ReviewedIdentity")).toEqual([]);
  expect(screen.queryByText(/is recorded/)).toBeNull();
  expect(stored()).not.toContain("Gent");
});

it("saves the draft and closes, saying so on the list (F59)", async () => {
  const { user, sent, path } = open({ path: "/registration/personal/u5?search=Lea&step=person" });
  await user.type(await field("Place of birth"), "Gent");
  await user.click(screen.getByRole("button", { name: "Save draft and close" }));
  expect(await title("The list")).toBeVisible();
  expect(path()).toBe("/registration/personal?search=Lea");
  expect(window.history.state.usr).toEqual({ kept: "Lea Maes" });
  expect(sent()).toHaveLength(1);
});

it("goes on with a draft, registers it, and says what follows (F59)", async () => {
  const { user, answers, sent } = open({
    identity: anIdentity({ status: "DRAFT" }),
    path: "/registration/personal/u5?step=review",
  });
  expect(await screen.findByText("592-1234567-89")).toBeVisible();
  expect(answers.askedFor("ReviewedIdentity")).toHaveLength(1);
  expect(screen.getByText("That you read this is recorded, and Lea Maes can see it.")).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Register and validate" }));
  expect(await title("Lea Maes is registered")).toBeVisible();
  expect(screen.getByText("The personal information is validated")).toBeVisible();
  expect(
    screen.getByText(/^Lea Maes may use Delta\. The mail to Lea Maes is kept in the development inbox\./),
  ).toBeVisible();
  expect(screen.getByRole("link", { name: "Open Lea Maes" })).toHaveAttribute("href", "/users/u5/profile");
  expect(screen.getByRole("link", { name: "Register another" })).toHaveAttribute("href", "/registration/personal");
  expect(sent()).toEqual([
    { userId: "u5", draft: false, identity: expect.objectContaining({ documentNumber: "592-1234567-89" }) },
  ]);
  expect(stored()).not.toContain("592");
});

it("names what is missing, each leading to its step, and registers nothing (F59)", async () => {
  const { user, sent } = open({ path: "/registration/personal/u5?step=review" });
  await user.click(await screen.findByRole("button", { name: "Register and validate" }));
  await user.click(await screen.findByRole("link", { name: "Town" }));
  await step("Address");
  expect(await field("Town")).toHaveFocus();
  expect(sent().filter(({ draft }) => !draft)).toEqual([]);
});

it("says at the field that somebody is registered with the number, and of the account that it is closed (F59)", async () => {
  const { user } = open({
    identity: anIdentity({ status: "DRAFT" }),
    path: "/registration/personal/u5?step=review",
    refuses: [
      { code: "ALREADY_REGISTERED", path: ["identity", "documentNumber"] },
      { code: "USER_CLOSED", path: ["userId"] },
    ],
  });
  await user.click(await screen.findByRole("button", { name: "Register and validate" }));
  const alert = await screen.findByRole("alert");
  expect(alert).toHaveTextContent("Document number: Somebody else is registered with this number already.");
  expect(alert).toHaveTextContent("This account is deactivated.");
  await user.click(screen.getByRole("link", { name: "Document number" }));
  expect(await field("Document number")).toBeInvalid();
});

it("keeps what was typed when it was submitted meanwhile, and lets it be registered all the same (F59)", async () => {
  const { user, sent } = open({ refusesDraft: [{ code: "IDENTITY_CLOSED", path: ["userId"] }] });
  await user.type(await field("Place of birth"), "Gent");
  await user.click(screen.getByRole("button", { name: "Save draft and close" }));
  expect(await screen.findByRole("alert")).toHaveTextContent(/^Lea Maes has submitted it meanwhile/);
  expect(await field("Place of birth")).toHaveValue("Gent");
  expect(screen.queryByRole("button", { name: "Save draft and close" })).toBeNull();
  await user.click(screen.getByRole("button", { name: "Continue" }));
  await step("Contact");
  expect(sent()).toHaveLength(1);
});

it("asks before it opens what was submitted: reviewing it is nearer (F59, F63)", async () => {
  const { user, answers } = open({ identity: anIdentity() });
  expect(await screen.findByText(/^Lea Maes submitted it on/)).toBeVisible();
  expect(screen.getByRole("link", { name: "Review it" })).toHaveAttribute("href", "/registration/review/u5");
  expect(answers.askedFor("ReviewedIdentity")).toEqual([]);
  await user.click(screen.getByRole("button", { name: "Register it anew instead" }));
  expect(await field("Legal first names")).toHaveValue(values.legalFirstName);
  expect(screen.getByText(/^Drafts are not kept of what was submitted or validated/)).toBeVisible();
  expect(screen.queryByRole("button", { name: "Save draft and close" })).toBeNull();
});

it("keeps what no draft takes while other pages are looked at, in memory alone (F59)", async () => {
  const identity = anIdentity();
  const path = "/registration/personal/u5?step=person";
  const { user } = open({ identity, path });
  await user.click(await screen.findByRole("button", { name: "Register it anew instead" }));
  await user.type(await field("Place of birth"), "Aalst");
  cleanup();
  const { user: again } = open({ identity, path });
  await again.click(await screen.findByRole("button", { name: "Register it anew instead" }));
  expect(await field("Place of birth")).toHaveValue("Aalst");
  expect(stored()).not.toContain("Aalst");
});

it("lets nobody but the founder register their own, and leads to where it is submitted (F56)", async () => {
  const registrar = aRegistrar();
  const { answers } = open({
    viewer: registrar,
    identity: anIdentity({ ...nothing, id: "u2", user: anAccount({ ...registrar.user, identityStatus: "NONE" }) }),
  });
  await title("Kim Peeters");
  expect(screen.getByRole("note")).toHaveTextContent("Nobody registers their own personal information here: Ann Lee");
  expect(screen.getByRole("link", { name: "My registration" })).toHaveAttribute("href", "/my-registration");
  expect(screen.queryByRole("button", { name: "Continue" })).toBeNull();
  expect(answers.askedFor("ReviewedIdentity")).toEqual([]);
});

it("lets the founder register her own (F56)", async () => {
  const founder = aFounder();
  open({
    viewer: founder,
    identity: anIdentity({ ...nothing, id: "u1", user: anAccount({ ...founder.user, identityStatus: "NONE" }) }),
  });
  expect(await field("Legal first names")).toHaveValue("Ann");
});

it("opens nothing for the founder but to the founder (F53)", async () => {
  open({ identity: { ...nothing, user: anAccount({ userType: "FOUNDER" }) } });
  expect(await screen.findByRole("note")).toHaveTextContent("Lea Maes is the founder: nobody else registers");
  expect(screen.queryByRole("button")).toBeNull();
});

it("opens nothing for an account that is closed (F59)", async () => {
  open({ identity: anIdentity({ ...nothing, user: anAccount({ status: "DEACTIVATED" }) }) });
  await title("Lea Maes");
  expect(screen.getByRole("note")).toHaveTextContent("The account of Lea Maes is deactivated.");
});
