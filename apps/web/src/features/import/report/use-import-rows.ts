import { useApolloClient } from "@apollo/client/react";
import { useCallback, useEffect, useState } from "react";
import { ImportRowsDocument, type ImportRowsQuery, type PersonOutcome } from "../../../gql/graphql";

export type ReportRow = NonNullable<ImportRowsQuery["import"]>["rows"]["nodes"][number];

interface Rows {
  rows: ReportRow[];
  after: string | null;
  hasMore: boolean;
}

const pageSize = 50;

/**
 * Rows of the report, a page at a time. They have no ids and are many, so they stay out of the cache.
 * `version`: read anew when it changes, as when the import came to its end.
 */
export function useImportRows(id: string, outcome: PersonOutcome | null, version: string) {
  const client = useApolloClient();
  const [found, setFound] = useState<Rows | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [loading, setLoading] = useState(false);

  const read = useCallback(
    async (after: string | null) => {
      const { data } = await client.query({
        query: ImportRowsDocument,
        variables: { id, outcome, after, first: pageSize },
        fetchPolicy: "no-cache",
      });
      const page = data?.import?.rows;
      return {
        rows: page?.nodes ?? [],
        after: page?.pageInfo.endCursor ?? null,
        hasMore: page?.pageInfo.hasNextPage ?? false,
      };
    },
    [client, id, outcome],
  );

  useEffect(() => {
    let gone = false;
    setError(null);
    read(null).then(
      (page) => gone || setFound(page),
      (failure) => gone || setError(failure),
    );
    return () => {
      gone = true;
    };
  }, [read, version]);

  async function more() {
    if (!found || loading) return;
    setLoading(true);
    setError(null);
    try {
      const page = await read(found.after);
      setFound((before) => before && { ...page, rows: [...before.rows, ...page.rows] });
    } catch (failure) {
      setError(failure);
    } finally {
      setLoading(false);
    }
  }

  return { rows: found?.rows ?? null, hasMore: found?.hasMore ?? false, more, loading, error };
}
