import { expect, type Locator, type Page } from "@playwright/test";
import { ask } from "./support/ask";
import { founder, invite } from "./support/found";
import { chooseFile, csvOf, goToSending, pickFile } from "./support/import-file";
import { testInHouse as test, test as testFresh } from "./support/test";

const megabyte = "x".repeat(1_000_000);
const script = "<script>alert(1)</script>";
const formula = "=cmd|'/C calc'!A1";
const tooLong = "This is too long. Please shorten it.";
const required = "Please fill this in.";

/** The sentence stands at the field, for the eye and for a screen reader. */
async function expectRefused(field: Locator, words: string): Promise<void> {
  await expect(field).toHaveAttribute("aria-invalid", "true");
  await expect(field).toHaveAccessibleDescription(new RegExp(words.replace(/[.?]/g, "\\$&")));
}

/** Whatever is put in, no page may run it. */
function refuseDialogs(page: Page): void {
  page.on("dialog", (dialog) => {
    throw new Error(`A script ran: ${dialog.message()}`);
  });
}

testFresh("founding: empty, too long, hostile (F52)", async ({ page, usher }) => {
  refuseDialogs(page);
  await page.goto(usher.setupLink());
  const name = page.getByLabel("Name of the workspace");
  const [first, last] = [page.getByLabel("First name"), page.getByLabel("Last name")];
  const email = page.getByLabel("Your e-mail");
  const password = page.getByLabel("Password", { exact: true });
  const submit = page.getByRole("button", { name: "Found the workspace" });
  await submit.click();
  for (const field of [name, first, last, email, password]) await expectRefused(field, required);
  await expect(page.getByRole("alert")).toContainText("5 things need a look");

  await name.fill(megabyte);
  await first.fill("__proto__");
  await last.fill(formula);
  await email.fill("ada@delta.example\r\nBcc: everyone@delta.example");
  await password.fill("short");
  await submit.click();
  await expectRefused(name, tooLong);
  await expectRefused(email, "This is not an e-mail address.");
  await expectRefused(password, "The password has fewer than 15 characters.");
  await password.fill(`${founder.email}${founder.email}`);
  await email.fill(founder.email);
  await expectRefused(password, "The password is made of your name, address or workspace");
  expect((await name.inputValue()).length, "nothing is lost").toBe(megabyte.length);

  await page.reload();
  await expect(first, "nor by a reload").toHaveValue("__proto__");
  await expect(password, "but a password is kept nowhere").toHaveValue("");
  await name.fill(script);
  await password.fill(founder.password);
  await submit.click();
  await page.getByRole("link", { name: "Later: go to Home" }).click();
  await expect(page.getByRole("button", { name: `Your account: __proto__ ${formula}` })).toBeVisible();
  await expect(page.getByText(script).first(), "text and nothing else").toBeVisible();
});

test("signing in: empty, too long, wrong", async ({ someoneElse }) => {
  const page = await someoneElse();
  await page.goto("/sign-in");
  const login = page.getByLabel("E-mail or username");
  const password = page.getByLabel("Password", { exact: true });
  const submit = page.getByRole("button", { name: "Sign in" });
  await submit.click();
  await expectRefused(login, required);
  for (const text of [script, "__proto__", "x".repeat(5_000)]) {
    await login.fill(text);
    await password.fill(text);
    await submit.click();
    await expect(page.getByRole("alert")).toHaveText("E-mail, username or password are not right.");
    await expect(login).toHaveValue(text);
  }
});

