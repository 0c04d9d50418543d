import { setTimeout as delay } from "node:timers/promises";
import { chunkBodies, columns } from "./people.mjs";

const rowsPerChunk = 2_000;
/** As many chunks on their way at once as the web app sends. */
const together = 3;

/** Imports so many people; answers the seconds from the first request to the last row being durable. */
export async function runImport(usher, people) {
  const start = {
    fileName: "people.csv",
    totalRows: people,
    columns,
    createMissing: true,
    message: "Welcome to the academy.",
  };
  const begun = performance.now();
  const { startImport } = await usher.ask(
    "mutation ($input: StartImportInput!) { startImport(input: $input) { import { id } userErrors { code } } }",
    { input: start },
  );
  const importId = startImport.import.id;
  const bodies = chunkBodies(importId, people, rowsPerChunk);
  // the time that this process needs to write the rows is not the server's
  let writing = 0;
  const next = () => {
    const from = performance.now();
    const { value } = bodies.next();
    writing += performance.now() - from;
    return value;
  };
  await Promise.all(
    Array.from({ length: together }, async () => {
      for (let body = next(); body; body = next()) await usher.post(body);
    }),
  );
  const staged = performance.now();
  await usher.ask("mutation ($id: ID!) { commitImport(input: { importId: $id }) { userErrors { code } } }", {
    id: importId,
  });
  for (;;) {
    const { import: one } = await usher.ask(
      "query ($id: ID!) { import(id: $id) { status counts { invited total } } }",
      {
        id: importId,
      },
    );
    if (one.status === "DONE") {
      if (one.counts.invited !== people) throw new Error(`only ${one.counts.invited} of ${people} were invited`);
      break;
    }
    if (one.status !== "RUNNING") throw new Error(`the import is ${one.status}`);
    await delay(200);
  }
  const done = performance.now();
  return { seconds: (done - begun) / 1_000, staging: (staged - begun) / 1_000, writing: writing / 1_000 };
}
