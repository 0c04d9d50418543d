import type { APIRequestContext, Page } from "@playwright/test";
import { act, ask, askThrough } from "./ask";
import { invite } from "./found";
import { joinPassword } from "./join";

interface Newcomer {
  email: string;
  firstName: string;
  lastName: string;
  userType?: "administrator";
  groups?: string[];
  roles?: string[];
}

/** Invites somebody, who accepts in a browser of their own: answers its page. All through the API, without mail. */
export async function comeIn(inviter: Page, someoneElse: () => Promise<Page>, person: Newcomer): Promise<Page> {
  const [link = ""] = await invite(inviter, [{ ...person }], { sendMail: false });
  const page = await someoneElse();
  await acceptThrough(page.request, link, person);
  return page;
}

/** Accepts an invitation; the caller is signed in by it. */
export async function acceptThrough(
  caller: APIRequestContext,
  link: string,
  { email, firstName, lastName }: Pick<Newcomer, "email" | "firstName" | "lastName">,
): Promise<void> {
  const { acceptInvitation } = await askThrough(
    caller,
    "mutation ($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { userErrors { code path } } }",
    {
      input: {
        token: new URL(link).hash.slice(1),
        firstName,
        lastName,
        username: email.replace("@", "."),
        password: joinPassword,
      },
    },
  );
  if (acceptInvitation.userErrors.length > 0) throw new Error(JSON.stringify(acceptInvitation.userErrors));
}

/** The id of the user with this address, for somebody who sees users. */
export async function userIdOf(page: Page, email: string): Promise<string> {
  const query = "query ($search: String) { users(filter: { search: $search }) { nodes { id email } } }";
  const { users } = await ask(page, query, { search: email });
  return users.nodes.find((user: { email: string | null }) => user.email === email).id;
}

export async function grant(founder: Page, email: string, permission: string): Promise<void> {
  const userId = await userIdOf(founder, email);
  await act(founder, "grantPermission", "PermissionInput", { userId, permission });
}
