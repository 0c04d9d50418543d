import { ask } from "./support/ask";
import { chooseFile } from "./support/import-file";
import { expect, testInHouse as test } from "./support/test";

const header = "First name,Last name,E-mail,Company,Date of birth,Phone,Country,Document number";
const text = [
  header,
  "Lea,Maes,lea@identities.example,Acme,18/05/1993,0470 12 34 56,Belgique,592-1234567-89",
  "Bo,Ray,bo@identities.example,Acme,31/02/1993,12,Atlantis,1",
  "Cy,Roe,cy@identities.example,Acme,,,,",
].join("\n");
const file = { name: "identities.csv", mimeType: "text/csv", buffer: Buffer.from(text) };

test("a file says what is known of people's identities: checked in the browser, kept as drafts (F44)", async ({
  page,
}) => {
  await chooseFile(page, file);
  await page.getByRole("link", { name: "Continue to the columns" }).click();
  await expect(page.getByLabel("Date of birth", { exact: true })).toHaveValue("date_of_birth");
  await expect(page.getByLabel("Phone", { exact: true })).toHaveValue("phone");
  await expect(page.getByText(/kept as a draft that each person completes/)).toBeVisible();
  await page.getByRole("link", { name: "Check 3 rows" }).click();
  await expect(page.getByText("Invite 2 people. 1 row needs a look.")).toBeVisible();
  for (const problem of ["Date of birth: not a date", "Phone: not a phone number", "Country: unknown country"]) {
    await expect(page.getByText(problem, { exact: true }).first()).toBeVisible();
  }
  for (const understood of ["18 May 1993", "+32 470 12 34 56", "Belgium"]) {
    await expect(page.getByRole("cell", { name: understood, exact: true })).toBeVisible();
  }
  await page.getByRole("link", { name: "Continue to sending" }).click();
  await page.getByRole("radio", { name: "Import and create" }).click();
  await page.getByRole("button", { name: "Import and create 2" }).click();
  await expect(page.getByText("Finished. 2 created, 1 refused")).toBeAttached({ timeout: 60_000 });
  await expect(page.getByText("Country: unknown country").first()).toBeVisible();
  await expect(page.getByText(/^The columns of the identity are empty in these files/)).toBeVisible();

  const query =
    "query ($search: String!) { users(first: 1, filter: { search: $search }) { nodes { identity { status values { dateOfBirth phone country } } } } }";
  const known = async (search: string) => (await ask(page, query, { search })).users.nodes[0].identity;
  expect(await known("lea@identities.example")).toEqual({
    status: "DRAFT",
    values: { dateOfBirth: "1993-05-18", phone: "+32470123456", country: "BE" },
  });
  expect((await known("cy@identities.example")).status).toBe("NONE");
});
