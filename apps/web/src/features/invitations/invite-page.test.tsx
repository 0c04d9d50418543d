import { cleanup, screen, waitFor, within } from "@testing-library/react";
import { Answers, refusal } from "../../../test/answers";
import { aFounder } from "../../../test/people";
import { renderPage } from "../../../test/render-app";
import type { InviteUsersInput } from "../../gql/graphql";
import { InvitePage } from "./invite-page";

const availabilityOf = (email: string) =>
  email.startsWith("here") ? "TAKEN" : email.startsWith("asked") ? "INVITED" : "FREE";

const result = (index: number, more = {}) => ({
  __typename: "PersonResult",
  index,
  outcome: "INVITED",
  link: `https://usher.example.org/join#${index}`,
  user: null,
  invitation: { __typename: "Invitation", id: `i${index}` },
  errors: [],
  ...more,
});

const answer = (results: unknown[], userErrors: unknown[] = []) => ({
  inviteUsers: {
    __typename: "InviteUsersPayload",
    results,
    counts: { __typename: "PersonCounts", invited: 0, addedToGroups: 0, unchanged: 0, rejected: 0 },
    userErrors,
  },
});

const named = (typename: string, name: string) => ({
  __typename: `${typename}Connection`,
  nodes: [{ __typename: typename, id: name, name }],
});

function open(
  inviteUsers: (variables: { input: InviteUsersInput }) => unknown = () => answer([]),
  viewer = aFounder(),
) {
  const answers = new Answers({
    EmailAvailability: ({ emails }: { emails: string[] }) => ({
      availability: {
        __typename: "AvailabilityResult",
        emails: emails.map((value) => ({
          __typename: "AvailabilityEntry",
          value,
          availability: availabilityOf(value),
        })),
      },
    }),
    GroupNames: () => ({ groups: named("Group", "Welcome") }),
    CompanyNames: () => ({ companies: named("Company", "Delta") }),
    LabelNames: () => ({ labels: named("Label", "Autumn") }),
    PreviewInvitationMail: ({ input }: { input: { language: string; message?: string } }) => ({
      previewInvitationMail: {
        __typename: "MailPreview",
        subject: `Subject in ${input.language}`,
        html: `<p>${input.message ?? ""}</p>`,
      },
    }),
    InviteUsers: inviteUsers,
  });
  return { answers, ...renderPage(<InvitePage />, { answers, at: "/users/invitations/new", viewer }) };
}

const field = () => screen.getByRole("textbox", { name: "E-mail addresses" });
const sentTo = (answers: Answers) =>
  answers.askedFor("InviteUsers").flatMap(({ input }) => (input as InviteUsersInput).people.map(({ email }) => email));
const chips = () => within(screen.getByRole("list", { name: "Addresses so far" })).getAllByRole("listitem");

it("makes a chip of each address, with its mark and words (F5, F10)", async () => {
  const { user } = open();
  await user.click(field());
  await user.paste("new@x.org, here@x.org\nasked@x.org; nonsense");
  expect(chips()).toHaveLength(4);
  expect(chips()[3]).toHaveTextContent("nonsense not an address");
  await waitFor(() => expect(chips()[0]).toHaveTextContent("new@x.org can be invited"));
  expect(chips()[1]).toHaveTextContent("already here");
  expect(chips()[2]).toHaveTextContent("already invited");
  expect(screen.getByText("1 person will be invited")).toBeInTheDocument();
  expect(screen.getByRole("button", { name: "Invite 1 person" })).toBeInTheDocument();
});

it("does not break a name apart while it is typed (F5)", async () => {
  const { user } = open();
  await user.type(field(), "Ann Lee <ann@x.org>;");
  expect(chips()).toHaveLength(1);
  expect(chips()[0]).toHaveTextContent("Ann Lee ann@x.org");
});

