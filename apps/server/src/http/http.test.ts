import { newId } from "../db/ids.js";
import { OutboxMail } from "../mail/outbox-mail.entity.js";
import { Browser } from "../testing/browser.js";
import { aRunningApp, startApp } from "../testing/start-app.js";

const codeOf = async (response: Response) =>
  ((await response.json()) as { errors: { extensions: { code: string } }[] }).errors[0]?.extensions.code;

describe("metrics", () => {
  const token = "a token of the test's own";
  const test = aRunningApp({ METRICS_TOKEN: token });
  const read = (headers: Record<string, string>) => fetch(`${test.url}/metrics`, { headers });

  it("are read with the token only", async () => {
    expect((await read({})).status).toBe(401);
    expect((await read({ authorization: `Bearer ${token}x` })).status).toBe(401);
    await fetch(`${test.url}/healthz?secret=value`);
    const response = await read({ authorization: `Bearer ${token}` });
    expect(response.headers.get("content-type")).toContain("text/plain");
    const text = await response.text();
    expect(text).toMatch(/^usher_http_request_seconds_count\{route="\/healthz",status="2xx"\} 1$/m);
    expect(text).toMatch(/^usher_mails_due 0$/m);
    expect(text).toMatch(/^process_resident_memory_bytes \d+/m);
    expect(text).not.toContain("secret");
  });

  it("say how many mails wait, and for how long", async () => {
    const dueAt = new Date(test.clock.now().getTime() - 90_000);
    const someone = { toAddress: "ann@x.org", toName: "Ann", subjectId: newId(), generation: 1, sealedSecret: null };
    await test.app.db.tx((tx) =>
      tx.insert(OutboxMail, {
        ...someone,
        ...{ id: newId(), workspaceId: newId(), kind: "invitation", language: "en", state: "QUEUED", attempts: 0 },
        // somebody else's, so that no worker of this test sends it
        ...{ leaseOwner: newId(), leaseUntil: new Date(test.clock.now().getTime() + 3_600_000), serverAnswer: null },
        ...{ dueAt, stateAt: dueAt, createdAt: dueAt },
      }),
    );
    const text = await (await read({ authorization: `Bearer ${token}` })).text();
    expect(text).toMatch(/^usher_mails_due 1$/m);
    expect(text).toMatch(/^usher_mail_overdue_seconds 90$/m);
  });

  it("are not there unless a token is set", async () => {
    const plain = await startApp();
    expect((await fetch(`${plain.url}/metrics`)).status).toBe(404);
    await plain.stop();
  });
});

describe("the endpoint", () => {
  const test = aRunningApp();
  const post = (body: string, headers: Record<string, string> = {}) =>
    fetch(`${test.url}/graphql`, { method: "POST", headers: { "content-type": "application/json", ...headers }, body });
  const ask = (query: string, variables = {}) => post(JSON.stringify({ query, variables }));

  it.each(["GET", "PUT", "DELETE", "OPTIONS"])("answers %s with 405", async (method) => {
    const response = await fetch(`${test.url}/graphql?query={isFounded}`, { method });
    expect(response.status).toBe(405);
    expect(response.headers.get("access-control-allow-origin")).toBeNull();
  });

  it.each(["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"])(
    "refuses a form's %s, which another site could send",
    async (type) => {
      const response = await post('{"query":"{isFounded}"}', { "content-type": type });
      expect(response.status).toBe(400);
    },
  );

  it("refuses batches, broken JSON, unknown fields and bad variables as BAD_USER_INPUT", async () => {
    expect((await post('[{"query":"{isFounded}"}]')).status).toBe(400);
    expect(await codeOf(await post("{"))).toBe("BAD_USER_INPUT");
    expect(await codeOf(await ask("{ nonsense }"))).toBe("BAD_USER_INPUT");
    expect(await codeOf(await ask("{"))).toBe("BAD_USER_INPUT");
    expect(await codeOf(await ask("query ($x: Int!) { isFounded }", { x: "no" }))).toBe("BAD_USER_INPUT");
  });

  it("refuses a body over 8 MB", async () => {
    const response = await post(JSON.stringify({ query: "{isFounded}", variables: { x: "x".repeat(9_000_000) } }));
    expect(response.status).toBe(413);
  });

  it.each([
    ["too many tokens", `{ ${"isFounded ".repeat(5_000)} }`],
    ["too many aliases", `{ ${Array.from({ length: 61 }, (_, i) => `a${i}: isFounded`).join(" ")} }`],
    ["too many fields at its top", `{ ${"isFounded ".repeat(21)} }`],
    [
      "aliases multiplied by fragments",
      `query { ...a } ${["a", "b", "c", "d"].map((name, i, all) => `fragment ${name} on Query { ${all[i + 1] ? `...${all[i + 1]} `.repeat(9) : "x: isFounded"} }`).join(" ")}`,
    ],
    ["too deep", `{ __schema { types { ${"fields { type { ".repeat(9)} name ${"} }".repeat(9)} } } }`],
  ])("refuses an operation with %s", async (_what, query) => {
    const answer = await ask(query);
    expect(answer.status).toBe(400);
    expect(await codeOf(answer)).toBe("BAD_USER_INPUT");
  });

  it("tells no version, and sets the headers that keep a page its own", async () => {
    const { headers } = await fetch(`${test.url}/healthz`);
    expect(headers.get("x-powered-by")).toBeNull();
    expect(headers.get("content-security-policy")).toContain("script-src 'self';");
    for (const part of ["object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"]) {
      expect(headers.get("content-security-policy")).toContain(part);
    }
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("x-frame-options")).toBe("DENY");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
    expect(headers.get("cross-origin-opener-policy")).toBe("same-origin");
    expect(headers.get("cache-control")).toBe("no-store");
    expect((await ask("{isFounded}")).headers.get("cache-control")).toBe("no-store");
  });

  it("is alive and ready", async () => {
    expect((await fetch(`${test.url}/healthz`)).status).toBe(200);
    expect((await fetch(`${test.url}/readyz`)).status).toBe(200);
  });

  it("logs one JSON line a request, without the query string", async () => {
    await fetch(`${test.url}/healthz?secret=abc`);
    const lines = test.logged.map((line) => JSON.parse(line) as { req?: { path: string } });
    expect(lines.some(({ req }) => req?.path === "/healthz")).toBe(true);
    expect(test.logged.join("")).not.toContain("secret=abc");
  });

  it("answers in the browser's language", async () => {
    const input = { input: { login: "x", password: "y" } };
    const query = "mutation ($input: SignInInput!) { signIn(input: $input) { userErrors { message } } }";
    const { data } = await new Browser(test).ask(query, input, { "accept-language": "nl-BE,nl;q=0.9" });
    expect(data.signIn.userErrors[0].message).toContain("horen niet bij elkaar");
  });
});
