/** The columns of the file, as `startImport` wants them. */
export const columns = ["first_name", "last_name", "email", "company", "language", "groups", "label", "role"];

const firstNames = [
  "Ann",
  "Zoé",
  "Willem",
  "Fatima",
  "José",
  "Ingrid",
  "Noah",
  "Léa",
  "Omar",
  "Yuki",
  "Sofie",
  "Karim",
];
const lastNames = [
  "Lee",
  "Van den Berg",
  "Dubois",
  "O’Neill",
  "Müller",
  "García",
  "Janssens",
  "Okoro",
  "Novák",
  "Smith",
];
const domains = ["northwind.example", "contoso.example", "mail.acme.example", "school.example"];

/** One person, always the same one for the same number. */
function person(i) {
  const first = firstNames[i % firstNames.length];
  const last = lastNames[Math.floor(i / 7) % lastNames.length];
  const local = `${first}.${last}`.normalize("NFKD").replace(/[^A-Za-z.]/g, "");
  return [
    first,
    last,
    `${local}.${i}@${domains[i % domains.length]}`,
    `Company ${i % 300}`,
    ["en", "fr", "nl"][i % 3],
    `Group ${i % 150}`,
    `Label ${i % 20}`,
    i % 10 === 0 ? "coach" : "",
  ];
}

/** The file in chunks, as bodies that are ready to be sent: making them is not what is measured. */
export function* chunkBodies(importId, people, rowsPerChunk) {
  const query = "mutation ($input: StageImportRowsInput!) { stageImportRows(input: $input) { userErrors { code } } }";
  for (let chunk = 0; chunk * rowsPerChunk < people; chunk++) {
    const from = chunk * rowsPerChunk;
    const rows = Array.from({ length: Math.min(rowsPerChunk, people - from) }, (_, i) => person(from + i));
    yield JSON.stringify({ query, variables: { input: { importId, chunk, firstRow: from + 2, rows } } });
  }
}
