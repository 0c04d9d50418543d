import type { AccountColumn, IdentityColumn, ImportColumn } from "./columns.js";
import { wordKey } from "./word-key.js";

/** How spreadsheets, HR systems, mail programs and people head these columns, in English, French and Dutch. */
const synonyms: Record<AccountColumn, string> = {
  first_name: `first name, firstname, first, given name, given names, forename, fname,
    prénom, prénoms, prénom usuel,
    voornaam, voornamen, roepnaam, vorname`,
  last_name: `last name, lastname, last, surname, family name, lname,
    nom de famille, nom usuel, nom d'usage, patronyme,
    achternaam, familienaam, naam achternaam, nachname`,
  email: `email, e-mail, mail, emails, email address, e-mail address, mail address, email id, email 1, e-mail 1 value,
    work email, work mail, business email, professional email, company email, corporate email, primary email,
    courriel, courrier électronique, mél, adresse mail, adresse mél, adresse email, adresse courriel, adresse électronique,
    adresse de messagerie, adresse de courriel, mail professionnel, email professionnel, mail pro, email pro,
    courriel professionnel, adresse mail professionnelle, adresse email professionnelle, adresse électronique professionnelle,
    emailadres, mailadres, elektronisch adres, elektronisch postadres, zakelijk emailadres, zakelijke email, werk email,
    email werk, werkmail`,
  company: `company, company name, organisation, organization, organisation name, organization name, employer, enterprise,
    business, business name, firm,
    société, entreprise, raison sociale, nom de la société, nom société, nom de l'entreprise, nom entreprise, employeur,
    organisme, compagnie,
    bedrijf, bedrijfsnaam, naam bedrijf, firma, firmanaam, onderneming, organisatie, naam organisatie, werkgever,
    vennootschap`,
  language: `language, lang, locale, language code, preferred language, spoken language, correspondence language,
    langue, code langue, langue préférée, langue de préférence, langue de correspondance, langue de contact, langue parlée,
    taal, taalcode, voorkeurstaal, gewenste taal, taalvoorkeur, correspondentietaal, communicatietaal, contacttaal,
    sprache`,
  groups: `group, groups, group name, group names, groupname, user groups,
    groupe, groupes, nom du groupe, nom de groupe, noms des groupes,
    groep, groepen, groepsnaam, naam groep, naam van de groep`,
  team: `team, teams, team name,
    équipe, équipes, nom de l'équipe, nom d'équipe, nom équipe,
    teamnaam, naam team, naam van het team, ploeg, ploegnaam`,
  team_leader: `team leader, teamleader, team lead, teamlead, leader, team manager, manager, line manager, supervisor, reports to,
    team leader email, team lead email, leader email, manager email, line manager email, supervisor email,
    email of team leader, email of manager,
    chef d'équipe, cheffe d'équipe, chef, responsable, responsable d'équipe, manager d'équipe, supérieur hiérarchique,
    n+1, email chef d'équipe, email du chef d'équipe, mail du chef d'équipe, courriel du chef d'équipe, chef d'équipe email,
    email du responsable, email responsable, mail responsable, mail du responsable, courriel du responsable, email du manager,
    email manager,
    teamleider, teamleidster, teamverantwoordelijke, teamhoofd, teamchef, leidinggevende, ploegleider, ploegbaas,
    verantwoordelijke, email teamleider, email van de teamleider, teamleider email, emailadres teamleider,
    email leidinggevende, emailadres leidinggevende, email verantwoordelijke`,
  username: `username, user name, login, login name, loginname, logon name, user login, account name, sam account name,
    nom d'utilisateur, nom utilisateur, identifiant, identifiant de connexion, nom de connexion, pseudo,
    gebruikersnaam, inlognaam, aanmeldnaam, aanmeldingsnaam, accountnaam`,
  label: `label, labels, tag, tags,
    libellé, libellés, étiquette, étiquettes,
    etiket, etiketten`,
  role: `role, roles, group role, group roles, role in group, role in the group,
    rôle, rôles, rôle dans le groupe, rôle de groupe,
    rol, rollen, groepsrol, rol in groep, rol in de groep`,
  deletion_date: `deletion date, delete date, date of deletion, delete on, delete after, removal date, account deletion date,
    date de suppression, date suppression, supprimer le, date de suppression du compte, à supprimer le,
    verwijderdatum, verwijderingsdatum, datum van verwijdering, datum verwijdering, verwijderen op, te verwijderen op`,
  user_type: `user type, type of user, type of account, account type,
    type d'utilisateur, type utilisateur, type de compte, type de l'utilisateur,
    gebruikerstype, type gebruiker, soort gebruiker, accounttype, type account`,
  external_id: `external id, external identifier, external reference, external ref, person id, employee id, employee number,
    employee no, employee nr, staff id, staff number, staff no, personnel number, personnel id, payroll number, student id,
    student number, hr id, badge number,
    id externe, identifiant externe, référence externe, matricule, numéro de matricule, no matricule, n° matricule,
    numéro d'employé, numéro employé, id employé, numéro de personnel, numéro de badge, numéro d'étudiant, numéro étudiant,
    extern id, externe id, externe referentie, personeelsnummer, personeelsnr, personeels id, stamnummer, medewerkersnummer,
    medewerkernummer, medewerker id, werknemersnummer, werknemer id, studentnummer, leerlingnummer`,
};

/**
 * Headers that may mean such a column and may mean something else: proposed, never chosen. A date on which accounts are
 * erased is nothing to guess.
 */
