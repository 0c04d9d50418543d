import type { TestApp } from "./start-app.js";
import { setupCode } from "./start-app.js";

export interface Answer {
  // biome-ignore lint/suspicious/noExplicitAny: tests read what they asked for; types of answers are the web app's generated ones
  data: any;
  errors?: { message: string; path?: (string | number)[]; extensions: { code: string } & Record<string, unknown> }[];
  status: number;
}

/** A caller with a cookie jar, over real HTTP. */
export class Browser {
  readonly cookies = new Map<string, string>();

  constructor(readonly test: Pick<TestApp, "url">) {}

  async ask(
    query: string,
    variables: Record<string, unknown> = {},
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const response = await fetch(`${this.test.url}/graphql`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; "),
        ...headers,
      },
      body: JSON.stringify({ query, variables }),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (name && value) this.cookies.set(name, value);
      else if (name) this.cookies.delete(name);
    }
    return { ...((await response.json()) as Omit<Answer, "status">), status: response.status };
  }

  /** The mutation's payload, asking for `fields` and userErrors; throws on a top-level error. */
  async change(operation: string, input: Record<string, unknown>, fields = ""): Promise<Answer["data"]> {
    const type = `${operation[0]?.toUpperCase()}${operation.slice(1)}Input`;
    const answer = await this.ask(
      `mutation ($input: ${inputTypes[operation] ?? type}!) { ${operation}(input: $input) { ${fields} userErrors { code path message } } }`,
      { input },
    );
    if (answer.errors) throw new Error(JSON.stringify(answer.errors));
    return answer.data[operation];
  }
}

/** Inputs that are not named after their operation. */
const inputTypes: Record<string, string> = {
  cancelInvitations: "InvitationSelectionInput",
  resendInvitations: "InvitationSelectionInput",
  deactivateUsers: "UserSelectionInput",
  reactivateUsers: "UserSelectionInput",
  deleteUsers: "UserSelectionInput",
  exportUsers: "UserSelectionInput",
  copyInvitationLink: "InvitationIdInput",
  sendActivationEmails: "UserSelectionInput",
  planImport: "ImportIdInput",
  cancelImport: "ImportIdInput",
  grantPermission: "PermissionInput",
  revokePermission: "PermissionInput",
  validateIdentity: "UserIdInput",
};

export const founderPassword = "wandering purple kettle";

export const founding = {
  setupCode,
  workspaceName: "Northwind Academy",
  email: "ada@northwind.example",
  firstName: "Ada",
  lastName: "Okoro",
  password: founderPassword,
  language: "EN",
  timeZone: "Europe/Brussels",
};

/** Founds the workspace and answers the founder's browser. Nobody needs an identity, unless the test is about that (F62). */
export async function aFounder(test: Pick<TestApp, "url">, { identityRequired = false } = {}): Promise<Browser> {
  const browser = new Browser(test);
  const payload = await browser.change("foundWorkspace", founding, "viewer { user { id } }");
  if (payload.userErrors.length > 0) throw new Error(JSON.stringify(payload.userErrors));
  if (!identityRequired) await browser.change("updateWorkspace", { identityRequired });
  return browser;
}
