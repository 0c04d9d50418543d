import type { ApolloClient } from "@apollo/client";
import { useApolloClient } from "@apollo/client/react";
import { useEffect, useState } from "react";
import { GroupNumbersDocument, NameNumbersDocument } from "../../gql/graphql";
import type { NameKind } from "./name-kinds";

/** What hangs on one name. Invitations and program sessions: of groups alone. */
export interface Numbers {
  people: number;
  invitations?: number;
  sessions?: number;
}

async function readNumbers(client: ApolloClient, kind: NameKind, id: string): Promise<Numbers> {
  const users = kind.usersOf(id);
  const fetchPolicy = "network-only";
  if (kind.key !== "group") {
    const { data } = await client.query({ query: NameNumbersDocument, variables: { users }, fetchPolicy });
    return { people: data?.people ?? 0 };
  }
  const invitations = { groupId: id, statuses: ["PENDING" as const, "EXPIRED" as const] };
  const variables = { id, users, invitations };
  const { data } = await client.query({ query: GroupNumbersDocument, variables, fetchPolicy });
  return {
    people: data?.people ?? 0,
    invitations: data?.invitations ?? 0,
    sessions: data?.sessions.totalCount ?? 0,
  };
}

/** Exactly what merging or deleting these names concerns; null until all is counted. */
export function useNumbers(kind: NameKind, ids: readonly string[]) {
  const client = useApolloClient();
  const [counted, setCounted] = useState<{ of: string; numbers: ReadonlyMap<string, Numbers> } | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const list = ids.join(" ");

  useEffect(() => {
    let current = true;
    Promise.all(ids.map(async (id) => [id, await readNumbers(client, kind, id)] as const))
      .then((entries) => current && setCounted({ of: list, numbers: new Map(entries) }))
      .catch((error) => current && setFailure(error));
    return () => {
      current = false;
    };
  }, [list, kind, client]);

  return { numbers: counted?.of === list ? counted.numbers : null, failure };
}
