import type { ApolloClient } from "@apollo/client";
import { UpdateProfileDocument } from "../gql/graphql";
import { type LanguageCode, languages } from "../i18n/languages";

/**
 * Has one's mails written in the language that one chose for the pages (F64). Where the server cannot be reached the pages change alone;
 * My account shows what mails are written in.
 */
export async function keepOwnLanguage(client: ApolloClient, language: LanguageCode): Promise<void> {
  const input = { language: languages.find(({ code }) => code === language)?.api };
  await client.mutate({ mutation: UpdateProfileDocument, variables: { input } }).catch(() => undefined);
}
