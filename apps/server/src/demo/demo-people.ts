import type { PersonInput } from "@usher/schema/person";
import type { Chance } from "./chance.js";

/** A person of the demo, with all that an invitation may say. */
export type DemoPerson = PersonInput & { email: string; firstName: string; lastName: string };

const words = (text: string): string[] => text.trim().split(/\s*,\s*/);

const companies = [
  { name: "Northwind Traders", domain: "northwind.example", languages: ["en", "en", "nl"] },
  { name: "Établissements Lefèvre & Fils", domain: "lefevre.example", languages: ["fr"] },
  { name: "Brouwerij De Gouden Leeuw", domain: "goudenleeuw.example", languages: ["nl"] },
  { name: "Hôpital Saint-Éloi", domain: "saint-eloi.example", languages: ["fr", "fr", "nl"] },
  { name: "Łódź Trading", domain: "lodz.example", languages: ["en"] },
  { name: "Logistiek Zuid nv", domain: "logistiek-zuid.example", languages: ["nl", "fr"] },
  { name: "Contoso Learning", domain: "contoso.example", languages: ["en"] },
] as const;

const names = {
  en: {
    first: words(
      "Aisha, Alice, Amara, Ben, Caitlin, Chloe, Daniel, Esther, Fergus, Grace, Hannah, Imran, Jack, Kwame, Leah, Malik, Niamh, Oliver, Priya, Rhys, Sadia, Siobhán, Tariq, Una, Zachary, Agnieszka, Małgorzata, Søren, Zoë, José, Ingrid, Łukasz",
    ),
    last: words(
      "Adeyemi, Ahmed, Baker, Bell, Campbell, Clarke, Diaz, Edwards, Evans, Fraser, Green, Hughes, Iqbal, Jones, Kaur, Lindqvist, Mac Giolla Phádraig, Murphy, Nowak, Nuñez, O'Brien, O'Neill, Okafor, Patel, Quinn, Robinson, Smith, Søndergaard, Taylor, Wójcik, Young, Zając",
    ),
  },
  fr: {
    first: words(
      "Aurélie, Benoît, Béatrice, Camille, Cédric, Céline, Chloé, Clément, Éléonore, Élise, Émile, Étienne, Fatima, Françoise, Gaëlle, Hélène, Inès, Jean-Luc, Jérôme, Karim, Léa, Loïc, Maëlle, Marie-Ève, Mathéo, Naïma, Noël, Raphaël, Rémi, Séverine, Thérèse, Yasmine, Zoé",
    ),
    last: words(
      "Adam, Benali, Bertrand, Boulanger, Céleste, Charlier, D'Hondt, de la Fontaine, Delvaux, Deprez, Dubois, Dupont, François, Gérard, Grégoire, Henry, Lambert, Leclercq, Lefèvre, Lejeune, Léonard, Marchal, Mathieu, Noël, Özdemir, Poncelet, Renard, Rousseau, Saint-Exupéry, Servais, Thiry",
    ),
  },
  nl: {
    first: words(
      "Anouk, Bram, Daan, Dries, Eva, Femke, Geert, Greet, Hanne, Ilse, Jan, Joris, Katrien, Koen, Lien, Liesbeth, Maaike, Mieke, Nele, Nur, Pieter, Roos, Sofie, Tijl, Tine, Wouter, Xander, Yara",
    ),
    last: words(
      "Aerts, Bauwens, Bogaert, Claes, Cools, De Backer, De Smet, Desmet, Goossens, Hendrickx, Hermans, Jacobs, Janssens, Maes, Martens, Mertens, Michiels, Pauwels, Peeters, 't Hooft, Smets, Stevens, Thys, Van Damme, Van den Berghe, Van den Bossche, van der Meer, Verhoeven, Vermeulen, Wauters, Willems, Wuyts",
    ),
  },
} as const;

/** Those whom a list of names and a screen have to bear. */
const unusual = [
  ["太郎", "山田", "taro.yamada"],
  ["Ольга", "Соколова", "olga.sokolova"],
  ["Ngọc Ánh", "Nguyễn", "anh.nguyen"],
  ["محمد", "الأندلسي", "mohammed.alandalusi"],
  ["Þórunn", "Sigurðardóttir", "thorunn.sigurdardottir"],
  ["Gülşah", "Çağlayan", "gulsah.caglayan"],
  ["Ελένη", "Παπαδοπούλου", "eleni.papadopoulou"],
  ["Maria Antonietta Giuseppina", "Della Rovere-Scaramuccia di Castelvecchio", "maria.dellarovere"],
  ["Hubert Blaine", "Wolfeschlegelsteinhausenbergerdorff", "hubert.wolfe"],
  ["Li", "Wu", "li.wu"],
  ["Robert", "Null", "robert.null"],
  ["Jean-Pierre", "d'Arc-sur-Tille", "jp.darc"],
] as const;

const teams = words(
  "Ghent, Liège, Night shift, Field service, Ward 4B, Export, Cellar, Reception, Warehouse South, Finance, Coaching",
);
const groups = words(
  "Onboarding, Safety at work, Leadership essentials, Coaching practice, Data literacy, Nederlands op de werkvloer, Formation des formateurs, Customer care",
);
const labels = [undefined, undefined, undefined, "New joiner", "Night shift", "Contractor", "Alumni"];

/** `count` people, each with an address of their own. */
export function demoPeople(chance: Chance, count: number): DemoPerson[] {
  const used = new Map<string, number>();
  const led = new Set<string>();
  return Array.from({ length: count }, (_, i) => {
    const company = companies[i % companies.length] as (typeof companies)[number];
    const language = chance.pick(company.languages);
    const [firstName, lastName, local] = i % 24 === 5 ? (unusual[(i - 5) / 24] ?? common()) : common();
    const address = `${local}@${company.domain}`;
    const same = (used.get(address) ?? 0) + 1;
    used.set(address, same);
    const email = same === 1 ? address : `${local}${same}@${company.domain}`;
    const team = chance.is(0.6) ? `${chance.pick(teams)} (${company.name})` : undefined;
    const leads = team !== undefined && !led.has(team);
    if (leads) led.add(team);
    return {
      email,
      firstName,
      lastName,
      company: company.name,
      language,
      groups: [...new Set([chance.pick(groups), ...(chance.is(0.35) ? [chance.pick(groups)] : [])])],
      roles: [chance.is(0.08) ? "coach" : "learner"],
      team,
      teamLeader: leads ? email : undefined,
      label: chance.pick(labels),
      externalId: chance.is(0.5) ? `NW-${10_000 + i}` : undefined,
    };

    function common(): readonly [string, string, string] {
      const first = chance.pick<string>(names[language].first);
      const last = chance.pick<string>(names[language].last);
      return [first, last, `${latin(first)}.${latin(last)}`];
    }
  });
}

const special: Readonly<Record<string, string>> = { ł: "l", ø: "o", ß: "ss", æ: "ae" };

const latin = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[łøßæ]/g, (letter) => special[letter] ?? "")
    .normalize("NFKD")
    .replace(/[^a-z-]/g, "");