const hints: Partial<Record<ImportColumn, string>> = {
  groups:
    "class, class name, cohort, department, classe, promotion, département, service, klas, cohorte, afdeling, dienst",
  username: "user, user id, utilisateur, gebruiker, account, compte",
  role: "function, fonction, functie, profile, profil, profiel",
  deletion_date: `end date, expiry date, expiration date, expires, expires on, valid until, account end date,
    date de fin, date d'expiration, fin de validité, valable jusqu'au, einddatum, vervaldatum, geldig tot`,
  user_type: "user role, account role, access level, rôle utilisateur, rôle de l'utilisateur, gebruikersrol",
  external_id: "id, identifier, number, no, nr, reference, ref, numéro, référence, nummer, referentie",
  // what is known of a person's identity is read when somebody says so
  legal_first_name: `official first name, official first names, first names on passport,
    prénom légal, prénom officiel, prénoms officiels,
    officiële voornaam, wettelijke voornaam, wettelijke voornamen`,
  legal_last_name: `legal surname, legal name, official last name, official surname,
    nom officiel, nom de naissance,
    wettelijke achternaam, officiële familienaam, geboortenaam`,
  date_of_birth: `birth date, birthdate, birthday, dob, born, born on,
    date naissance, né le, née le, né(e) le,
    datum geboorte, geboren op`,
  place_of_birth: `birth place, birthplace, town of birth, city of birth,
    lieu naissance, ville de naissance, né à, née à,
    plaats van geboorte, geboren te`,
  nationality: "citizenship, citoyenneté",
  tax_number: `tax id, tax identification number, tin, national number, national register number, national insurance number,
    social security number, ssn,
    n° fiscal, identifiant fiscal, numéro national, numéro de registre national, registre national, nif, niss,
    belastingnummer, fiscaal identificatienummer, rijksregisternummer, burgerservicenummer, bsn, insz`,
  phone: `phone number, telephone, telephone number, mobile, mobile number, mobile phone, cell, cell phone, gsm, tel,
    numéro de téléphone, tél, portable, téléphone portable, gsm professionnel,
    telefoonnummer, mobiel, mobiel nummer, mobiele telefoon, gsm nummer`,
  street: `street address, address, address line 1, home address,
    rue, adresse, adresse postale, adresse ligne 1,
    straat, straat en huisnummer, adres, adresregel 1`,
  postal_code: "post code, zip, zip code, cp, postnummer",
  city: "municipality, locality, ville, commune, stad, gemeente, woonplaats",
  country: "country code, country of residence, code pays, pays de résidence, landcode, land van verblijf",
  document_kind: `document type, type of document, id type, identity document, identity document type,
    type de pièce, type de pièce d'identité, nature du document, pièce d'identité,
    documentsoort, documenttype, type document, type identiteitsbewijs, identiteitsbewijs`,
  document_number: `document no, id number, id card number, identity card number, passport number, passport no,
    numéro de document, n° de document, numéro de pièce d'identité, numéro de carte d'identité, numéro de passeport,
    nummer document, nummer identiteitskaart, identiteitskaartnummer, paspoortnummer`,
};

/** What Usher itself calls the identity's columns: its templates and reports are to be known again. */
const ownNames: Record<IdentityColumn, string> = {
  legal_first_name: "legal first names, prénoms légaux, officiële voornamen",
  legal_last_name: "legal last name, nom légal, officiële achternaam",
  date_of_birth: "date of birth, date de naissance, geboortedatum",
  place_of_birth: "place of birth, lieu de naissance, geboorteplaats",
  nationality: "nationality, nationalité, nationaliteit",
  tax_number: "tax number, numéro fiscal, fiscaal nummer",
  phone: "phone, téléphone, telefoon",
  street: "street and number, rue et numéro, straat en nummer",
  postal_code: "postal code, code postal, postcode",
  city: "town, localité, plaats",
  country: "country, pays, land",
  document_kind: "kind of document, type de document, soort document",
  document_number: "document number, numéro du document, documentnummer",
};

/** Of the identity's columns those that might be anybody's, an employer's too: beside one of the others they are the person's. */
const companions: readonly IdentityColumn[] = ["phone", "street", "postal_code", "city", "country"];

/** A full name, or the last name where the first name has a column of its own. */
const names = "name, nom, noms, naam, namen";

function keys(words: string): string[] {
  return words.split(/,\s+/).map(wordKey);
}

function byKey(words: Partial<Record<ImportColumn, string>>): Map<string, ImportColumn> {
  const entries = Object.entries(words) as [ImportColumn, string][];
  return new Map(entries.flatMap(([column, list]) => keys(list).map((key) => [key, column] as const)));
}

/** The names of some columns of the identity, as the API has them included. */
function namesOf(isWanted: (column: IdentityColumn) => boolean): Map<string, ImportColumn> {
  const wanted = (Object.keys(ownNames) as IdentityColumn[]).filter(isWanted);
  return byKey(Object.fromEntries(wanted.map((column) => [column, `${ownNames[column]}, ${column}`])));
}

const namesOfIdentity = namesOf((column) => !companions.includes(column));

/** By wordKey; Usher's own names, as its template has them, included. */
export const columnWords: ReadonlyMap<string, ImportColumn> = new Map([
  ...byKey(synonyms),
  ...(Object.keys(synonyms) as AccountColumn[]).map((column) => [wordKey(column), column] as const),
  ...namesOfIdentity,
]);
/** The same for columns that only beside an unmistakable one of the identity are what they are called. */
export const companionWords: ReadonlyMap<string, ImportColumn> = namesOf((column) => companions.includes(column));
export const columnHints: ReadonlyMap<string, ImportColumn> = new Map([...byKey(hints), ...companionWords]);
export const nameWords: ReadonlySet<string> = new Set(keys(names));
/** Columns that nobody has but who is registered: a file with one of them is about identities. */
export const unmistakable: ReadonlySet<ImportColumn | undefined> = new Set(namesOfIdentity.values());