it("takes a name in quotation marks with its comma, typed as mail programs write it (F5)", async () => {
  const { user } = open();
  await user.type(field(), '"Lee, Ann" <ann@x.org>,');
  expect(chips()).toHaveLength(1);
  expect(chips()[0]).toHaveTextContent("Ann Lee ann@x.org");
});

it("asks about each address once", async () => {
  const { answers, user } = open();
  await user.type(field(), "a@x.org b@x.org ");
  await waitFor(() => expect(chips()[1]).toHaveTextContent("can be invited"));
  await user.type(field(), "c@x.org ");
  await waitFor(() => expect(chips()[2]).toHaveTextContent("can be invited"));
  const asked = answers.askedFor("EmailAvailability").flatMap(({ emails }) => emails as string[]);
  expect(asked.sort()).toEqual(["a@x.org", "b@x.org", "c@x.org"]);
});

it("lets bad ones be corrected or removed by keyboard, and sends nothing before that", async () => {
  const { answers, user } = open();
  await user.type(field(), "good@x.org bad;");
  await user.click(screen.getByRole("button", { name: /^Invite/ }));
  expect(await screen.findByRole("alert")).toBeInTheDocument();
  expect(answers.askedFor("InviteUsers")).toHaveLength(0);
  await user.click(field());
  await user.keyboard("{Backspace}");
  expect(screen.getByRole("button", { name: /^bad/ })).toHaveFocus();
  await user.keyboard("{Enter}");
  expect(field()).toHaveValue("bad");
  await user.type(field(), "@x.org;");
  expect(chips().map((chip) => chip.textContent)).toEqual([
    expect.stringMatching(/^good/),
    expect.stringMatching(/^bad@x/),
  ]);
});

it("counts, checks and sends the last address too, which no comma ended (F5, F10)", async () => {
  const { answers, user } = open(() => answer([result(0), result(1), result(2)]));
  await user.type(field(), "a@x.org,b@x.org,here@x.org");
  expect(field()).toHaveValue("here@x.org");
  expect(await screen.findByText("1 is already here and gets no mail")).toBeInTheDocument();
  await user.clear(field());
  await user.type(field(), "c@x.org");
  const button = screen.getByRole("button", { name: "Invite 3 people" });
  await user.pointer({ keys: "[MouseLeft>]", target: button });
  // what is added during the press would move the button away
  expect(chips()).toHaveLength(2);
  expect(field()).toHaveValue("c@x.org");
  await user.pointer({ keys: "[/MouseLeft]", target: button });
  await screen.findByRole("heading", { name: "3 people invited" });
  expect(sentTo(answers)).toEqual(["a@x.org", "b@x.org", "c@x.org"]);
});

it("takes an address by Enter and sends by the next one (F5)", async () => {
  const { answers, user } = open(() => answer([result(0), result(1)]));
  await user.type(field(), "a@x.org, b@x.org{Enter}");
  expect(chips()).toHaveLength(2);
  await user.keyboard("{Enter}");
  await screen.findByRole("heading", { name: "2 people invited" });
  expect(sentTo(answers)).toEqual(["a@x.org", "b@x.org"]);
});

it("keeps a text that is no address in the field, with its error, and sends nothing (F5)", async () => {
  const { answers, user } = open();
  await user.type(field(), "a@x.org,nonsense");
  expect(screen.getByRole("button", { name: "Invite 1 person" })).toBeInTheDocument();
  expect(screen.queryByText(/not an address/)).not.toBeInTheDocument();
  await user.click(screen.getByRole("button", { name: "Invite 1 person" }));
  expect(await screen.findByText("“nonsense” is not an address. Correct or remove it.")).toBeInTheDocument();
  expect(field()).toHaveValue("nonsense");
  expect(field()).toBeInvalid();
  expect(answers.askedFor("InviteUsers")).toEqual([]);
  await user.type(field(), "@x.org");
  expect(field()).toBeValid();
  await user.click(screen.getByRole("button", { name: "Invite 2 people" }));
  await waitFor(() => expect(sentTo(answers)).toEqual(["a@x.org", "nonsense@x.org"]));
});

