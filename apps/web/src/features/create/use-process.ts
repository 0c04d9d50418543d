import { useMutation } from "@apollo/client/react";
import { useState } from "react";
import { useViewer } from "../../apollo/viewer";
import {
  type ActivationMail,
  type AddMode,
  BulkInviteByHandDocument,
  CreateUserDocument,
  InviteByHandDocument,
  type PersonInput,
} from "../../gql/graphql";
import { callKey } from "../../ui/call-key";
import { dropDraft } from "../../ui/draft";
import type { HandResult } from "./by-hand-rows";

interface Refusal {
  code: HandResult["errors"][number]["code"];
  message: string;
  path: readonly string[];
}

interface Processed {
  results: HandResult[];
  /** On the call as a whole: nothing was done. */
  refused: Refusal[];
}

interface Wish {
  mode: AddMode;
  activationMail: ActivationMail;
}

/** Sends the rows: at once, or for who may not add in bulk one account after the other. `callPlace`: where the call's key is kept. */
export function useProcess(callPlace: string) {
  const { can } = useViewer();
  const [invite] = useMutation(InviteByHandDocument);
  const [addAll] = useMutation(BulkInviteByHandDocument);
  const [createOne] = useMutation(CreateUserDocument);
  const [done, setDone] = useState(0);

  async function process(people: PersonInput[], wish: Wish): Promise<Processed> {
    setDone(0);
    const key = callKey(callPlace, { people, ...wish });
    const processed = can.bulkInvite
      ? await inBulk(people, wish, key)
      : wish.mode === "INVITE"
        ? await inviteAll(people, key)
        : await oneByOne(people, wish, key);
    if (processed.refused.length === 0) dropDraft(callPlace);
    return processed;
  }

  async function inBulk(people: PersonInput[], wish: Wish, idempotencyKey: string): Promise<Processed> {
    const { mode, activationMail } = wish;
    const input = { mode, people, createMissing: true, idempotencyKey, ...(mode === "CREATE" && { activationMail }) };
    const { data } = await addAll({ variables: { input } });
    const { results = [], userErrors = [] } = data?.bulkInvite ?? {};
    return { results: results.map(plain), refused: userErrors };
  }

  async function inviteAll(people: PersonInput[], idempotencyKey: string): Promise<Processed> {
    const { data } = await invite({ variables: { input: { people, createMissing: true, idempotencyKey } } });
    const { results = [], userErrors = [] } = data?.inviteUsers ?? {};
    return { results: results.map(plain), refused: userErrors };
  }

  async function oneByOne(people: PersonInput[], { activationMail }: Wish, key: string): Promise<Processed> {
    const results: HandResult[] = [];
    for (const [index, person] of people.entries()) {
      const input = { person, activationMail, createMissing: true, idempotencyKey: `${key}-${index}` };
      const { data } = await createOne({ variables: { input } });
      const { user = null, link = null, userErrors = [] } = data?.createUser ?? {};
      results.push({ outcome: user ? "CREATED" : "REJECTED", link: link ?? null, errors: userErrors });
      setDone(index + 1);
    }
    return { results, refused: [] };
  }

  return { process, done };
}

const plain = ({
  outcome,
  link,
  errors,
}: {
  outcome: HandResult["outcome"];
  link?: string | null;
  errors: HandResult["errors"];
}): HandResult => ({ outcome, link: link ?? null, errors });
