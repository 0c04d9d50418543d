import type { ApolloClient } from "@apollo/client";
import { ViewerDocument } from "../gql/graphql";
import { session } from "./session";
import type { Viewer } from "./viewer";

/** Begins a session in the page: what an earlier person saw is forgotten, who it is now is known without another question. */
export async function enter(client: ApolloClient, viewer: Viewer) {
  await client.clearStore();
  client.writeQuery({ query: ViewerDocument, data: { isFounded: true, viewer } });
  session.begin();
}
