import type { Page } from "@playwright/test";
import { act, ask } from "./support/ask";
import { invite } from "./support/found";
import { createGroup, planSession } from "./support/groups";
import { join } from "./support/join";
import { comeIn, userIdOf } from "./support/people";
import { expect, testInHouse as test } from "./support/test";

const title = (page: Page) => page.getByRole("heading", { level: 1 });

/** What the API answers when it refuses outright. */
async function refusal(page: Page, query: string, variables: object): Promise<string | undefined> {
  const response = await page.request.post("/graphql", { data: { query, variables } });
  const { errors } = await response.json();
  return errors?.[0].extensions.code;
}

test("a group administrator sees their own group, and by no address or id anything of another (F6, F53)", async ({
  page,
  someoneElse,
}) => {
  const own = await createGroup(page, "Night school");
  const other = await createGroup(page, "Day school");
  const gwen = await comeIn(page, someoneElse, {
    email: "gwen@night.example",
    firstName: "Gwen",
    lastName: "Night",
    groups: ["Night school"],
    roles: ["administrator"],
  });
  await comeIn(page, someoneElse, {
    email: "dirk@day.example",
    firstName: "Dirk",
    lastName: "Day",
    groups: ["Day school"],
  });
  const company = (await act(page, "createCompany", "CreateCompanyInput", { name: "Day nv" }, "company { id }")).company
    .id;
  await act(page, "addCompanyMembers", "AddCompanyMembersInput", { companyId: company, emails: ["dirk@day.example"] });
  await invite(page, [{ email: "late@day.example", groups: ["Day school"] }], { sendMail: false });
  const session = await planSession(page, other, "Day session");
  const user = await userIdOf(page, "dirk@day.example");
  const { invitations } = await ask(page, '{ invitations(filter: { search: "late@day" }) { nodes { id } } }');
  const invitation = invitations.nodes[0].id;

  await test.step("what is theirs", async () => {
    await gwen.goto("/");
    const links = gwen.getByRole("navigation", { name: "Main navigation" }).getByRole("link");
    await expect(links).toHaveText(["Home", "Groups"]);
    await links.last().click();
    const rows = gwen.getByRole("table", { name: "Groups" }).getByRole("row");
    await expect(rows).toHaveCount(2);
    await rows.last().getByRole("link", { name: "Night school" }).click();
    await expect(title(gwen)).toHaveText("Night school");
    const people = gwen.getByRole("table", { name: "People of Night school" });
    await expect(people.getByRole("row")).toHaveCount(2);
    await expect(people.getByRole("row", { name: /Gwen Night/ })).toContainText("Administrator");
  });

  await test.step("the addresses of what is not", async () => {
    for (const [address, words] of [
      [`/groups/${other}`, "This group is not here"],
      [`/groups/${other}/invitations`, "This group is not here"],
      [`/groups/${other}/sessions`, "This group is not here"],
      [`/groups/${other}/settings`, "This group is not here"],
      [`/groups/${other}/invite`, "This group is not here"],
      [`/groups/${own}/invitations/${invitation}`, "This invitation is not here"],
      [`/program-sessions/${session}`, "This program session is not here"],
      [`/program-sessions/${session}/invite`, "You may not invite from this program session"],
      [`/program-sessions/new?group=${other}`, "You may not plan program sessions here"],
      [`/companies/${company}`, "This company is not here"],
      ["/companies", "Companies are not open to you"],
      ["/teams", "Teams are not open to you"],
      ["/users", "The list of users is not open to you"],
      [`/users/${user}/profile`, "This user is not here"],
      [`/users/${user}/edit`, "This user is not here"],
      ["/users/invitations", "The list of all invitations is not open to you"],
      [`/users/invitations/${invitation}`, "The list of all invitations is not open to you"],
      ["/users/invitations/new", "You may not invite people"],
      ["/users/new", "You may not add people"],
      ["/import", "Importing needs two permissions"],
      ["/permissions", "Only the founder gives permissions"],
    ] as const) {
      await gwen.goto(address);
      await expect(gwen.getByRole("heading", { name: words }), address).toBeVisible();
      await expect(gwen.getByText(/Day school|Dirk|Day nv|Day session|@day\.example/), address).toHaveCount(0);
    }
  });

  await test.step("the API, by the same ids", async () => {
    const some = { other, company, session, user, invitation };
    for (const [query, code] of [
      ["query ($other: ID!) { group(id: $other) { name } }", "NOT_FOUND"],
      ["query ($company: ID!) { company(id: $company) { name } }", "FORBIDDEN"],
      ["query ($session: ID!) { programSession(id: $session) { name } }", "NOT_FOUND"],
      ["query ($user: ID!) { user(id: $user) { email } }", "FORBIDDEN"],
      ["query ($invitation: ID!) { invitation(id: $invitation) { email } }", "NOT_FOUND"],
      ["query ($other: ID!) { invitations(filter: { groupId: $other }) { nodes { email } } }", "NOT_FOUND"],
      ["query ($other: ID!) { programSessions(groupId: $other) { nodes { name } } }", "NOT_FOUND"],
      ["{ invitations { nodes { email } } }", "FORBIDDEN"],
      ["{ users { nodes { email } } }", "FORBIDDEN"],
      [
        "mutation ($invitation: ID!) { copyInvitationLink(input: { invitationId: $invitation }) { link } }",
        "NOT_FOUND",
      ],
      [
        "mutation ($other: ID!, $user: ID!) { removeGroupMembers(input: { groupId: $other, userIds: [$user] }) { affected } }",
        "NOT_FOUND",
      ],
      [
        'mutation ($other: ID!) { addGroupMembers(input: { groupId: $other, emails: ["gwen@night.example"], roles: [ADMINISTRATOR] }) { counts { added } } }',
        "NOT_FOUND",
      ],
      [
        'mutation ($other: ID!) { updateGroup(input: { groupId: $other, name: "Mine" }) { group { name } } }',
        "FORBIDDEN",
      ],
    ] as const) {
      const named = Object.entries(some).filter(([name]) => query.includes(`$${name}:`));
      expect(await refusal(gwen, query, Object.fromEntries(named)), query).toBe(code);
    }
    const { inviteUsers } = await ask(
      gwen,
      "mutation ($input: InviteUsersInput!) { inviteUsers(input: $input) { results { outcome errors { code } } } }",
      {
        input: {
          people: ["Day school", "No school"].map((name, i) => ({ email: `new${i}@night.example`, groups: [name] })),
        },
      },
    );
    expect(inviteUsers.results, "a group that exists answers as one that does not").toEqual([
      { outcome: "REJECTED", errors: [{ code: "UNKNOWN_GROUP" }] },
      { outcome: "REJECTED", errors: [{ code: "UNKNOWN_GROUP" }] },
    ]);
  });

  await test.step("a role that is taken closes the group while it is looked at", async () => {
    await gwen.goto(`/groups/${own}`);
    await expect(title(gwen)).toHaveText("Night school");
    const id = await userIdOf(page, "gwen@night.example");
    await act(page, "removeGroupMembers", "RemoveGroupMembersInput", { groupId: own, userIds: [id] });
    await gwen.getByRole("link", { name: "Invitations" }).click();
    await expect(gwen.getByRole("alert")).toContainText("Your account may not do this.");
    await expect(gwen.getByRole("navigation", { name: "Main navigation" }).getByRole("link")).toHaveText(["Home"]);
    await gwen.reload();
    await expect(title(gwen)).toHaveText("This group is not here");
  });
});

