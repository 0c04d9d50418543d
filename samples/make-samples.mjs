// Writes people-export.csv and people-small.csv, always the same: `node samples/make-samples.mjs`. README.md says what is in them.
import { writeFileSync } from "node:fs";

const firstNames =
  "Aurélie,Benoît,Béatrice,Bram,Camille,Cédric,Céline,Charlotte,Chloé,Clément,Corentin,Daan,Delphine,Dries,Éléonore,Élise,Émile,Emma,Étienne,Eva,Fabien,Fatima,Femke,Florence,Françoise,Frédéric,Gaëlle,Geert,Gérard,Greet,Grégory,Hélène,Hugo,Ilse,Inès,Jan,Jean-Luc,Jérôme,Joëlle,Joris,Julie,Karim,Katrien,Koen,Laurence,Léa,Liesbeth,Loïc,Maëlle,Marie-Ève,Mathéo,Mehdi,Mieke,Naïma,Nele,Noël,Olivier,Pascale,Pieter,Raphaël,Rémi,Renée,Sébastien,Séverine,Sofie,Stéphanie,Thérèse,Thibault,Valérie,Wouter,Yasmine,Zoé".split(
    ",",
  );
const lastNames =
  "Adam,Bäcker,Bauwens,Benali,Bertrand,Bogaert,Boulanger,Céleste,Charlier,Claes,Collignon,Cools,De Backer,De Smet,D'Hondt,Delvaux,Denis,Deprez,Desmet,Dubois,Dufour,Dupont,Fontaine,François,Gérard,Gilles,Goffin,Goossens,Grégoire,Hendrickx,Henry,Hermans,Hubert,Jacobs,Janssens,Lambert,Laurent,Leclercq,Lefèvre,Lejeune,Lemaire,Léonard,Maes,Marchal,Martens,Mathieu,Mercier,Mertens,Michiels,Müller,Noël,Özdemir,Pauwels,Peeters,Petit,Poncelet,Renard,Rousseau,Sàrközy,Servais,Simon,Smets,Stevens,Thiry,Thys,Van Damme,Van den Berghe,Van den Bossche,Verhoeven,Vermeulen,Wauters,Willems,Wouters,Wuyts".split(
    ",",
  );
const companies = [
  ["Établissements Lefèvre & Fils", "lefevre.example"],
  ["Brouwerij De Gouden Leeuw", "goudenleeuw.example"],
  ["Hôpital Saint-Éloi", "saint-eloi.example"],
  ["Transports Ardennais SA", "ardennais.example"],
  ["Logistiek Zuid nv", "logistiek-zuid.example"],
];
const languages = [
  "français",
  "Français",
  "FR",
  "fr",
  "néerlandais",
  "Nederlands",
  "NL",
  "nl",
  "anglais",
  "English",
  "EN",
  "",
];
const groups = [
  "Ventes",
  "Ventes/Encadrement",
  "Support",
  "Entrepôt / Équipe de nuit",
  "Comptabilité",
  "Production",
  "",
];
const offices = ["Liège 2e étage", "Gent", "Bruxelles", "Namur, bât. B", ""];
const notes = [
  "",
  "",
  "",
  "",
  "",
  "Temps partiel",
  "Arrivée le 1er « à confirmer »",
  "A demandé un badge – voir l’accueil",
  '"Rappeler le matin\nou après 17 h"',
  '"Dit ""Momo"", poste 12; bureau partagé"',
];

const next = random(4_071_999);
const pick = (list) => list[next() % list.length];
const used = new Map();

const people = Array.from({ length: 1000 }, (_, i) => {
  const first = pick(firstNames);
  const last = pick(lastNames);
  const [company, domain] = companies[i % companies.length];
  const local = `${plain(first)}.${plain(last)}`;
  const same = (used.get(`${local}@${domain}`) ?? 0) + 1;
  used.set(`${local}@${domain}`, same);
  return {
    first,
    last,
    email: `${local}${same > 1 ? same : ""}@${domain}`,
    company,
    language: pick(languages),
    groups: pick(groups),
    team: `Équipe ${1 + (i % 40)}`,
    leader: "",
    id: `M${String(10_000 + i)}`,
    leaves: i % 50 === 7 ? `${13 + (i % 15)}/0${1 + (i % 9)}/2034` : "",
    note: pick(notes),
    office: pick(offices),
  };
});
// the leader of a team is one of its last members: most people stand before the one that they name
people.forEach((person, i) => {
  if (i % 3 === 0) person.leader = people[960 + (i % 40)].email;
});

