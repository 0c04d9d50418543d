import type { DemoPerson } from "./demo-people.js";

export const demoFile = {
  name: "Nouveaux arrivants.csv",
  header: ["Prénom", "Nom", "Adresse e-mail", "Société", "Langue", "Groupes", "Équipe", "Chef d'équipe", "Remarques"],
  columns: ["first_name", "last_name", "email", "company", "language", "groups", "team", "team_leader", null],
};

/** What a spreadsheet of these people looks like once a few hands have been at it. */
export function demoRows(people: readonly DemoPerson[]): string[][] {
  const rows = people.map((person, i) => [
    person.firstName,
    person.lastName,
    person.email,
    person.company ?? "",
    i % 4 === 0 ? "français" : (person.language ?? ""),
    person.groups?.join(" / ") ?? "",
    person.team ?? "",
    person.teamLeader ?? "",
    i % 9 === 0 ? "Temps partiel" : "",
  ]);
  const spoil = (row: number, cell: number, text: string) => rows[row]?.splice(cell, 1, text);
  spoil(4, 2, "jean.dupont@");
  spoil(11, 2, "marie@@saint-eloi.example");
  spoil(17, 2, "(voir RH)");
  spoil(23, 1, "");
  spoil(29, 4, "Deutsch");
  spoil(30, 4, "Deutsch");
  spoil(36, 7, "le chef de Gand");
  spoil(41, 2, (rows[3]?.[2] ?? "").toUpperCase());
  rows.splice(20, 0, []);
  rows.push([], []);
  return rows;
}
