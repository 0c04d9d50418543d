import { useApolloClient } from "@apollo/client/react";
import { useState } from "react";
import type { PeopleMovedFragment, RefusalFragment } from "../../gql/graphql";
import type { Moved } from "./moved";
import type { NameKind } from "./name-kinds";
import { useForgetNames } from "./use-forget-names";

/** Merges or deletes, and keeps what stood against it. */
export function useMove(kind: NameKind, onMoved: (moved: Moved) => void) {
  const client = useApolloClient();
  const forget = useForgetNames(kind);
  const [sending, setSending] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const [refused, setRefused] = useState<RefusalFragment | null>(null);

  async function move(ids: string[], into: Moved["into"], send: () => Promise<PeopleMovedFragment | undefined>) {
    setSending(true);
    setFailure(null);
    setRefused(null);
    try {
      const done = await send();
      const refusal = done?.userErrors[0];
      if (refusal) setRefused(refusal);
      if (!done || refusal) return;
      forget();
      const { affected, task } = done;
      const verb = into ? "merge" : "delete";
      onMoved({ kind: kind.key, verb, names: ids.length, into, affected, taskId: task?.id ?? null });
    } catch (error) {
      setFailure(error);
    } finally {
      setSending(false);
    }
  }

  return {
    sending,
    failure,
    refused,
    merge: (ids: string[], into: { id: string; name: string }) =>
      move(ids, into, () => kind.merge(client, ids, into.id)),
    remove: (ids: string[]) => move(ids, null, () => kind.remove(client, ids)),
  };
}
