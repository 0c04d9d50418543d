import { screen, waitFor, within } from "@testing-library/react";
import { Answers, refusal } from "../../../test/answers";
import { aCoach, aFounder, aGroupAdministrator } from "../../../test/people";
import { renderPage } from "../../../test/render-app";
import type { Viewer } from "../../apollo/viewer";
import type { GroupRole } from "../../gql/graphql";
import { InviteFromSessionPage } from "./invite-from-session-page";
import { InvitePage } from "./invite-page";
import { InviteToGroupPage } from "./invite-to-group-page";

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

const alreadyInvited = { __typename: "UserError", code: "ALREADY_INVITED", message: "", path: ["email"] };

const aGroup = (giveRoles: GroupRole[], invite = true) => ({
  group: {
    __typename: "Group",
    id: "g1",
    name: "Delta",
    can: { __typename: "GroupCan", invite, giveRoles },
  },
});

const aSession = (invite = true) => ({
  programSession: {
    __typename: "ProgramSession",
    id: "s1",
    name: "First steps",
    group: { __typename: "Group", id: "g1", name: "Delta" },
    can: { __typename: "ProgramSessionCan", invite },
  },
});

interface Opened {
  viewer?: Viewer;
  results?: unknown[];
  more?: ConstructorParameters<typeof Answers>[0];
  handover?: string[];
}

function open(page: "group" | "session", { viewer, results = [result(0)], more = {}, handover = [] }: Opened = {}) {
  const answers = new Answers({
    InviteToGroup: () => aGroup(["ADMINISTRATOR", "COACH", "LEARNER"]),
    InviteFromSession: () => aSession(),
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
    LabelNames: () => ({
      labels: { __typename: "LabelConnection", nodes: [{ __typename: "Label", id: "l1", name: "Autumn" }] },
    }),
    PreviewInvitationMail: () => ({
      previewInvitationMail: { __typename: "MailPreview", subject: "You are invited", html: "<p></p>" },
    }),
    InviteUsers: () => ({
      inviteUsers: {
        __typename: "InviteUsersPayload",
        results,
        counts: { __typename: "PersonCounts", invited: 0, addedToGroups: 0, updated: 0, unchanged: 0, rejected: 0 },
        userErrors: [],
      },
    }),
    ...more,
  });
  const [element, at, path] =
    page === "group"
      ? [<InviteToGroupPage />, "/groups/:groupId/invite", "/groups/g1/invite"]
      : [<InviteFromSessionPage />, "/program-sessions/:sessionId/invite", "/program-sessions/s1/invite"];
  const state = { inviteAddresses: handover };
  return { answers, ...renderPage(element, { answers, at, path, state, viewer: viewer ?? aGroupAdministrator() }) };
}

const field = () => screen.findByRole("textbox", { name: "E-mail addresses" });
const chips = () => within(screen.getByRole("list", { name: "Addresses so far" })).getAllByRole("listitem");

