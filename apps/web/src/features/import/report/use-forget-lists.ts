import { useApolloClient } from "@apollo/client/react";
import { useEffect, useRef } from "react";
import { isUnderWay } from "./is-under-way";
import type { Report } from "./report-page";

/** Lists that were read before an import ended don't know its people: they are read afresh when they are next looked at. */
export function useForgetLists(report: Report) {
  const { cache } = useApolloClient();
  const moved = useRef(false);
  const moving = isUnderWay(report);
  useEffect(() => {
    if (moving) moved.current = true;
    else if (moved.current) {
      moved.current = false;
      for (const fieldName of ["invitations", "users", "companies", "groups", "teams", "labels"]) {
        cache.evict({ id: "ROOT_QUERY", fieldName });
      }
      cache.gc();
    }
  }, [moving, cache]);
}
