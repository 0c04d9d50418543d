import { useApolloClient } from "@apollo/client/react";
import { useState } from "react";
import type { NamedPeopleQuery, UserErrorCode } from "../../gql/graphql";
import type { PersonalNameKind } from "./name-kinds";

export type NamedPerson = NamedPeopleQuery["users"]["nodes"][number];

interface Removed {
  people: readonly NamedPerson[];
  affected: number;
}

interface Restored {
  added: number;
  refused: number;
  /** Why the first of them was refused: deactivated meanwhile, or before. */
  code: UserErrorCode | null;
}

/** One call takes out no more. */
const mostAtOnce = 1000;

export type Removal = ReturnType<typeof useRemoval>;

/** Takes people out of a company, team or label at once, and puts them back when asked to. */
export function useRemoval(kind: PersonalNameKind, named: { id: string }, refresh: () => Promise<unknown>) {
  const client = useApolloClient();
  const [removed, setRemoved] = useState<Removed | null>(null);
  const [restored, setRestored] = useState<Restored | null>(null);
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
    /** Who was put back. */
    restored,
    sending,
    failure,
    remove: (people: readonly NamedPerson[]) =>
      run(async () => {
        setRemoved(null);
        setRestored(null);
        let affected = 0;
        for (const ids of parts(people)) {
          affected += (await kind.removeMembers(client, named.id, ids))?.affected ?? 0;
        }
        setRemoved({ people, affected });
      }),
    undo: (people: readonly NamedPerson[]) =>
      run(async () => {
        const back: Restored = { added: 0, refused: 0, code: null };
        for (const userIds of parts(people)) {
          const done = await kind.addMembers(client, named.id, { userIds, emails: [], roles: [] });
          back.added += done?.counts.added ?? 0;
          back.refused += done?.counts.rejected ?? 0;
          back.code ??= done?.results.find(({ errors }) => errors.length > 0)?.errors[0]?.code ?? null;
        }
        setRemoved(null);
        setRestored(back);
      }),
    close() {
      setRemoved(null);
      setRestored(null);
      setFailure(null);
    },
  };
}
