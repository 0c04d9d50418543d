import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ConfigError, onPort, readConfig } from "./config.js";

const problemsOf = (env: Record<string, string>): readonly string[] => {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    return (error as ConfigError).problems;
  }
};

describe("the settings", () => {
  it("need nothing to be set", () => {
    const config = readConfig({});
    expect(config).toMatchObject({
      port: 4000,
      host: "127.0.0.1",
      publicUrl: "http://127.0.0.1:4000",
      logLevel: "info",
    });
    expect(config.database).toMatchObject({ kind: "sqlite" });
    expect(config.mail.delivery).toBe("INBOX");
  });

  it("name all that is wrong at once, with what to set", () => {
    const problems = problemsOf({
      PORT: "http",
      PUBLIC_URL: "people.example.org",
      DATABASE_URL: "postgres://x/y",
      SECRET_KEY: "short",
      LOG_LEVEL: "loud",
      INBOX: "yes",
    });
    expect(problems.map((problem) => problem.split(" ")[0]).sort()).toEqual(
      ["DATABASE_URL", "INBOX", "LOG_LEVEL", "PORT", "PUBLIC_URL", "SECRET_KEY"].sort(),
    );
    for (const problem of problems) expect(problem).toMatch(/\w+ is .+\.$/);
  });

  it.each(["65536", "-1", "1.5", "http"])("refuse the port %s", (PORT) => {
    expect(problemsOf({ PORT })).toHaveLength(1);
  });

  it.each(["foo", "10.0.0.0/33", "10.0.0.1;10.0.0.2", "::1/129", "10.0.0.0/8/8"])("refuse the proxy %s", (proxy) => {
    expect(problemsOf({ TRUSTED_PROXIES: `10.0.0.7, ${proxy}` })).toHaveLength(1);
  });

  it("print the port that the system chose where any will do", () => {
    const chosen = (env: Record<string, string>) => onPort(readConfig({ PORT: "0", ...env }), 40_123);
    expect(chosen({})).toMatchObject({ port: 40_123, publicUrl: "http://127.0.0.1:40123" });
    const PUBLIC_URL = "https://people.example.org";
    expect(chosen({ PUBLIC_URL }).publicUrl).toBe(PUBLIC_URL);
  });

  it("take addresses, networks and names as proxies", () => {
    const TRUSTED_PROXIES = "10.0.0.7, 10.0.0.0/8,fd00::/8 , loopback";
    expect(readConfig({ TRUSTED_PROXIES }).trustedProxies).toEqual(["10.0.0.7", "10.0.0.0/8", "fd00::/8", "loopback"]);
  });

  it("want sender and public address with a mail server", () => {
    const problems = problemsOf({ SMTP_URL: "smtp://mail.example.org" });
    expect(problems.map((problem) => problem.split(" ")[0])).toEqual(["MAIL_FROM", "PUBLIC_URL"]);
  });

  it("open the development inbox on a loopback address only, unless told", () => {
    const delivery = (env: Record<string, string>) => readConfig(env).mail.delivery;
    expect(delivery({ PUBLIC_URL: "http://localhost:4000" })).toBe("INBOX");
    expect(delivery({ PUBLIC_URL: "https://people.example.org" })).toBe("NONE");
    expect(delivery({ PUBLIC_URL: "https://people.example.org", INBOX: "on" })).toBe("INBOX");
    expect(delivery({ INBOX: "off" })).toBe("NONE");
  });

  it("read a secret from the file that NAME_FILE names", () => {
    const file = join(mkdtempSync(join(tmpdir(), "usher-config-")), "key");
    writeFileSync(file, "0123456789012345678901234567890123456789\n");
    expect(readConfig({ SECRET_KEY_FILE: file }).secretKey).toBe("0123456789012345678901234567890123456789");
    expect(problemsOf({ SECRET_KEY_FILE: `${file}-none` })).toEqual([expect.stringContaining("SECRET_KEY_FILE")]);
    expect(problemsOf({ SECRET_KEY_FILE: file, SECRET_KEY: "x".repeat(32) })).toEqual([
      expect.stringContaining("both set"),
    ]);
  });

  it("take a value that a compose file left empty as not set", () => {
    expect(readConfig({ SMTP_URL: "", DATABASE_URL: "", PORT: "" }).port).toBe(4000);
  });
});
