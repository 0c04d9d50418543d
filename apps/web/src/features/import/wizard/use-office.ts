import { useApolloClient } from "@apollo/client/react";
import type { AskedFields } from "@usher/rules/identity-fields";
import { useMemo } from "react";
import { useViewer } from "../../../apollo/viewer";
import { ColumnMappingDocument, WhoIsHereDocument } from "../../../gql/graphql";
import type { Office } from "./import-wizard";

/** The wizard's questions to the server. Nothing of the answers stays in the cache: they are as many as the file is long. */
export function useOffice(): Office {
  const client = useApolloClient();
  const { user, workspace } = useViewer();
  const viewerId = user.id;
  const { identityFields } = workspace;
  return useMemo(
    () => ({
      viewerId,
      asked: Object.fromEntries(identityFields.map(({ field, asked }) => [field, asked])) as AskedFields,
      async recall(header) {
        const { data } = await client.query({
          query: ColumnMappingDocument,
          variables: { header },
          fetchPolicy: "no-cache",
        });
        return data?.columnMapping ?? null;
      },
      async whoIsHere({ emails }, signal) {
        const { data } = await client.query({
          query: WhoIsHereDocument,
          variables: { emails },
          fetchPolicy: "no-cache",
          context: { fetchOptions: { signal } },
        });
        return (data?.availability.emails ?? []).flatMap(({ value, availability }) =>
          availability === "TAKEN" || availability === "INVITED" ? [{ email: value, availability }] : [],
        );
      },
    }),
    [client, viewerId, identityFields],
  );
}
