import type { OperationVariables, TypedDocumentNode } from "@apollo/client";
import { useApolloClient, useQuery } from "@apollo/client/react";
import { refreshPages } from "../../apollo/refresh-pages";

interface Connection<Row> {
  nodes: Row[];
  totalCount: number;
  totalCountIsExact: boolean;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

interface PageVariables extends OperationVariables {
  first: number;
  after?: string | null;
}

/** A list, page by page, with a way to read again what is on the screen. `of`: where in the answer it stands. */
export function usePages<Data, Variables extends PageVariables, Row>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  of: (data: Data) => Connection<Row> | null | undefined,
) {
  const client = useApolloClient();
  const { data, previousData, error, loading, fetchMore, refetch } = useQuery<Data, PageVariables>(document, {
    variables,
  });
  const shown = (data ?? previousData) as Data | undefined;
  const list = shown && of(shown);
  const rows = list?.nodes ?? [];

  const refresh = () =>
    refreshPages(rows.length, async (first, after) => {
      const { data: page } = await client.query<Data, PageVariables>({
        query: document,
        variables: { ...variables, first, after },
        fetchPolicy: "network-only",
      });
      return (page && of(page as Data)?.pageInfo) ?? { hasNextPage: false };
    });

  return {
    list,
    rows,
    error: data ? undefined : error,
    loading,
    retry: () => void refetch(),
    refresh,
    more: () => void fetchMore({ variables: { after: list?.pageInfo.endCursor } }),
  };
}

export type Pages<Row> = Omit<ReturnType<typeof usePages<never, PageVariables, Row>>, "rows"> & { rows: Row[] };