describe("from a group's settings", () => {
  it("asks for roles, language, label and message, and neither for a deletion date nor for what is the workspace's (F6)", async () => {
    open("group");
    await field();
    expect(screen.getByRole("heading", { level: 1, name: "Invite to Delta" })).toBeInTheDocument();
    expect(screen.getByRole("group", { name: "Roles in Delta" })).toBeInTheDocument();
    for (const name of [/^Label/, "Language", "The link works for"]) {
      expect(screen.getByRole("combobox", { name })).toBeInTheDocument();
    }
    expect(screen.getByRole("textbox", { name: /^Personal message/ })).toBeInTheDocument();
    expect(screen.queryByLabelText(/^Deletion date/)).not.toBeInTheDocument();
    expect(screen.queryByRole("combobox", { name: /^(Company|Groups)/ })).not.toBeInTheDocument();
    expect(screen.queryByRole("radio")).not.toBeInTheDocument();
    expect(screen.queryByRole("link", { name: "Users > Invitations > Invite" })).not.toBeInTheDocument();
  });

  it("invites into this group with the chosen roles and a label that exists (F6)", async () => {
    const { answers, user } = open("group");
    await user.type(await field(), "new@x.org,");
    await user.click(screen.getByRole("checkbox", { name: "Coach" }));
    await user.type(screen.getByRole("combobox", { name: /^Label/ }), "Aut");
    await user.click(await screen.findByRole("option", { name: "Autumn" }));
    await user.selectOptions(screen.getByRole("combobox", { name: "Language" }), "NL");
    await user.click(screen.getByRole("button", { name: "Invite 1 person" }));
    await screen.findByRole("heading", { name: "1 person invited" });
    expect(answers.askedFor("InviteUsers")).toMatchObject([
      {
        input: {
          people: [{ email: "new@x.org", roles: ["COACH", "LEARNER"], label: "Autumn", language: "nl" }],
          // whatever it is called by then
          groupId: "g1",
          lifetimeHours: 168,
          sendMail: true,
          createMissing: false,
        },
      },
    ]);
    const [{ input }] = answers.askedFor("InviteUsers") as [{ input: { people: object[] } }];
    expect(Object.keys(input.people[0] ?? {}).sort()).toEqual(
      ["email", "firstName", "label", "language", "lastName", "roles"].sort(),
    );
  });

  it("offers no role beyond the viewer's own (F57)", async () => {
    open("group", {
      viewer: aFounder({ addAdministrators: false }),
      more: { InviteToGroup: () => aGroup(["LEARNER"]) },
    });
    await field();
    expect(screen.getByRole("checkbox", { name: "Learner" })).toBeChecked();
    expect(screen.queryByRole("checkbox", { name: "Coach" })).not.toBeInTheDocument();
    expect(screen.queryByRole("checkbox", { name: "Administrator" })).not.toBeInTheDocument();
  });

  it("asks for a role before it sends anything", async () => {
    const { answers, user } = open("group");
    await user.type(await field(), "new@x.org,");
    await user.click(screen.getByRole("checkbox", { name: "Learner" }));
    await user.click(screen.getByRole("button", { name: "Invite 1 person" }));
    expect(await screen.findByRole("alert")).toHaveTextContent("Roles in Delta: Please fill this in.");
    expect(answers.askedFor("InviteUsers")).toEqual([]);
  });

  it("tells those who may more where all fields are (F4)", async () => {
    open("group", { viewer: aFounder() });
    expect(await screen.findByRole("link", { name: "Users > Invitations > Invite" })).toHaveAttribute(
      "href",
      "/users/invitations/new",
    );
  });

  it("marks each address while typing and says what will come of it (F9, F10)", async () => {
    const { user } = open("group");
    await user.click(await field());
    await user.paste("new@x.org, here@x.org, asked@x.org; nonsense");
    await waitFor(() => expect(chips()[0]).toHaveTextContent("can be invited"));
    expect(chips()[1]).toHaveTextContent("already here");
    expect(chips()[2]).toHaveTextContent("already invited");
    expect(chips()[3]).toHaveTextContent("not an address");
    expect(
      screen.getByText("1 is already here: comes into the group, unless in it already, and is told so"),
    ).toBeInTheDocument();
  });

  it("says of each what came of it, and leads back to the group (F9)", async () => {
    const { user } = open("group", {
      results: [
        result(0),
        result(1, { outcome: "ADDED_TO_GROUPS", link: null, invitation: null }),
        result(2, { outcome: "UNCHANGED", link: null, errors: [alreadyInvited] }),
      ],
    });
    await user.type(await field(), "new@x.org, here@x.org, asked@x.org,");
    await user.click(await screen.findByRole("button", { name: "Invite 1 person" }));
    await screen.findByRole("heading", { name: "1 person invited" });
    expect(screen.getByText("Already here: added to the group and told so")).toBeInTheDocument();
    expect(screen.getByRole("link", { name: "Already invited: nothing more was sent" })).toHaveAttribute(
      "href",
      "/groups/g1/invitations/i2",
    );
    expect(screen.getByRole("link", { name: "See the invitations" })).toHaveAttribute("href", "/groups/g1/invitations");
    expect(sessionStorage).toHaveLength(0);
  });

  it("takes the addresses that another page handed over, beside what was typed before", async () => {
    sessionStorage.setItem(
      "usher.draft.invite.group.g1",
      JSON.stringify({
        entries: [{ text: "first@x.org", email: "first@x.org", key: "first@x.org" }],
        message: "Welcome",
      }),
    );
    open("group", { handover: ["second@x.org", "first@x.org"] });
    await field();
    expect(chips().map((chip) => chip.textContent)).toEqual([
      expect.stringMatching(/^first@x.org/),
      expect.stringMatching(/^second@x.org/),
    ]);
    expect(screen.getByRole("textbox", { name: /^Personal message/ })).toHaveValue("Welcome");
  });

  it("keeps one group's draft from another's", async () => {
    const { user } = open("group");
    await user.type(await field(), "half");
    expect(Object.keys(sessionStorage)).toContain("usher.draft.invite.group.g1");
  });

  it.each([
    ["may not invite there", () => aGroup([], false)],
    [
      "may not see it",
      () => {
        throw refusal("NOT_FOUND");
      },
    ],
  ])("explains itself to whoever %s (F6)", async (_, InviteToGroup) => {
    open("group", { more: { InviteToGroup } });
    expect(await screen.findByRole("heading", { name: "You may not invite to this group" })).toBeInTheDocument();
  });
});

