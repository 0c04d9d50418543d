import { identityColumns } from "@usher/rules/columns";
import type { IdentityFields } from "@usher/rules/identity-fields";
import { OutboxMail } from "../mail/outbox-mail.entity.js";
import { aSignedInUser } from "../testing/a-signed-in-user.js";
import { aStagedImport, committed, someColumns } from "../testing/an-import.js";
import { aFounder, Browser } from "../testing/browser.js";
import { dumpOf, foundIn } from "../testing/dump.js";
import { refusalOf } from "../testing/refusal-of.js";
import { aRunningApp } from "../testing/start-app.js";
import { until } from "../testing/until.js";

/** What is looked for: as it is typed, and as it is understood. */
const secrets: string[] = [];

/** A whole identity whose every value, but for two countries and the document's kind, stands nowhere else. */
function anUnmistakable(name: string, taxNumber: string, phone: string): IdentityFields {
  const identity = {
    legalFirstName: `Xaviérine-${name}`,
    legalLastName: `Quetzalcoatlus ${name}`,
    dateOfBirth: "29/03/1971",
    placeOfBirth: `Ouagadougou-${name}`,
    nationality: "Burkina Faso",
    taxNumber,
    phone,
    street: `Zevenkerkenlaan ${name} 4711`,
    postalCode: `QX-8213-${name}`,
    city: `Snellegem-${name}`,
    country: "Belgique",
    documentKind: "reispas",
    documentNumber: `ZQ-${name}-77213`,
  };
  const { country, documentKind, ...rest } = identity;
  secrets.push(...Object.values(rest), documentKind, phone.replace(/^0/, "+32").replaceAll(" ", ""), "1971-03-29");
  secrets.push(rest.documentNumber.replaceAll("-", ""));
  return identity;
}

/** Belgian national numbers of that day, with their check digits. */
const taxNumbers = [710329001, 710329003, 710329005, 710329007, 710329009, 710329011].map(
  (digits) => `${digits}${String(97 - (digits % 97)).padStart(2, "0")}`,
);
const phones = ["0471 99 88 01", "0471 99 88 02", "0471 99 88 03", "0471 99 88 04", "0471 99 88 05", "0471 99 88 06"];
let people = 0;
const anIdentity = () => {
  const i = people++;
  return anUnmistakable(`Person${i}`, taxNumbers[i] as string, phones[i] as string);
};

