import { useApolloClient } from "@apollo/client/react";
import { useState } from "react";
import type { NamedPeopleQuery } from "../../gql/graphql";
import type { PersonalNameKind } from "./name-kinds";

export type NamedPerson = NamedPeopleQuery["users"]["nodes"][number];

interface Removed {
  people: readonly NamedPerson[];
  affected: number;
}

/** One call takes out no more. */
const mostAtOnce = 1000;

export type Removal = ReturnType<typeof useRemoval>;

/** Takes people out of a company, team or label at once, and puts them back when asked to. */
export function useRemoval(kind: PersonalNameKind, named: { id: string }, refresh: () => Promise<unknown>) {
  const client = useApolloClient();
  const [removed, setRemoved] = useState<Removed | null>(null);
  const [sending, setSending] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);

  async function run(work: () => Promise<void>) {
    setSending(true);
    setFailure(null);
    try {
      await work();
    } catch (error) {
      setFailure(error);
    } finally {
      setSending(false);
      // what stands on the screen is true, whatever happened
      await refresh().catch(() => undefined);
    }
  }

  const parts = (people: readonly NamedPerson[]) =>
    Array.from({ length: Math.ceil(people.length / mostAtOnce) }, (_, i) =>
      people.slice(i * mostAtOnce, (i + 1) * mostAtOnce).map(({ id }) => id),
    );

  return {
    removed,
    sending,
    failure,
    remove: (people: readonly NamedPerson[]) =>
      run(async () => {
        setRemoved(null);
        let affected = 0;
        for (const ids of parts(people)) {
          affected += (await kind.removeMembers(client, named.id, ids))?.affected ?? 0;
        }
        setRemoved({ people, affected });
      }),
    undo: (people: readonly NamedPerson[]) =>
      run(async () => {
        for (const userIds of parts(people)) {
          await kind.addMembers(client, named.id, { userIds, emails: [], roles: [] });
        }
        setRemoved(null);
      }),
    close() {
      setRemoved(null);
      setFailure(null);
    },
  };
}