test("inviting: empty, malformed, hostile, far too much (F4, F5)", async ({ page }) => {
  refuseDialogs(page);
  await page.goto("/users/invitations/new");
  const field = page.getByLabel("E-mail addresses");
  const chips = page.getByRole("list", { name: "Addresses so far" }).getByRole("listitem");
  const submit = page.getByRole("button", { name: /^Invite \d+ (person|people)$/ });
  await submit.click();
  await expectRefused(field, required);

  const paste = async (text: string) => {
    await field.focus();
    await field.evaluate((element, pasted) => {
      const data = new DataTransfer();
      data.setData("text", pasted);
      element.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
    }, text);
  };
  await paste(`good@bad.example\r\nBcc: evil@bad.example; ${script}@bad.example; ${formula}@bad.example, __proto__`);
  await expect(chips.filter({ hasText: "good@bad.example" })).toContainText("can be invited");
  await expect(chips.filter({ hasText: "__proto__" })).toContainText("not an address");
  await expect(chips.filter({ hasText: "<script>" })).toContainText("not an address");
  await submit.click();
  await expect(field).toHaveAttribute("aria-invalid", "true");
  await expect(chips.filter({ hasText: "good@bad.example" }), "the good one is kept").toBeVisible();
  await page.getByRole("button", { name: /^Remove (them|it)$/ }).click();

  const company = page.getByRole("combobox", { name: "Company" });
  const message = page.getByLabel("Personal message");
  await company.fill(megabyte);
  await message.fill(megabyte);
  await submit.click();
  await expectRefused(company, tooLong);
  await expectRefused(message, tooLong);
  await company.fill(script);
  await page.getByRole("combobox", { name: "Label" }).fill(formula);
  await page.getByRole("combobox", { name: "Groups" }).fill("__proto__");
  await page.keyboard.press("Enter");
  await message.fill(`${script}\r\n.\r\nQUIT`);
  await submit.click();
  await expect(page.getByRole("heading", { name: /invited$/ })).toBeVisible();
  await page.goto("/users/invitations");
  await page.getByRole("link", { name: "good@bad.example" }).click();
  for (const text of [script, formula, "__proto__: Learner"]) {
    await expect(page.getByRole("dialog")).toContainText(text);
  }
});

test("accepting: empty, too long, malformed; a reload loses nothing (F8)", async ({ page, someoneElse }) => {
  const [link = ""] = await invite(page, [{ email: "hanna@bad.example" }]);
  const visitor = await someoneElse();
  refuseDialogs(visitor);
  await visitor.goto(link);
  const [first, last] = [visitor.getByLabel("First name"), visitor.getByLabel("Last name")];
  const username = visitor.getByLabel("Username");
  const password = visitor.getByLabel("Password", { exact: true });
  const submit = visitor.getByRole("button", { name: /^Join/ });
  await username.fill("");
  await submit.click();
  for (const field of [first, last, username, password]) await expectRefused(field, required);
  await first.fill(megabyte);
  await username.fill("hànna @ home");
  await password.fill("passwordpassword");
  await submit.click();
  await expectRefused(first, tooLong);
  await expectRefused(username, "Use letters a to z");
  await first.fill(script);
  await last.fill("O'Brien\u202e; DROP TABLE users");
  await username.fill("ada");
  await expect(visitor.getByText("This username is taken")).toBeVisible();
  await username.fill("hanna");
  await expect(visitor.getByText("This username is free")).toBeVisible();
  await submit.click();
  await expectRefused(password, "This password stands in lists of often used or leaked ones");
  await visitor.reload();
  await expect(first).toHaveValue(script);
  await password.fill("quiet orange harbour");
  await submit.click();
  await expect(visitor.getByRole("heading", { name: /^You are in/ })).toBeVisible();
  await expect(visitor.getByText(script).first()).toBeVisible();
});

test("a pasted link that is none", async ({ someoneElse }) => {
  const page = await someoneElse();
  refuseDialogs(page);
  await page.goto("/join");
  const field = page.getByLabel("Link from the mail");
  const open = page.getByRole("button", { name: "Open the invitation" });
  await open.click();
  await expectRefused(field, "Please paste the link first.");
  for (const text of [script, "__proto__", "http://127.0.0.1/join", "x".repeat(5_000)]) {
    await field.fill(text);
    await open.click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("This link is not complete");
  }
});

