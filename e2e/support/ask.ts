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