it("says once the field is left, and after a reload, what in it is no address (F10)", async () => {
  const { user } = open();
  await user.type(field(), "nonsense");
  expect(field()).toBeValid();
  await user.tab();
  expect(field()).toBeInvalid();
  cleanup();
  const again = open();
  expect(field()).toHaveValue("nonsense");
  expect(screen.getByText("“nonsense” is not an address. Correct or remove it.")).toBeInTheDocument();
  await again.user.click(screen.getByRole("button", { name: "Remove it" }));
  expect(field()).toHaveValue("");
  expect(field()).toBeValid();
});

it("takes a chip back into the field to be corrected while an address stands there (F5)", async () => {
  const { user } = open();
  await user.type(field(), "ann@x.org, bo@x.org");
  await user.click(screen.getByRole("button", { name: /^ann@x.org/ }));
  await waitFor(() => expect(field()).toHaveFocus());
  expect(field()).toHaveValue("ann@x.org");
  expect(chips().map((chip) => chip.textContent)).toEqual([expect.stringMatching(/^bo@x.org/)]);
});

it("sends what the form says, names each outcome, and hands out the links (F4, F9, F13)", async () => {
  const { answers, user } = open(() =>
    answer([
      result(0),
      result(1, { outcome: "ADDED_TO_GROUPS", link: null, user: { __typename: "User", id: "u9" }, invitation: null }),
      result(2, {
        outcome: "UNCHANGED",
        link: null,
        errors: [{ __typename: "UserError", code: "ALREADY_INVITED", message: "", path: ["email"] }],
      }),
    ]),
  );
  await user.type(field(), "Ann Lee <new@x.org>, here@x.org, asked@x.org,");
  await user.type(screen.getByRole("combobox", { name: /^Groups/ }), "Welcome{Enter}");
  await user.type(screen.getByRole("combobox", { name: /^Company/ }), "Delta");
  await user.selectOptions(screen.getByRole("combobox", { name: "Language" }), "FR");
  await user.type(screen.getByRole("textbox", { name: /^Personal message/ }), "See you on Monday.");
  await user.click(await screen.findByRole("button", { name: "Invite 1 person" }));
  const heading = await screen.findByRole("heading", { name: "1 person invited" });
  await waitFor(() => expect(heading).toHaveFocus());
  const shared = { company: "Delta", groups: ["Welcome"], roles: ["LEARNER"], language: "fr" };
  expect(answers.askedFor("InviteUsers")).toEqual([
    {
      input: {
        people: [
          { email: "new@x.org", firstName: "Ann", lastName: "Lee", ...shared },
          { email: "here@x.org", ...shared },
          { email: "asked@x.org", ...shared },
        ],
        message: "See you on Monday.",
        lifetimeHours: 168,
        sendMail: true,
        createMissing: true,
        idempotencyKey: expect.stringMatching(/^[0-9a-f]{32}$/),
      },
    },
  ]);
  expect(screen.getByLabelText("Link for new@x.org")).toHaveValue("https://usher.example.org/join#0");
  expect(screen.getByText("Already here: added to the groups and told so")).toBeInTheDocument();
  expect(screen.getByText("Already invited: nothing more was sent")).toBeInTheDocument();
  expect(screen.getByText(/kept in the development inbox/)).toBeInTheDocument();
  // Links are secrets: no trace of them or of the form stays behind.
  expect(sessionStorage).toHaveLength(0);
});

it("makes a new group also for whoever sends before it was said to be one", async () => {
  const { answers, user } = open(() => answer([result(0)]));
  await user.type(field(), "new@x.org,");
  await user.type(screen.getByRole("combobox", { name: /^Groups/ }), "Chemistry{Enter}");
  await user.click(await screen.findByRole("button", { name: "Invite 1 person" }));
  await screen.findByRole("heading", { name: "1 person invited" });
  expect(answers.askedFor("InviteUsers")[0]).toMatchObject({ input: { createMissing: true } });
});

