// What people ask in a day, one after the other: pages, searches, filters. Each is answered by the server's own list, and then
// the same rows are read once more by a bare statement that knows their ids: what any way to find them costs at least.

// the same requests in every run
let seed = 7;
function random() {
  seed = (seed * 1_664_525 + 1_013_904_223) % 4_294_967_296;
  return seed / 4_294_967_296;
}
const one = (list) => list[Math.floor(random() * list.length)];

const orders = ["NAME", "EMAIL", "CREATED_AT", "LAST_SIGN_IN_AT"];
const kinds = [
  ["list", 200],
  ["search", 150],
  ["filter", 150],
];
const notCounted = 20;

/** 500 requests: milliseconds of each, by kind, as the server answers it and bare. */
export async function measureRequests({ read, page, userList, workspaceId, first }) {
  const seen = await sample(read);
  const measured = [];
  const deeper = [];
  const request = {
    // every third goes on where an earlier one ended
    list: () =>
      deeper.length > 0 && random() < 0.33
        ? one(deeper)
        : { filter: {}, order: { field: one(orders), direction: one(["ASC", "DESC"]) }, after: null },
    search: () => ({ filter: { search: prefixOf(one(seen)) }, order: null, after: null }),
    filter: () => ({ filter: filterOf(one(seen)), order: null, after: null }),
  };
  const requests = kinds.flatMap(([kind, count]) => Array.from({ length: count }, () => kind));
  for (let i = requests.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [requests[i], requests[j]] = [requests[j], requests[i]];
  }
  const warm = requests.slice(0, notCounted);
  for (const [index, kind] of [...warm, ...requests].entries()) {
    const { filter, order, after } = request[kind]();
    const list = userList(workspaceId, filter, order);
    const ours = await timed(() => page(read, list, { first, after }));
    const ids = ours.answer.edges.map(({ node }) => node.id);
    const marks = ids.map(() => "?").join(", ");
    const bare =
      ids.length === 0 ? { ms: 0 } : await timed(() => read.query(`SELECT * FROM users WHERE id IN (${marks})`, ids));
    const { hasNextPage, endCursor } = ours.answer.pageInfo;
    if (kind === "list" && hasNextPage) deeper.push({ filter, order, after: endCursor });
    if (index >= notCounted && ids.length > 0) measured.push({ kind, ours: ours.ms, bare: bare.ms, rows: ids.length });
  }
  return measured;
}

export function printRequests(measured) {
  console.log(
    `\nusers, ${measured.length} requests as people make them, beside a bare SELECT of the same rows by their ids`,
  );
  console.log(
    `${"".padEnd(10)}${"requests".padStart(9)}${"p50".padStart(10)}${"p95".padStart(10)}${"bare p50".padStart(11)}${"bare p95".padStart(11)}${"p95 ratio".padStart(11)}`,
  );
  for (const kind of [...kinds.map(([name]) => name), "all"]) {
    const some = measured.filter((each) => kind === "all" || each.kind === kind);
    const at = (what, share) =>
      some.map((each) => each[what]).sort((a, b) => a - b)[Math.ceil(some.length * share) - 1];
    const cells = [at("ours", 0.5), at("ours", 0.95), at("bare", 0.5), at("bare", 0.95)].map(
      (ms) => `${ms.toFixed(1)} ms`,
    );
    const ratio = (at("ours", 0.95) / at("bare", 0.95)).toFixed(1);
    console.log(
      kind.padEnd(10) +
        String(some.length).padStart(9) +
        cells
          .slice(0, 2)
          .map((cell) => cell.padStart(10))
          .join("") +
        cells
          .slice(2)
          .map((cell) => cell.padStart(11))
          .join("") +
        ratio.padStart(11),
    );
  }
}

async function timed(work) {
  const began = performance.now();
  const answer = await work();
  return { answer, ms: performance.now() - began };
}

/** Some people of the workspace, spread over all of it. */
function sample(read) {
  return read.query(
    `SELECT email_key, last_key, first_key, status, user_type, language, company_id, label_id, import_id,
            (SELECT group_id FROM group_members WHERE user_id = users.id LIMIT 1) AS group_id
     FROM users WHERE MOD(import_row, 4999) = 0`,
  );
}

function prefixOf({ email_key, last_key, first_key }) {
  const word = one([email_key, last_key, first_key, last_key]);
  return word.slice(0, 2 + Math.floor(random() * (word.length - 1)));
}

function filterOf({ status, user_type, language, company_id, label_id, import_id, group_id }) {
  const filters = [{ statuses: [status] }, { userTypes: [user_type] }, { language }, { companyId: company_id }];
  if (label_id) filters.push({ labelId: label_id });
  if (import_id) filters.push({ importId: import_id });
  if (group_id) filters.push({ groupId: group_id });
  return one(filters);
}
