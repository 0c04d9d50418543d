import type { APIRequestContext, Page } from "@playwright/test";
import { ask, askThrough } from "./ask";
import type { Usher } from "./start-usher";

export const founder = {
  workspaceName: "Delta College",
  email: "ada@delta.example",
  firstName: "Ada",
  lastName: "Okoro",
  password: "wandering purple kettle",
};

interface Founding {
  /** Off unless a test is about it: everybody would have to be registered before they can do anything. */
  identityRequired?: boolean;
}

/** Founds the workspace through the API and leaves the page's browser signed in. */
export const found = (page: Page, usher: Usher, founding: Founding = {}) => foundThrough(page.request, usher, founding);

export async function foundThrough(
  caller: APIRequestContext,
  usher: Usher,
  { identityRequired = false }: Founding = {},
): Promise<void> {
  const setupCode = new URL(usher.setupLink()).hash.replace("#code=", "");
  const { foundWorkspace } = await askThrough(
    caller,
    "mutation ($input: FoundWorkspaceInput!) { foundWorkspace(input: $input) { userErrors { code path } } }",
    { input: { ...founder, setupCode, language: "EN", timeZone: "Europe/Brussels" } },
  );
  if (foundWorkspace.userErrors.length > 0) throw new Error(JSON.stringify(foundWorkspace.userErrors));
  await askThrough(
    caller,
    "mutation ($input: UpdateWorkspaceInput!) { updateWorkspace(input: $input) { userErrors { code } } }",
    {
      input: { identityRequired },
    },
  );
}

export async function signInThrough(caller: APIRequestContext, login: string, password: string): Promise<void> {
  const { signIn } = await askThrough(
    caller,
    "mutation ($input: SignInInput!) { signIn(input: $input) { userErrors { code } } }",
    { input: { login, password } },
  );
  if (signIn.userErrors.length > 0) throw new Error(JSON.stringify(signIn.userErrors));
}

/** Invites through the API; answers the links, in order. */
export async function invite(page: Page, people: Record<string, unknown>[], more = {}): Promise<string[]> {
  const { inviteUsers } = await ask(
    page,
    "mutation ($input: InviteUsersInput!) { inviteUsers(input: $input) { results { link outcome } userErrors { code } } }",
    { input: { people, createMissing: true, ...more } },
  );
  return inviteUsers.results.map(({ link }: { link: string }) => link);
}