it("says that a new group would be made", async () => {
  const { answers, user } = open(() => answer([result(0)]));
  await user.type(field(), "new@x.org,");
  await user.type(screen.getByRole("combobox", { name: /^Groups/ }), "Chemistry{Enter}");
  expect(await screen.findByText("New, will be made: Chemistry")).toBeInTheDocument();
  await user.click(screen.getByRole("button", { name: "Invite 1 person" }));
  await screen.findByRole("heading", { name: "1 person invited" });
  expect(answers.askedFor("InviteUsers")[0]).toMatchObject({ input: { createMissing: true } });
});

it("keeps everything when the answer is lost, and sends again under the same key", async () => {
  let lost = true;
  const { answers, user } = open(() => {
    if (lost) {
      lost = false;
      throw new TypeError("Failed to fetch");
    }
    return answer([result(0)]);
  });
  await user.type(field(), "new@x.org,");
  await user.click(screen.getByRole("button", { name: "Invite 1 person" }));
  expect(await screen.findByText(/The server did not answer/)).toBeInTheDocument();
  expect(chips()).toHaveLength(1);
  await user.click(screen.getByRole("button", { name: "Invite 1 person" }));
  await screen.findByRole("heading", { name: "1 person invited" });
  const keys = answers.askedFor("InviteUsers").map(({ input }) => (input as InviteUsersInput).idempotencyKey);
  expect(keys[0]).toBe(keys[1]);
});

it("keeps the form over a reload", async () => {
  const { user } = open();
  await user.type(field(), "new@x.org, half");
  const kept = { ...sessionStorage };
  expect(Object.values(kept).join()).toContain("new@x.org");
});

it("says how many are too many for one call, and what to do (F55)", async () => {
  const { answers, user } = open(undefined, aFounder({ bulkInvite: false, peoplePerCall: 2 }));
  await user.click(field());
  await user.paste("a@x.org b@x.org c@x.org");
  await user.click(screen.getByRole("button", { name: "Invite 3 people" }));
  expect(await screen.findByText(/You may invite 2 people at a time, these are 3. Take 1 out/)).toBeInTheDocument();
  expect(answers.askedFor("InviteUsers")).toHaveLength(0);
});

it("tells who may add nobody any more what the server says, and keeps what was typed (F55)", async () => {
  const forbidden = () => {
    throw refusal("FORBIDDEN");
  };
  const { user } = open(forbidden, aFounder({ bulkInvite: false, peoplePerCall: 0 }));
  await user.click(field());
  await user.paste("a@x.org");
  await user.click(screen.getByRole("button", { name: "Invite 1 person" }));
  expect(await screen.findByText(/Your account may not do this/)).toBeInTheDocument();
  expect(screen.queryByText(/You may invite 0 people/)).not.toBeInTheDocument();
  expect(screen.getByText("a@x.org")).toBeInTheDocument();
});

it("keeps those that were refused for correction", async () => {
  const { user } = open(() =>
    answer([
      result(0),
      result(1, {
        outcome: "REJECTED",
        link: null,
        invitation: null,
        errors: [{ __typename: "UserError", code: "NOT_ALLOWED", message: "", path: ["userType"] }],
      }),
    ]),
  );
  await user.type(field(), "a@x.org, b@x.org,");
  await user.click(screen.getByRole("button", { name: "Invite 2 people" }));
  expect(await screen.findByText(/Not invited. This goes beyond what you hold yourself/)).toBeInTheDocument();
  await user.click(screen.getByRole("button", { name: "Correct the refused one" }));
  await waitFor(() => expect(screen.getByRole("heading", { name: "Invite people" })).toHaveFocus());
  expect(chips().map((chip) => chip.textContent)).toEqual([expect.stringMatching(/^b@x.org/)]);
});

it("offers no administrators to who may not make them (F57)", () => {
  open(undefined, aFounder({ addAdministrators: false }));
  expect(screen.queryByRole("radio", { name: "Administrator" })).not.toBeInTheDocument();
});
