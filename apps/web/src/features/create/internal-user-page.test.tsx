import { screen } from "@testing-library/react";
import { Answers } from "../../../test/answers";
import { aFounder } from "../../../test/people";
import { renderPage } from "../../../test/render-app";
import { InternalUserPage } from "./internal-user-page";

function open(answer: Record<string, (variables: never) => unknown> = {}, mailDelivery: "INBOX" | "NONE" = "INBOX") {
  const founder = aFounder();
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
    SuggestUsername: ({ email }: { email: string }) => ({ suggestUsername: `${email.split("@")[0]}2` }),
    CreateUser: () => ({
      createUser: {
        __typename: "CreateUserPayload",
        user: { __typename: "User", id: "u2", username: "lea.maes2" },
        link: null,
        userErrors: [],
      },
    }),
    ...answer,
  });
  const viewer = { ...founder, workspace: { ...founder.workspace, mailDelivery } };
  return { answers, ...renderPage(<InternalUserPage />, { answers, at: "/registration/create", viewer }) };
}

const email = () => screen.getByRole("textbox", { name: "E-mail" });
const username = () => screen.getByRole("textbox", { name: "Username" });

it("makes an account of an address and a username, checked while typing (F10, F58)", async () => {
  const { answers, user } = open();
  await user.type(email(), "lea.maes@x.org");
  expect(await screen.findByText("This address is free")).toBeInTheDocument();
  expect(await screen.findByDisplayValue("lea.maes2")).toBe(username());
  expect(await screen.findByText("This username is free")).toBeInTheDocument();
  await user.click(screen.getByRole("button", { name: "Create user and send mail" }));
  expect(await screen.findByRole("heading", { name: "lea.maes@x.org has an account now" })).toBeInTheDocument();
  expect(answers.askedFor("CreateUser")[0]?.input).toEqual({
    // the server gives the number, in the moment that counts
    person: { email: "lea.maes@x.org", username: undefined, language: "en" },
    credential: "ACTIVATION_LINK",
    password: undefined,
    activationMail: "NOW",
    idempotencyKey: expect.any(String),
  });
  expect(screen.getByText("lea.maes2")).toBeInTheDocument();
});

it("needs an address, and says what is wrong with a username (F10)", async () => {
  const { answers, user } = open();
  await user.click(screen.getByRole("button", { name: "Create user and send mail" }));
  expect(screen.getByRole("alert")).toHaveTextContent("E-mail: Please fill this in.");
  await user.type(username(), "a@b");
  await user.tab();
  expect(username()).toBeInvalid();
  await user.type(email(), "taken@x.org");
  expect(await screen.findByText("Someone here has this address")).toBeInTheDocument();
  expect(answers.askedFor("CreateUser")).toEqual([]);
});

it("places a refusal at its field and keeps what was typed (F10)", async () => {
  const { user } = open({
    CreateUser: () => ({
      createUser: {
        __typename: "CreateUserPayload",
        user: null,
        link: null,
        userErrors: [{ __typename: "UserError", code: "EMAIL_TAKEN", message: "Taken.", path: ["person", "email"] }],
      },
    }),
  });
  await user.type(email(), "lea@x.org");
  await user.click(screen.getByRole("button", { name: "Create user and send mail" }));
  expect(await screen.findByRole("alert")).toHaveTextContent("Someone here already has this e-mail address.");
  expect(email()).toBeInvalid();
  expect(email()).toHaveValue("lea@x.org");
});

it("hands out the link where no mail is sent (F13, F23)", async () => {
  const link = "https://usher.example.org/activate#x";
  const { user } = open(
    {
      CreateUser: () => ({
        createUser: {
          __typename: "CreateUserPayload",
          user: { __typename: "User", id: "u2", username: "lea" },
          link,
          userErrors: [],
        },
      }),
    },
    "NONE",
  );
  await user.type(email(), "lea@x.org");
  await user.click(screen.getByRole("button", { name: "Create user" }));
  expect(await screen.findByDisplayValue(link)).toBeInTheDocument();
});
