import type { ApolloClient } from "@apollo/client";
import { CommitImportDocument, StagedChunksDocument, StageImportRowsDocument } from "../../../gql/graphql";
import type { ImportDoor, Refusal } from "./send-import";

/** The server's side of one import, through the API. */
export function importDoor(client: ApolloClient, importId: string): ImportDoor {
  return {
    async look() {
      const { data } = await client.query({
        query: StagedChunksDocument,
        variables: { id: importId },
        fetchPolicy: "no-cache",
      });
      return {
        stagedChunks: data?.import?.stagedChunks ?? [],
        isOpen: data?.import?.status === "STAGING" || data?.import?.status === "PLANNED",
      };
    },
    async stage(chunk) {
      const { data } = await client.mutate({
        mutation: StageImportRowsDocument,
        variables: { input: { importId, ...chunk } },
      });
      return firstOf(data?.stageImportRows.userErrors);
    },
    async commit() {
      const { data } = await client.mutate({ mutation: CommitImportDocument, variables: { input: { importId } } });
      return firstOf(data?.commitImport.userErrors);
    },
  };
}

function firstOf(errors: Refusal[] | undefined): Refusal | null {
  return errors?.[0] ?? null;
}
