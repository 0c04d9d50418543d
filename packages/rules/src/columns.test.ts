import { columnHints, columnWords, companionWords, nameWords } from "./column-words.js";
import {
  accountColumns,
  columnField,
  identityColumns,
  identityField,
  importColumns,
  importRequires,
  isIdentityColumn,
  isImportColumn,
  missingColumns,
} from "./columns.js";
import { identityFields } from "./identity-fields.js";
import { proposeColumns } from "./propose-columns.js";

/** Header and rows as text, cells parted by "|". */
const propose = (header: string, ...rows: string[]) =>
  proposeColumns(
    header.split("|"),
    rows.map((row) => row.split("|")),
  );

describe("matching columns by their headers (F33)", () => {
  it.each([
    [
      "first_name|last_name|email|company|language|groups|team|team_leader|username|label|role|deletion_date|user_type|external_id",
      "first_name|last_name|email|company|language|groups|team|team_leader|username|label|role|deletion_date|user_type|external_id",
    ],
    [
      "Prénom|NOM|Adresse mail|Société|Langue|Équipe|Chef d'équipe|Rôle|Groupes|Libellé|Date de suppression|Matricule",
      "first_name|last_name|email|company|language|team|team_leader|role|groups|label|deletion_date|external_id",
    ],
    [
      "Nom de famille|Prénom|Courriel|Entreprise|Nom d’utilisateur|Type d'utilisateur",
      "last_name|first_name|email|company|username|user_type",
    ],
    [
      "Voornaam|Achternaam|E-mailadres|Bedrijf|Taal|Groepen|Teamleider|Gebruikersnaam|Rol|Verwijderdatum|Personeelsnummer",
      "first_name|last_name|email|company|language|groups|team_leader|username|role|deletion_date|external_id",
    ],
    [
      "First Name *|LAST-NAME|\ufeffE-mail (work)|Company [required]|user.name",
      "first_name|last_name|email|company|username",
    ],
    ["givenName|surname|displayName|mail|telephoneNumber", "first_name|last_name||email|"],
    ["Employee first name|Employee last name|Employee email|User group", "first_name|last_name|email|groups"],
    ["Given Name|Family Name|E-mail 1 - Value|Organization Name", "first_name|last_name|email|company"],
    ["Mél.|Raison sociale|N° matricule", "email|company|external_id"],
  ])("%s", (header, columns) => {
    const proposal = propose(header);
    expect(proposal.columns.map((column) => column ?? "").join("|")).toBe(columns);
    expect(proposal.how.every((how, i) => (how === "header") === (proposal.columns[i] !== null))).toBe(true);
  });

  it.each([
    ["Voornaam|Naam", ["first_name", "last_name"]],
    ["Name|First name", ["last_name", "first_name"]],
    ["Nom|E-mail", [null, "email"]],
    ["Name|Surname|First name", [null, "last_name", "first_name"]],
  ])("%s: a name alone is the last name only where the first name has a column", (header, columns) => {
    expect(propose(header).columns).toEqual(columns);
  });

  it("tells usernames from surnames", () => {
    expect(propose("Username").columns).toEqual(["username"]);
    expect(propose("Surname").columns).toEqual(["last_name"]);
  });

  it("maps a column of Usher once: of two headed alike, the one with more fitting values", () => {
    expect(propose("E-mail|Email|Mail", "yes|ann@x.org|", "no|bob@x.org|cid@x.org").columns).toEqual([
      null,
      "email",
      null,
    ]);
    expect(propose("Company|Organisation", "Acme|Acme").columns).toEqual(["company", null]);
  });

  it.each([
    ["Manager", "Bob Dylan", null, "team_leader"],
    ["Manager", "bob@x.org", "team_leader", null],
    ["Role", "Developer", null, "role"],
    ["Role", "Coach", "role", null],
    ["Mail", "yes", null, "email"],
    ["Login", "ann@x.org", "email", null],
  ])("looks whether %s can be what it says when it holds %s", (header, cell, column, suggestion) => {
    expect(propose(header, cell)).toMatchObject({ columns: [column], suggestions: [suggestion] });
  });

  it("has one meaning for every word", () => {
    const words = [...columnWords.keys()];
    for (const hint of [...columnHints.keys(), ...nameWords]) expect(words).not.toContain(hint);
    for (const word of [...words, ...columnHints.keys(), ...nameWords]) expect(word).toMatch(/^[a-z0-9]+$/);
    for (const [word, column] of companionWords) expect(columnHints.get(word)).toBe(column);
  });
});