describe("from a program session", () => {
  it("says that they become learners of the one group, and asks for no roles (F7)", async () => {
    open("session", { viewer: aCoach() });
    await field();
    expect(
      screen.getByText(/become learners of the group Delta, and of no other, and take part in First steps/),
    ).toBeInTheDocument();
    expect(screen.queryByRole("checkbox", { name: "Learner" })).not.toBeInTheDocument();
    expect(screen.queryByRole("combobox", { name: /^(Label|Company|Groups)/ })).not.toBeInTheDocument();
    expect(screen.queryByLabelText(/^Deletion date/)).not.toBeInTheDocument();
  });

  it("invites to the session with language, message and lifetime (F7)", async () => {
    const { answers, user } = open("session", { viewer: aCoach() });
    await user.type(await field(), "Ann Lee <new@x.org>,");
    await user.selectOptions(screen.getByRole("combobox", { name: "Language" }), "FR");
    await user.selectOptions(screen.getByRole("combobox", { name: "The link works for" }), "72");
    await user.type(screen.getByRole("textbox", { name: /^Personal message/ }), "See you on Monday.");
    await user.click(screen.getByRole("button", { name: "Invite 1 person" }));
    await screen.findByRole("heading", { name: "1 person invited" });
    expect(answers.askedFor("InviteUsers")).toEqual([
      {
        input: {
          people: [{ email: "new@x.org", firstName: "Ann", lastName: "Lee", language: "fr" }],
          programSessionId: "s1",
          message: "See you on Monday.",
          lifetimeHours: 72,
          sendMail: true,
          createMissing: false,
          idempotencyKey: expect.stringMatching(/^[0-9a-f]{32}$/),
        },
      },
    ]);
  });

  it("says who is here and who is invited already, before and after (F7, F9, F10)", async () => {
    const { user } = open("session", {
      viewer: aCoach(),
      results: [
        result(0),
        result(1, { outcome: "ADDED_TO_GROUPS", link: null, invitation: null }),
        result(2, { outcome: "UPDATED", link: null, invitation: null }),
        result(3, { outcome: "UNCHANGED", link: null, errors: [alreadyInvited] }),
      ],
    });
    await user.type(await field(), "new@x.org, here@x.org, here2@x.org, asked@x.org,");
    expect(
      await screen.findByText("2 are already here: take part, and become learners of the group unless in it already"),
    ).toBeInTheDocument();
    expect(
      screen.getByText("1 is already invited: takes part once they have joined; nothing more is sent"),
    ).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "Invite 1 person" }));
    await screen.findByRole("heading", { name: "1 person invited" });
    for (const words of [
      "Invited; takes part once they have joined",
      "Already here: learner of the group and participant from now on, and told so",
      "In the group already: takes part from now on",
      "Already invited: takes part once they have joined; nothing more was sent",
    ]) {
      expect(screen.getByText(words)).toBeInTheDocument();
    }
    expect(screen.getByText("These links are shown this once.")).toBeInTheDocument();
    expect(screen.getByRole("link", { name: "Back to the program session" })).toHaveAttribute(
      "href",
      "/program-sessions/s1",
    );
    expect(screen.queryByRole("link", { name: /Already invited/ })).not.toBeInTheDocument();
  });

  it("begins with those who were put on it and have no account", async () => {
    open("session", { viewer: aCoach(), handover: ["ann@x.org", "bo@x.org"] });
    await field();
    expect(chips()).toHaveLength(2);
  });

  it("explains itself to whoever may not invite from it (F7)", async () => {
    open("session", { viewer: aCoach(), more: { InviteFromSession: () => aSession(false) } });
    expect(
      await screen.findByRole("heading", { name: "You may not invite from this program session" }),
    ).toBeInTheDocument();
  });
});

it("leads administrators of groups to these, where the whole workspace is not theirs (F6)", () => {
  const answers = new Answers({});
  renderPage(<InvitePage />, { answers, at: "/users/invitations/new", viewer: aGroupAdministrator() });
  expect(screen.getByRole("link", { name: "Go to your groups" })).toHaveAttribute("href", "/groups");
});
