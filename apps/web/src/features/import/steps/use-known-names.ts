import { useQuery } from "@apollo/client/react";
import { useDebouncedValue } from "@mantine/hooks";
import { KnownNamesDocument } from "../../../gql/graphql";

export type NameKind = "companies" | "groups" | "labels";

/** Names of the workspace that begin like what is typed, asked for once somebody is near the field. */
export function useKnownNames(kind: NameKind, typed: string, near: boolean): string[] {
  const [search] = useDebouncedValue(typed.trim(), 150);
  const { data, previousData } = useQuery(KnownNamesDocument, {
    variables: { search, companies: kind === "companies", groups: kind === "groups", labels: kind === "labels" },
    skip: !near,
    fetchPolicy: "no-cache",
  });
  const nodes = (data ?? previousData)?.[kind]?.nodes ?? [];
  // names that differ in nothing but case are one to the server, and would be twice the same option here
  return [...new Set(nodes.map(({ name }) => name))];
}