const notCsv: [string, Buffer | string, string][] = [
  ["empty.csv", "", "This file is empty."],
  ["only-header.csv", "first_name,last_name,email,company\n", "This file has a header and no people beneath it."],
  ["workbook.xlsx", Buffer.from("504b0304140006000800", "hex"), "not a CSV file."],
  ["letter.pdf", "%PDF-1.7\n1 0 obj", "This is a PDF, not a CSV file."],
  ["photo.csv", Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"), "This is a picture, not a CSV file."],
  ["page.csv", "<!DOCTYPE html><html><body>Sign in</body></html>", "This is a web page, not a CSV file."],
  ["data.csv", '{"people":[{"email":"a@x.org"}]}', "This is a JSON file, not a CSV file."],
  ["wide.csv", `${"c,".repeat(299)}c\n1\n`, "This file has 300 columns; up to 200 can be read."],
];

test("files that are no list of people say what they are, and nothing is sent (F37)", async ({ page }) => {
  await page.goto("/import");
  for (const [name, content, words] of notCsv) {
    await pickFile(page, { name, mimeType: "text/csv", buffer: Buffer.from(content) });
    await expect(page.getByRole("alert"), name).toContainText(words);
    await expect(page.getByText("Nothing was stored or sent.")).toBeVisible();
    await page.goto("/import");
  }
});

test("odd files are read all the same: one column, no header, a header twice, ragged rows, an open quote (F34, F37)", async ({
  page,
}) => {
  const open = (text: string) => chooseFile(page, { name: "odd.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
  await open("ann@odd.example\nbo@odd.example\n");
  await expect(page.getByText("Everything stands in one column.")).toBeVisible();
  await expect(page.getByText("The first row looks like a person: it holds ann@odd.example.")).toBeVisible();

  const header = "first_name,last_name,email,company";
  const rows = [
    header,
    "Ann,Lee,ann@odd.example",
    header,
    "Bo,Lee,bo@odd.example,Acme",
    "Cy,Lee,cy@odd.example,Acme,more",
  ];
  await open(rows.join("\n"));
  await page.getByRole("link", { name: "Continue to the columns" }).click();
  await page
    .getByRole("link", { name: /^Check / })
    .last()
    .click();
  await expect(page.getByText("Invite 1 person. 3 rows need a look.")).toBeVisible();
  for (const problem of ["The header once more", "Company: missing", "More cells than columns"]) {
    await expect(page.getByRole("button", { name: problem })).toBeVisible();
  }

  await open(`${header}\nAnn,Lee,ann@odd.example,Acme\nBo,Lee,bo@odd.example,"Acme\nCy,Lee,cy@odd.example,Acme\n`);
  await page.getByRole("link", { name: "Continue to the columns" }).click();
  await page
    .getByRole("link", { name: /^Check / })
    .last()
    .click();
  await expect(page.getByText("A quotation mark opens in row 3 and is never closed")).toBeVisible();
});

test("sending: a message that is too long is not sent (F4)", async ({ page }) => {
  const count = async () => (await ask(page, "{ imports { totalCount } }")).imports.totalCount;
  const before = await count();
  await chooseFile(page, csvOf(1, "too-long"));
  await goToSending(page);
  const message = page.getByLabel("Personal message");
  await message.fill(megabyte);
  const submit = page.getByRole("button", { name: "Import and invite 1" });
  if (await submit.isEnabled()) await submit.click();
  await expect(page.getByText(/998,000 characters too many/)).toBeVisible();
  await expect(page).toHaveURL(/\/import\/send$/);
  expect((await message.inputValue()).length).toBe(megabyte.length);
  expect(await count(), "nothing was imported").toBe(before);
});

test("searching for anything finds what is there, or nothing (F45)", async ({ page }) => {
  refuseDialogs(page);
  await page.goto("/users");
  const search = page.getByRole("searchbox", { name: "Search by name or e-mail" });
  for (const text of ["%", "_", "__proto__", script, "' OR 1=1 --", "\\", "x".repeat(5_000)]) {
    await search.fill(text);
    await expect(page.getByRole("heading", { name: "Nobody found" }), text.slice(0, 20)).toBeVisible();
  }
  await search.fill("OKORO");
  await expect(page.getByRole("row", { name: /Ada Okoro/ })).toBeVisible();
});
