import type { FieldPolicy, Reference } from "@apollo/client/cache";

interface Page {
  nodes?: readonly Reference[];
  pageInfo?: { hasNextPage: boolean; endCursor?: string | null };
}

/**
 * Cache policy of a list that is read page by page with `first` and `after`.
 * A refreshed first page that begins like the list we have keeps the pages after it, so a list does not shrink under the reader's eyes,
 * unless it says that nothing comes after it any more.
 */
export function keysetList(keyArgs: string[]): FieldPolicy<Page> {
  return {
    keyArgs,
    merge(existing, incoming, { args }) {
      if (!existing?.nodes || !incoming.nodes) return { ...existing, ...incoming };
      const { nodes, pageInfo } = existing;
      if (args?.after) {
        // An answer that continues a list which was replaced meanwhile has no place to go.
        if (pageInfo?.endCursor !== args.after) return existing;
        return { ...existing, ...incoming, nodes: [...nodes, ...incoming.nodes] };
      }
      const begins =
        incoming.nodes.length < nodes.length && incoming.nodes.every((node, i) => node.__ref === nodes[i]?.__ref);
      const unchanged = begins && incoming.nodes.length > 0 && incoming.pageInfo?.hasNextPage !== false;
      return unchanged ? { ...existing, ...incoming, nodes, pageInfo } : { ...existing, ...incoming };
    },
  };
}
