import type { APIRequestContext, Page } from "@playwright/test";

/** Asks the API with the page's own session, for what is no part of what a test is about. */
export const ask = (page: Page, query: string, variables: Record<string, unknown> = {}) =>
  askThrough(page.request, query, variables);

// biome-ignore lint/suspicious/noExplicitAny: tests read what they asked for
export async function askThrough(caller: APIRequestContext, query: string, variables: object = {}): Promise<any> {
  const response = await caller.post("/graphql", { data: { query, variables } });
  const { data, errors } = await response.json();
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

/** Carries out a mutation through the API and answers `fields` of what came of it; a refusal fails the test. */
// biome-ignore lint/suspicious/noExplicitAny: see above
export async function act(page: Page, operation: string, type: string, input: object, fields = ""): Promise<any> {
  const mutation = `mutation ($input: ${type}!) { ${operation}(input: $input) { ${fields} userErrors { code path } } }`;
  const done = (await ask(page, mutation, { input }))[operation];
  if (done.userErrors.length > 0) throw new Error(`${operation}: ${JSON.stringify(done.userErrors)}`);
  return done;
}