test("they invite from the group's settings: roles and label, no deletion date; resend and cancel what they invited (F6)", async ({
  page,
  someoneElse,
}) => {
  const group = await createGroup(page, "Bakers");
  await act(page, "createLabel", "CreateLabelInput", { name: "Evening" });
  const gerda = await comeIn(page, someoneElse, {
    email: "gerda@bakers.example",
    firstName: "Gerda",
    lastName: "Baker",
    groups: ["Bakers"],
    roles: ["administrator"],
  });
  await gerda.goto(`/groups/${group}/settings`);
  await expect(gerda.getByRole("button", { name: "Delete" })).toHaveCount(0);
  await gerda.getByRole("link", { name: "Invite to this group" }).click();
  await expect(title(gerda)).toHaveText("Invite to Bakers");
  await gerda.getByLabel("E-mail addresses").pressSequentially("nina@bakers.example, otto@bakers.example,");
  await expect(gerda.getByText("2 people will be invited")).toBeVisible();
  await gerda.getByRole("checkbox", { name: "Coach" }).check();
  await gerda.getByRole("combobox", { name: "Label" }).fill("Even");
  await gerda.getByRole("option", { name: "Evening" }).click();
  await gerda.getByRole("combobox", { name: "Language" }).selectOption("English");
  for (const absent of ["Deletion date", "Company", "Groups"]) await expect(gerda.getByLabel(absent)).toHaveCount(0);
  await gerda.getByRole("button", { name: "Invite 2 people" }).click();
  await expect(title(gerda)).toHaveText("2 people invited");
  const link = await gerda.getByLabel("Link for nina@bakers.example").inputValue();
  const old = await gerda.getByLabel("Link for otto@bakers.example").inputValue();

  await test.step("who is invited joins, with the roles", async () => {
    const nina = await someoneElse();
    await nina.goto(link);
    await join(nina, "Nina", "Vos");
    await gerda.goto(`/groups/${group}`);
    const row = gerda.getByRole("row", { name: /Nina Vos/ });
    await expect(row).toContainText("Learner");
    await expect(row).toContainText("Coach");
    await page.goto("/users?search=nina%40bakers");
    await expect(page.getByRole("row", { name: /Nina Vos/ })).toContainText("Bakers");
    await page.getByRole("link", { name: /Nina Vos/ }).click();
    await expect(page.getByRole("dialog", { name: "Nina Vos" })).toContainText("Evening");
  });

  await test.step("and what waits is sent again, and cancelled", async () => {
    await gerda.getByRole("link", { name: "Invitations" }).click();
    const row = gerda.getByRole("row", { name: /otto@bakers\.example/ });
    await row.getByRole("button", { name: "More actions for otto@bakers.example" }).click();
    await gerda.getByRole("menuitem", { name: "Send again" }).click();
    await gerda.getByRole("button", { name: "Send 1 again" }).click();
    await expect(gerda.getByText("1 invitation sent again")).toBeVisible();
    const otto = await someoneElse();
    await otto.goto(old);
    await expect(title(otto)).toHaveText("There is a newer link");
    await row.getByRole("button", { name: "More actions for otto@bakers.example" }).click();
    await gerda.getByRole("menuitem", { name: "Cancel invitation" }).click();
    await gerda.getByRole("button", { name: "Cancel 1 invitation" }).click();
    await expect(row).toContainText("Cancelled");
    await otto.goto("about:blank");
    await otto.goto(old);
    await expect(title(otto)).toHaveText("This invitation was cancelled");
  });
});