describe("after everything that is done with identities (F63)", () => {
  const test = aRunningApp({ LOG_LEVEL: "trace" });
  let founder: Browser;
  let examiner: Browser;
  const errors: string[] = [];

  const done = async (work: Promise<{ userErrors: unknown[] }>) => expect((await work).userErrors).toEqual([]);
  const join = async (link: string, operation: "acceptInvitation" | "activateUser", username: string) => {
    const browser = new Browser(test);
    const input = { token: link.split("#")[1], firstName: "Lea", lastName: "Maes", password: "quiet orange harbour" };
    await done(browser.change(operation, operation === "acceptInvitation" ? { ...input, username } : input));
    return browser;
  };

  beforeAll(async () => {
    founder = await aFounder(test, { identityRequired: true });
    const permissions = ["MANAGE_USERS"] as const;
    const given = { email: "examiner@x.org", permissions, identityStatus: "VALIDATED" as const };
    examiner = (await aSignedInUser(test, given)).browser;

    // the person's own way: draft, refused, submitted, rejected, corrected, validated
    const { user, browser } = await aSignedInUser(test, { email: "lea@x.org" });
    const own = anIdentity();
    await done(browser.change("submitPersonalInformation", { identity: own, draft: true }));
    const wrong = { ...own, dateOfBirth: "31/02/1971", phone: "Zevenkerkenlaan", taxNumber: "71.03.29-001.99" };
    secrets.push("71.03.29-001.99", "31/02/1971");
    const refused = await browser.change("submitPersonalInformation", { identity: wrong });
    errors.push(JSON.stringify(refused.userErrors));
    await done(browser.change("submitPersonalInformation", { identity: own }));
    const reason = `The card says ${own.street}, in ${own.city}`;
    secrets.push("The card says");
    const reasons = [
      { field: "street", reason },
      { field: "documentNumber", reason: "The card says another one" },
    ];
    await done(examiner.change("rejectIdentity", { userId: user.id, reasons }));
    const fixed = { ...own, street: "Zevenkerkenlaan 4712", documentNumber: "ZQ-Fixed-77214" };
    secrets.push(fixed.street, fixed.documentNumber);
    await done(browser.change("submitPersonalInformation", { identity: fixed }));
    const { data } = await examiner.ask("query ($id: ID!) { identity(userId: $id) { values { street } } }", {
      id: user.id,
    });
    expect(data.identity.values.street).toBe("Zevenkerkenlaan 4712");
    await done(examiner.change("validateIdentity", { userId: user.id }));
    expect((await browser.ask("{ ownData }")).data.ownData).toContain("Zevenkerkenlaan 4712");

    // somebody else registers it; a number is found to be taken
    const registered = await aSignedInUser(test, { email: "mia@x.org" });
    const hers = anIdentity();
    const register = { userId: registered.user.id, identity: hers };
    await done(examiner.change("registerPersonalInformation", register));
    const twice = await aSignedInUser(test, { email: "twice@x.org" });
    const taken = await twice.browser.change("submitPersonalInformation", { identity: hers });
    errors.push(JSON.stringify(taken.userErrors));
    expect(taken.userErrors.length).toBeGreaterThan(0);

    // account and identity in one step, once with a failure in the middle
    const person = { email: "kim@x.org", identity: anIdentity() };
    const failing = jest.spyOn(test.app.secrets, "seal").mockImplementationOnce(() => {
      throw new Error("out of luck");
    });
    expect(await refusalOf(founder.change("completeRegistration", { person, idempotencyKey: "kim" }))).toBe("INTERNAL");
    failing.mockRestore();
    const completed = await founder.change(
      "completeRegistration",
      { person, activationMail: "LATER", idempotencyKey: "kim" },
      "link",
    );
    expect(completed.userErrors).toEqual([]);
    await join(completed.link, "activateUser", "kim");

    // in bulk, with a key, accepted; and by a file
    const { results } = await founder.change(
      "bulkInvite",
      { people: [{ email: "noor@x.org", identity: anIdentity() }], idempotencyKey: "noor" },
      "results { link }",
    );
    await join(results[0].link, "acceptInvitation", "noor");
    await done(
      founder.change("bulkInvite", {
        people: [{ email: "later@x.org", identity: anIdentity() }],
        mode: "CREATE",
        activationMail: "LATER",
      }),
    );
    const filed = anIdentity();
    const cells = ["Ann", "Lee", "ann@x.org", "Acme", ...Object.values(filed)] as string[];
    const importId = await aStagedImport(founder, [cells, [...cells, "Zevenkerkenlaan 1"]], {
      columns: [...someColumns, ...identityColumns],
    });
    expect((await committed(test, founder, importId)).counts).toMatchObject({ invited: 1, rejected: 1 });

    // what a caller gets wrong altogether, and a search
    const malformed =
      "mutation ($input: SubmitPersonalInformationInput!) { submitPersonalInformation(input: $input) { userErrors { code } } }";
    await browser.ask(malformed, { input: { identity: { ...own, taxNumber: [own.taxNumber] } } });
    await browser.ask(malformed, { input: { ...own } });
    await examiner.ask('{ users(filter: { search: "Quetzalcoatlus" }) { totalCount } }');

    await done(
      founder.change("exportUsers", {
        filter: {},
        expectedCount: (await founder.ask("{ countUsers }")).data.countUsers,
      }),
    );
    await until(
      () => test.app.db.read.countBy(OutboxMail, { state: "QUEUED" }),
      (queued) => queued === 0,
    );
  }, 60_000);

  it("no refusal repeats what it is about", () => {
    expect(foundIn(errors.join("\n"), secrets)).toEqual([]);
  });

  it("neither the database, nor its files, holds a personal value in clear", async () => {
    const { rows, files } = await dumpOf(test);
    // the dump sees what is there
    const open = ["lea@x.org", "Northwind Academy", "ann@x.org", "mia@x.org"];
    expect(foundIn(rows, open)).toEqual(open);
    if (test.app.config.database.kind === "sqlite") expect(foundIn(files, open)).toEqual(open);
    expect(foundIn(rows, secrets)).toEqual([]);
    expect(foundIn(files, secrets)).toEqual([]);
  });

  it("nor does the log, at its most talkative", () => {
    const log = test.logged.join("\n");
    expect(log).toContain("out of luck");
    expect(foundIn(log, secrets)).toEqual([]);
  });

  it("nor does any mail, as it was sent", async () => {
    const { data } = await founder.ask("{ inboxMails(first: 100) { nodes { to subject text html } } }");
    const mails = JSON.stringify(data.inboxMails.nodes);
    expect(mails).toContain("Please correct your personal information");
    expect(mails).toContain("Your registration at Northwind Academy is complete");
    expect(foundIn(mails, secrets)).toEqual([]);
  });

  it("nor is anybody found by one (F63)", async () => {
    for (const search of ["Quetzalcoatlus", "Snellegem", taxNumbers[0], "ZQ-"]) {
      const { data } = await founder.ask(
        "query ($search: String!) { users(filter: { search: $search }) { totalCount } }",
        {
          search,
        },
      );
      expect([search, data.users.totalCount]).toEqual([search, 0]);
    }
  });
});
