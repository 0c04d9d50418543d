import { useApolloClient } from "@apollo/client/react";
import { nameKey } from "@usher/rules/names";
import { useEffect, useState } from "react";
import { CompanyNamesDocument, GroupNamesDocument, LabelNamesDocument, TeamNamesDocument } from "../gql/graphql";

export type NameKind = "group" | "company" | "team" | "label";

export interface Named {
  id: string;
  name: string;
}

/** Reads what of a kind has a name that begins with what was typed. */
function useSearchNames(kind: NameKind) {
  const client = useApolloClient();
  return async (search: string): Promise<Named[]> => {
    const options = { variables: { search: search || null }, fetchPolicy: "cache-first" } as const;
    const nodes =
      kind === "group"
        ? (await client.query({ query: GroupNamesDocument, ...options })).data?.groups.nodes
        : kind === "company"
          ? (await client.query({ query: CompanyNamesDocument, ...options })).data?.companies.nodes
          : kind === "team"
            ? (await client.query({ query: TeamNamesDocument, ...options })).data?.teams.nodes
            : (await client.query({ query: LabelNamesDocument, ...options })).data?.labels.nodes;
    return nodes ?? [];
  };
}

/** Names to offer for what was typed so far. None when they cannot be read: the field takes any name. */
export const useNameSuggestions = (kind: NameKind, typed: string): string[] =>
  useNamed(kind, typed).map(({ name }) => name);

/** The same with their ids, to choose among those that exist. */
export function useNamed(kind: NameKind, typed: string): Named[] {
  const search = useSearchNames(kind);
  const [names, setNames] = useState<Named[]>([]);
  const wanted = typed.trim();

  // `search` is new in every render and always the same question.
  useEffect(() => {
    let current = true;
    const timer = setTimeout(() => {
      search(wanted)
        .then((found) => current && setNames(found))
        .catch(() => {});
    }, 150);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [wanted, kind]);

  return names;
}

/** Which of these names nobody has used yet, so that saving would make them. Unknown ones count as known until the server answered. */
export function useNewNames(kind: NameKind, names: readonly string[]): string[] {
  const search = useSearchNames(kind);
  const [isNew, setIsNew] = useState<Record<string, boolean>>({});
  const asked = names.map((name) => name.trim()).filter(Boolean);
  const list = asked.join("\n");

  // `list` says when the names have changed.
  useEffect(() => {
    let current = true;
    const timer = setTimeout(() => {
      for (const name of asked) {
        if (name in isNew) continue;
        search(name)
          .then((found) => {
            const known = found.some((each) => nameKey(each.name) === nameKey(name));
            if (current) setIsNew((before) => ({ ...before, [name]: !known }));
          })
          .catch(() => {});
      }
    }, 400);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [list, kind]);

  return asked.filter((name) => isNew[name]);
}
