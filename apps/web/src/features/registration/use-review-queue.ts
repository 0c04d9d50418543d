import { useQuery } from "@apollo/client/react";
import { ReviewNumbersDocument, ReviewQueueDocument } from "../../gql/graphql";
import type { directions, ReviewStatus } from "./review-filter";

const pageSize = 50;

interface Filter {
  status: ReviewStatus;
  direction: (typeof directions)[number];
}

/** The identities that are so far, page by page. Who was decided here a moment ago is left out before the server says so. */
export function useReviewQueue({ status, direction }: Filter) {
  const { data, previousData, error, loading, fetchMore, refetch } = useQuery(ReviewQueueDocument, {
    variables: { first: pageSize, statuses: [status], direction },
  });
  const list = (data ?? previousData)?.identities;
  const loaded = list?.nodes ?? [];
  const rows = data ? loaded.filter((identity) => identity.status === status) : loaded;
  return {
    list,
    rows,
    total: Math.max(rows.length, (list?.totalCount ?? 0) - (loaded.length - rows.length)),
    error: data ? undefined : error,
    loading,
    retry: () => void refetch(),
    more: () => fetchMore({ variables: { after: list?.pageInfo.endCursor } }),
  };
}

/** How many are how far, for the chips. */
export const useReviewNumbers = () => useQuery(ReviewNumbersDocument, { fetchPolicy: "cache-and-network" }).data;
