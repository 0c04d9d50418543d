import { fileURLToPath } from "node:url";
import { act } from "./support/ask";
import { founder } from "./support/found";
import { chooseFile } from "./support/import-file";
import { openMail } from "./support/inbox";
import { expect, test } from "./support/test";

const sample = fileURLToPath(new URL("../samples/people-export.csv", import.meta.url));

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

test("the main job: found, invite, import a real file, accept", async ({ page, usher, someoneElse }) => {
  test.setTimeout(360_000);

  await test.step("found the workspace by the printed link and land in the app (F52)", async () => {
    await page.goto(usher.setupLink());
    await expect(page, "the code leaves the address bar").toHaveURL(/\/setup$/);
    await page.getByLabel("Name of the workspace").fill(founder.workspaceName);
    await page.getByLabel("First name").fill(founder.firstName);
    await page.getByLabel("Last name").fill(founder.lastName);
    await page.getByLabel("Your e-mail").fill(founder.email);
    await page.getByLabel("Password", { exact: true }).fill(founder.password);
    await page.getByRole("button", { name: "Found the workspace" }).click();
    await expect(page.getByRole("heading", { name: "Your registration" }), "then who the founder is").toBeVisible();
    await page.getByRole("link", { name: "Later: go to Home" }).click();
    await expect(page.getByRole("heading", { name: "Home" })).toBeVisible();
    await expect(page.getByText("Your own identity is not registered yet")).toBeVisible();
    await act(page, "updateWorkspace", "UpdateWorkspaceInput", { identityRequired: false });
  });

  await test.step("invite several addresses in one field, each with its mark (F4, F5, F10)", async () => {
    await page.getByRole("navigation", { name: "Main navigation" }).getByRole("link", { name: "Users" }).click();
    await page.getByRole("link", { name: "Invitations" }).first().click();
    await page.getByRole("link", { name: "Invite people" }).first().click();
    const field = page.getByLabel("E-mail addresses");
    const chips = page.getByRole("list", { name: "Addresses so far" });
    await field.pressSequentially("Lea Maes <lea.maes@partner.example>, bo@partner.example; nobody@ ");
    await field.pressSequentially(`${founder.email}\n`);
    const chip = (text: string) => chips.getByRole("listitem").filter({ hasText: text });
    await expect(chip("lea.maes@partner.example")).toContainText("can be invited");
    await expect(chip("lea.maes@partner.example")).toContainText("Lea Maes");
    await expect(chip("bo@partner.example")).toContainText("can be invited");
    await expect(chip(founder.email)).toContainText("already here");
    await expect(chip("nobody@")).toContainText("not an address");
    await expect(page.getByText("2 people will be invited")).toBeVisible();

    await page.getByRole("combobox", { name: "Company" }).fill("Partner nv");
    await page.getByRole("combobox", { name: "Label" }).fill("Pilot");
    await page.getByRole("combobox", { name: "Groups" }).fill("Onboarding");
    await page.keyboard.press("Enter");
    await page.getByRole("combobox", { name: "Language" }).selectOption("Français");
    await page.getByLabel("Personal message").fill("Bienvenue <b>chez nous</b> !");
    await page.getByRole("button", { name: /^Invite 2 people/ }).click();
    await expect(page.getByRole("alert"), "the bad one is named, the others are kept").toContainText(
      "This is not an e-mail address.",
    );
    await expect(chips.getByRole("listitem")).toHaveCount(4);
    await page.getByRole("button", { name: "Remove nobody@" }).click();
    await page.getByRole("button", { name: /^Invite 2 people/ }).click();
  });

  let copied = "";
  await test.step("see the outcome of each address and copy a link (F9, F13)", async () => {
    await expect(page.getByRole("heading", { name: "2 people invited" })).toBeVisible();
    const person = (email: string) => page.getByRole("main").getByRole("listitem").filter({ hasText: email });
    await expect(person("lea.maes@partner.example")).toContainText("Invited");
    await expect(person(founder.email)).toContainText("Already here: added to the groups and told so");
    const link = page.getByLabel("Link for bo@partner.example");
    await person("bo@partner.example").getByRole("button", { name: "Copy" }).click();
    await expect(person("bo@partner.example").getByRole("button", { name: "Copied" })).toBeVisible();
    copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toBe(await link.inputValue());
    expect(copied).toMatch(new RegExp(`^${usher.address}/join#[\\w-]{43}$`));
  });

  await test.step("an address that is invited is not invited again (F9, F11)", async () => {
    await page.getByRole("button", { name: "Invite more people" }).click();
    await page.getByLabel("E-mail addresses").pressSequentially("BO@partner.example ");
    await expect(page.getByText("1 is already invited: nothing more is sent")).toBeVisible();
    await page.getByRole("button", { name: "Process 1 address" }).click();
    await expect(page.getByText("Already invited: nothing more was sent")).toBeVisible();
  });

  await test.step("open a file as a spreadsheet wrote it: encoding and separator are recognised (F29, F37)", async () => {
    await page.getByRole("navigation", { name: "Main navigation" }).getByRole("link", { name: "Users" }).click();
    await expect(page.getByRole("link", { name: "Import from CSV" })).toBeVisible();
    await chooseFile(page, sample);
    await expect(page.getByLabel("Columns are separated by")).toHaveValue(";");
    await expect(page.getByLabel("Text encoding").getByRole("option", { selected: true })).toHaveText("Windows-1252");
    await expect(page.getByRole("cell", { name: "Zoé", exact: true })).toBeVisible();
    await page.getByRole("link", { name: "Continue to the columns" }).click();
  });

  await test.step("columns are proposed, what is not needed is ignored (F30, F33)", async () => {
    const proposed = {
      Prénom: "first_name",
      Nom: "last_name",
      "Adresse e-mail": "email",
      Société: "company",
      Langue: "language",
      Groupes: "groups",
      Équipe: "team",
      "Chef d'équipe": "team_leader",
      Matricule: "external_id",
      "Date de suppression": "deletion_date",
    };
    for (const [header, column] of Object.entries(proposed)) {
      await expect(page.getByRole("combobox", { name: header, exact: true })).toHaveValue(column);
    }
    await expect(page.getByText("Not read and never sent: Remarques and Bureau")).toBeVisible();
    await page.getByRole("link", { name: /^Check about/ }).click();
  });

  await test.step("the check says before anything is sent what will happen (F31, F32, F34, F36)", async () => {
    await expect(page.getByRole("status").filter({ hasText: "Invite 977 people. 23 rows need a look." })).toBeVisible();
    const summary = page.getByRole("complementary", { name: "This import" });
    await expect(summary).toContainText("Rows1,011");
    const known = page.getByRole("region", { name: "Good to know" });
    await expect(known).toContainText("1,000 rows hold a person.");
    await expect(known).toContainText("11 rows are empty and are skipped.");
    await expect(known).toContainText("6 empty rows at the end");
    await expect(known).toContainText("Nobody in this file is here already.");
    const problems = page.getByRole("region", { name: "23 rows need a look" });
    for (const [problem, rows] of [
      ["E-mail: not an e-mail address", "6 rows"],
      ["E-mail: stands in an earlier row already", "5 rows"],
      ["Language: unknown language", "5 rows"],
      ["E-mail: missing", "1 row"],
      ["First name: missing", "1 row"],
      ["First name: too long", "1 row"],
      ["Last name: missing", "1 row"],
      ["Deletion date: not a date", "1 row"],
      ["Team leader: not an e-mail address", "1 row"],
      ["More cells than columns", "1 row"],
    ] as const) {
      await expect(problems.getByRole("button", { name: `${problem} ${rows}` })).toBeVisible();
    }
    await expect(problems).toContainText("Deutsch (3 times)");
    await problems.getByRole("button", { name: "E-mail: missing 1 row" }).click();
    await expect(problems.getByRole("cell", { name: "710", exact: true })).toBeVisible();
    const first = page.getByRole("region", { name: "The first 10 people, as Usher reads them" }).getByRole("row");
    await expect(first).toHaveCount(11);
    await expect(first.nth(2)).toContainText("Entrepôt and Équipe de nuit");
    await page.getByRole("link", { name: "Continue to sending" }).click();
  });

  await test.step("Import and invite: progress, then a report with the counts (F35, F39, F41)", async () => {
    await page.getByRole("button", { name: "Import and invite 977" }).click();
    await expect(page).toHaveURL(/\/import\/[0-9a-f-]{36}$/);
    await expect(page.getByText("Finished. 977 invited, 23 refused")).toBeAttached({ timeout: 60_000 });
    const outcomes = page.getByRole("navigation", { name: "Rows by what came of them" });
    await expect(outcomes.getByRole("link", { name: "1,000 All rows" })).toBeVisible();
    await outcomes.getByRole("link", { name: "23 Refused" }).click();
    const refused = page.getByRole("region", { name: "Refused", exact: true }).getByRole("row");
    await expect(refused).toHaveCount(24);
    await expect(refused.nth(1)).toContainText("22");
    await expect(refused.nth(1)).toContainText("jean.dupont@");
    await expect(page.getByText("11 rows are empty and are skipped.")).toBeVisible();
    const why = page.getByRole("region", { name: /^Why/ }).getByRole("listitem");
    await expect(why.filter({ hasText: "E-mail: not an e-mail address" }), "as the check said").toContainText("6 rows");
    await expect(why.filter({ hasText: "Cells out of place" })).toContainText("1 row");
    await expect(why.filter({ hasText: "Language: unknown language" })).toContainText("5 rows");
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Download the 23 refused rows" }).click(),
    ]);
    expect(file.suggestedFilename()).toBe("people-export-refused.csv");
  });

  await test.step("the same file again: everyone is here already (F34, F35)", async () => {
    await chooseFile(page, sample);
    await page.getByRole("link", { name: "Continue to the columns" }).click();
    await expect(page.getByText("A file with the same header was imported before.")).toBeVisible();
    await page.getByRole("link", { name: /^Check about/ }).click();
    await expect(page.getByRole("heading", { name: "977 people are already here" })).toBeVisible();
    await expect(page.getByText("Nobody in this file can be invited now.")).toBeVisible();
  });

  await test.step("everyone gets a mail in their language (F64)", async () => {
    const link = await openMail(page, "lea.maes@partner.example");
    const mail = page.getByRole("article");
    await expect(mail.getByRole("heading")).toHaveText("Ada Okoro vous invite à rejoindre Delta College");
    await expect(mail, "what was typed stays text").toContainText("Bienvenue <b>chez nous</b> !");
    await mail.getByText("As it looks").click();
    const frame = mail.frameLocator("iframe");
    await expect(frame.getByRole("link", { name: /Delta College|invitation/i }).first()).toHaveAttribute("href", link);
    await expect(frame.getByText("Bienvenue <b>chez nous</b> !")).toBeVisible();
    await page
      .getByRole("navigation", { name: "Mails" })
      .getByRole("link", { name: /nodigt u uit/ })
      .first()
      .click();
    await expect(mail.getByRole("heading")).toHaveText("Ada Okoro nodigt u uit voor Delta College");
  });

  const lea = await someoneElse();
  await test.step("follow the link, complete the form, be an ACTIVE user (F2, F8)", async () => {
    const link = await openMail(page, "lea.maes@partner.example");
    await page.goto("/users");
    await expect(page.getByRole("table", { name: "Users" }).getByRole("row"), "no account yet").toHaveCount(2);
    await lea.goto(link);
    await expect(lea, "the secret leaves the address bar").toHaveURL(/\/join$/);
    await expect(lea.getByRole("heading", { name: "Complétez votre compte" })).toBeVisible();
    await expect(lea.getByLabel("Prénom")).toHaveValue("Lea");
    await expect(lea.getByLabel("Nom", { exact: true })).toHaveValue("Maes");
    await expect(lea.getByLabel("Identifiant")).toHaveValue("lea.maes");
    await lea.getByLabel("Identifiant").fill("lea");
    await lea.getByLabel("Mot de passe", { exact: true }).fill("quiet orange harbour");
    await lea.getByRole("button", { name: "Rejoindre Delta College" }).click();
    await expect(lea.getByRole("heading", { name: /Delta College/ })).toBeVisible();
  });

  await test.step("sign out and in again with the username (F8)", async () => {
    await lea.getByRole("button", { name: /Lea Maes/ }).click();
    await lea.getByRole("menuitem", { name: "Se déconnecter" }).click();
    // nobody is signed in: the page speaks as the browser does
    await lea.getByLabel("E-mail or username").fill("lea");
    await lea.getByLabel("Password", { exact: true }).fill("quiet orange harbour");
    await lea.getByRole("button", { name: "Sign in" }).click();
    await expect(lea.getByRole("heading", { name: /Delta College/ })).toBeVisible();
  });

  await test.step("who accepted is found among the users and left the pending list (F14, F17)", async () => {
    await page.reload();
    const row = page.getByRole("row", { name: /Lea Maes/ });
    await expect(row).toContainText("Active");
    await expect(row).toContainText("Partner nv");
    await expect(row).toContainText("Onboarding");
    await page.goto("/users/invitations");
    await expect(page.getByRole("group", { name: "State" })).toContainText("Pending978");
    await expect(page.getByRole("group", { name: "State" })).toContainText("Accepted1");
    await page.getByRole("button", { name: /^Accepted/ }).click();
    await expect(page.getByRole("row", { name: /lea\.maes@partner\.example/ })).toContainText("Accepted");
    await page.getByRole("button", { name: /^Pending/ }).click();
    await page.getByRole("searchbox", { name: "Search by e-mail or name" }).fill("lea.maes");
    await expect(page.getByText("No invitation matches")).toBeVisible();
  });

  await test.step("the copied link works too, in the language of its reader (F13)", async () => {
    const bo = await someoneElse();
    await bo.goto(copied);
    await expect(bo.getByRole("heading", { name: "Complétez votre compte" })).toBeVisible();
  });
});
