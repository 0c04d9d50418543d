import type { Page } from "@playwright/test";

/** Asks the API with the page's own session, for what is no part of what a test is about. */
// biome-ignore lint/suspicious/noExplicitAny: tests read what they asked for
export async function ask(page: Page, query: string, variables: Record<string, unknown> = {}): Promise<any> {
  const response = await page.request.post("/graphql", { data: { query, variables } });
  const { data, errors } = await response.json();
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}
