// A million people, always the same ones, as an export writes them: one row in ten has a quoted cell, one in a hundred a line
// break in one; a few addresses are bad, some come twice, some languages are unknown. With `plain` nothing is quoted.

import { once } from "node:events";
import { createWriteStream } from "node:fs";

export const header = "first_name,last_name,email,company,language,groups,team,label,remarks";
const firstNames =
  "Ann,Béatrice,Chloé,David,Élise,François,Greet,Hugo,Inès,Jürgen,Katrien,Louis,Marie,Noël,Özlem,Pieter,Quentin,Renée,Søren,Thérèse".split(
    ",",
  );
const lastNames =
  "Dupont,Peeters,Janssens,Lefèvre,Van den Berghe,Müller,Claes,Dubois,García,Willems,Martin,Mertens,Lambert,Goossens,Wouters".split(
    ",",
  );
const companies = [
  "Northwind Logistics",
  "Atelier Blanc",
  "Compagnie des Eaux",
  "De Zilveren Maan",
  "Brouwerij Het Anker",
];
const quotedCompanies = ['"Lefèvre, Dubois & Co"', '"Bureau ""Le Sud"""'];
const groups = ["Sales", "Sales/Managers", "Support", "Warehouse/Night shift", "Finance"];

export async function makeFile(path, rows, plain = false) {
  const out = createWriteStream(path);
  const next = random(20261101);
  out.write(`${header}\r\n`);
  let batch = "";
  for (let n = 1; n <= rows; n++) {
    const first = firstNames[next() % firstNames.length];
    const last = lastNames[next() % lastNames.length];
    const chance = next() % 1000;
    const local = `${ascii(first)}.${ascii(last)}${chance < 3 ? 7 : n}`;
    const email = chance >= 3 && chance < 8 ? `${local}.example` : `${local}@mail${next() % 50}.example`;
    const company =
      !plain && chance >= 100 && chance < 200 ? quotedCompanies[n % 2] : companies[next() % companies.length];
    const language = chance >= 8 && chance < 10 ? "klingon" : ["en", "fr", "nl", ""][next() % 4];
    const remark =
      !plain && chance >= 200 && chance < 210
        ? '"Call first,\nthen write"'
        : chance % 3
          ? ""
          : `Desk ${next() % 9000}, floor ${next() % 9}`;
    batch += `${first},${last},${email},${company},${language},${groups[next() % groups.length]},Team ${next() % 400},Intake ${2020 + (next() % 6)},${plain ? remark.replace(",", " ") : remark.includes(",") && !remark.startsWith('"') ? remark.replace(",", "") : remark}\r\n`;
    if (batch.length > 1_000_000 || n === rows) {
      if (!out.write(batch)) await once(out, "drain");
      batch = "";
    }
  }
  out.end();
  await once(out, "finish");
}

function ascii(name) {
  return (
    name
      .normalize("NFKD")
      .replace(/[^a-z]/gi, "")
      .toLowerCase() || "x"
  );
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
