import { useApolloClient } from "@apollo/client/react";
import type { NameKind } from "./name-kinds";

/** After names came or went: no field offers from memory what is gone, nor misses what is new. */
export function useForgetNames({ field }: NameKind) {
  const client = useApolloClient();
  return () => {
    client.cache.evict({ id: "ROOT_QUERY", fieldName: field });
    client.cache.gc();
  };
}