describe("matching the columns of an identity (F44)", () => {
  it.each([
    [identityColumns.join("|")],
    [
      "Legal first names|Legal last name|Date of birth|Place of birth|Nationality|Tax number|Phone|Street and number|Postal code|Town|Country|Kind of document|Document number",
    ],
    [
      "Prénoms légaux|Nom légal|Date de naissance|Lieu de naissance|Nationalité|Numéro fiscal|Téléphone|Rue et numéro|Code postal|Localité|Pays|Type de document|Numéro du document",
    ],
    [
      "Officiële voornamen|Officiële achternaam|Geboortedatum|Geboorteplaats|Nationaliteit|Fiscaal nummer|Telefoon|Straat en nummer|Postcode|Plaats|Land|Soort document|Documentnummer",
    ],
  ])("chooses them by Usher's own names: %s", (header) => {
    expect(propose(header).columns).toEqual(identityColumns);
  });

  it.each([
    [
      "Phone|City|postal_code|Country of residence|Postcode",
      ["phone", "city", "postal_code", "country", "postal_code"],
    ],
    ["Rijksregisternummer|GSM|Adres", ["tax_number", "phone", "street"]],
    ["Passport no|ID type|Birthplace", ["document_number", "document_kind", "place_of_birth"]],
  ])("only suggests what may be somebody else's, or goes by another name: %s", (header, suggestions) => {
    const proposal = propose(header);
    expect(proposal.suggestions).toEqual(suggestions);
    expect(proposal.columns.filter((column) => column !== null)).toEqual([]);
  });

  it("chooses a phone number or a country beside what only a person has", () => {
    expect(propose("E-mail|Phone|Country|Tel|Nationality")).toMatchObject({
      columns: ["email", "phone", "country", null, "nationality"],
      suggestions: [null, null, null, null, null],
    });
  });

  it("tells apart whose names and dates they are", () => {
    expect(propose("First name|Legal first names|Name|Legal last name|Date of birth|Deletion date").columns).toEqual([
      "first_name",
      "legal_first_name",
      "last_name",
      "legal_last_name",
      "date_of_birth",
      "deletion_date",
    ]);
  });
});

describe("matching columns by their values (F33)", () => {
  it("finds the one column of e-mail addresses", () => {
    const proposal = propose("Spalte 1|Spalte 2", "Ann|ann@x.org", "Bob|Bob@X.org", "Cid|");
    expect(proposal).toMatchObject({ columns: [null, "email"], how: [null, "values"] });
  });

  it("asks when there are two", () => {
    expect(propose("One|Two", "ann@x.org|boss@x.org")).toMatchObject({
      columns: [null, null],
      how: ["similar", "similar"],
      suggestions: ["email", "email"],
    });
  });

  it("wants four fifths of the cells to fit", () => {
    const cells = ["ann@x.org", "bob@x.org", "cid@x.org", "dan@x.org"];
    expect(propose("Contact", ...cells, "n/a").columns).toEqual(["email"]);
    expect(propose("Contact", ...cells, "n/a", "n/a").columns).toEqual([null]);
  });

  it("finds languages, but takes no countries for them", () => {
    expect(propose("Kommunikation", "English", "FR", "nl").columns).toEqual(["language"]);
    expect(propose("Country", "FR", "NL", "FR").columns).toEqual([null]);
  });

  it("never chooses dates on which accounts would be erased", () => {
    expect(propose("Date of birth", "2000-01-31")).toMatchObject({ columns: ["date_of_birth"], suggestions: [null] });
    expect(propose("DOB", "2000-01-31")).toMatchObject({ columns: [null], suggestions: ["date_of_birth"] });
    expect(propose("Date", "2027-01-31")).toMatchObject({ columns: [null], suggestions: ["deletion_date"] });
    expect(propose("End date", "2027-01-31")).toMatchObject({ columns: [null], suggestions: ["deletion_date"] });
  });
});

describe("suggesting what is only near (F33)", () => {
  it.each([
    ["Usernam", "username"],
    ["Surnmae", "last_name"],
    ["Compagny", "company"],
    ["Prenon", "first_name"],
    ["Department", "groups"],
    ["User role", "user_type"],
    ["Phone", "phone"],
    ["Natonality", "nationality"],
    ["Name", null],
    ["Tel", "phone"],
    ["", null],
    ["x".repeat(1_000_000), null],
  ])("%j might be %s", (header, suggestion) => {
    expect(proposeColumns([header], [])).toEqual({
      columns: [null],
      how: [suggestion && "similar"],
      suggestions: [suggestion],
    });
  });

  it("suggests nothing that is already mapped", () => {
    expect(propose("Username|Usernam").suggestions).toEqual([null, null]);
  });
});

it("takes any header and any rows: ragged, 300 columns, parts of JavaScript", () => {
  expect(proposeColumns([], [["a"]])).toEqual({ columns: [], how: [], suggestions: [] });
  expect(propose("__proto__|constructor|toString", "a").columns).toEqual([null, null, null]);
  const wide = Array.from({ length: 300 }, (_, i) => `Column ${i}`);
  expect(proposeColumns(wide, [[], ["ann@x.org"]]).columns[0]).toBe("email");
});

it("names the field of every column, and what a file must bring (F30)", () => {
  expect(new Set(importColumns.map(columnField)).size).toBe(importColumns.length);
  expect(importColumns).toEqual([...accountColumns, ...identityColumns]);
  expect(importColumns.filter(isIdentityColumn).map(identityField)).toEqual(identityFields);
  expect(identityColumns.map(columnField)).toEqual(identityFields.map((field) => `identity.${field}`));
  expect(importRequires).toEqual(["firstName", "lastName", "email", "company"]);
  expect(missingColumns(["email", null, "last_name"], { company: "Acme", firstName: "" })).toEqual(["first_name"]);
  expect(["email", "__proto__", "Email", ""].filter(isImportColumn)).toEqual(["email"]);
});