// what is wrong: row numbers are of the finished file, see README.md
const spoil = (index, change) => Object.assign(people[index], change);
spoil(20, { email: "jean.dupont@" });
spoil(133, { email: "sophie martin@lefevre.example" });
spoil(247, { email: "luc.peeters.lefevre.example" });
spoil(371, { email: "marie@@saint-eloi.example" });
spoil(498, { email: "(voir RH)" });
spoil(612, { email: "p.leroy@ardennais,example" });
spoil(700, { email: "" });
spoil(55, { language: "Deutsch" });
spoil(56, { language: "Deutsch" });
spoil(310, { language: "Deutsch" });
spoil(555, { language: "español" });
spoil(801, { language: "à demander" });
spoil(90, { last: "" });
spoil(640, { first: "  ", note: "prénom inconnu" });
spoil(410, { first: `Marie${"-Antoinette".repeat(10)}` });
spoil(525, { leaves: "31/02/2034" });
spoil(733, { leader: "le chef de Gent" });
// five people come twice: as they are, in capitals, with spaces, with an invisible space
spoil(300, { email: people[10].email });
spoil(430, { email: people[11].email.toUpperCase() });
spoil(431, { email: `  ${people[12].email} ` });
spoil(870, { email: `\u00a0${people[13].email}\u00a0` });
spoil(999, { email: people[14].email });
// hostile or odd, and all of it text
spoil(150, { first: "<script>alert(1)</script>" });
spoil(151, { last: '=cmd|"/C calc"!A1', note: "" });
spoil(152, { first: "__proto__", last: "constructor" });
spoil(153, { company: "@SUM(1+1)*cmd" });
spoil(154, { first: "Robert'); DROP TABLE people;--" });
spoil(155, { last: `Van der ${"Meer-".repeat(16)}Claes` });
spoil(156, { first: "\u00a0 Anaïs\u00a0", last: "  Dumont  " });
spoil(157, { groups: "Ventes/ /Support/" });

const header =
  "Prénom;Nom;Adresse e-mail;Société;Langue;Groupes;Équipe;Chef d'équipe;Matricule;Date de suppression;Remarques;Bureau";
const lines = [header];
people.forEach((person, i) => {
  const { first, last, email, company, language, groups, team, leader, id, leaves, note, office } = person;
  const cells = [first, last, email, company, language, groups, team, leader, id, leaves].map(cell);
  // some programs leave out the separators after the last value
  let line = [...cells, note, cell(office)].join(";");
  if (i % 97 === 5 && !note.includes("\n")) line = cells.join(";");
  // a separator that nobody quoted: one cell too many
  if (i === 222) line = `${[first, last, email, "Dupont; Fils & Cie", ...cells.slice(4)].join(";")};${note};Bruxelles`;
  lines.push(line);
  if (i % 125 === 60) lines.push(";;;;;;;;;;;");
  if (i === 500 || i === 777) lines.push("");
  if (i === 600) lines.push("; ;;;;\u00a0;;;;;;");
});
for (let i = 0; i < 6; i++) lines.push(";;;;;;;;;;;");
writeFileSync(new URL("people-export.csv", import.meta.url), western(`${lines.join("\r\n")}\r\n`));

const small = [
  "first_name,last_name,email,company,language,groups,role",
  ...people
    .filter((_, i) => i > 160 && i < 180)
    .map(({ first, last, email, company }, i) =>
      [
        first,
        last,
        email,
        `"${company}, site ${1 + (i % 3)}"`,
        ["fr", "nl", "en"][i % 3],
        ["Pilot", "Pilot/Trainers"][i % 2],
        ["", "coach"][i % 2],
      ].join(","),
    ),
  "山田,太郎,taro.yamada@例え.example,Łódź Trading,en,Pilot,",
];
writeFileSync(new URL("people-small.csv", import.meta.url), `\ufeff${small.join("\r\n")}\r\n`);

function cell(text) {
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function plain(name) {
  return name
    .normalize("NFKD")
    .replace(/[^a-z-]/gi, "")
    .toLowerCase();
}

function western(text) {
  const special = new Map([
    ["€", 0x80],
    ["‘", 0x91],
    ["’", 0x92],
    ["“", 0x93],
    ["”", 0x94],
    ["–", 0x96],
  ]);
  return Uint8Array.from(text, (char) => {
    const code = special.get(char) ?? char.codePointAt(0);
    if (code > 0xff) throw new Error(`${char} is not in Windows-1252`);
    return code;
  });
}

/** xorshift: the same on every machine. */
function random(seed) {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
}
