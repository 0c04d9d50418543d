import { useMutation } from "@apollo/client/react";
import { useState } from "react";
import { useViewer } from "../../apollo/viewer";
import {
  type ActivationMail,
  type AddMode,
  CreateByHandDocument,
  CreateUserDocument,
  InviteByHandDocument,
  type PersonInput,
} from "../../gql/graphql";
import { callKey } from "../../ui/call-key";
import { dropDraft } from "../../ui/draft";
import type { HandResult } from "./by-hand-rows";

const callPlace = "usher.draft.by-hand-call";

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

/** Sends the rows: at once, or for who may not add in bulk one account after the other. */
export function useProcess() {
  const { can } = useViewer();
  const [invite] = useMutation(InviteByHandDocument);
  const [createAll] = useMutation(CreateByHandDocument);
  const [createOne] = useMutation(CreateUserDocument);
  const [done, setDone] = useState(0);

  async function process(people: PersonInput[], mode: AddMode, activationMail: ActivationMail): Promise<Processed> {
    setDone(0);
    const key = callKey(callPlace, { people, mode, activationMail });
    const processed =
      mode === "INVITE"
        ? await inviteAll(people, key)
        : can.bulkInvite
          ? await inBulk(people, activationMail, key)
          : await oneByOne(people, activationMail, key);
    if (processed.refused.length === 0) dropDraft(callPlace);
    return processed;
  }

  async function inviteAll(people: PersonInput[], idempotencyKey: string): Promise<Processed> {
    const { data } = await invite({ variables: { input: { people, idempotencyKey } } });
    const { results = [], userErrors = [] } = data?.inviteUsers ?? {};
    return { results: results.map(plain), refused: userErrors };
  }

  async function inBulk(people: PersonInput[], activationMail: ActivationMail, idempotencyKey: string) {
    const input = { mode: "CREATE" as const, people, activationMail, idempotencyKey };
    const { data } = await createAll({ variables: { input } });
    const { results = [], userErrors = [] } = data?.bulkInvite ?? {};
    return { results: results.map(plain), refused: userErrors };
  }

  async function oneByOne(people: PersonInput[], activationMail: ActivationMail, key: string): Promise<Processed> {
    const results: HandResult[] = [];
    for (const [index, person] of people.entries()) {
      const input = { person, activationMail, idempotencyKey: `${key}-${index}` };
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
}:
  | HandResult
  | { outcome: HandResult["outcome"]; link?: string | null; errors: HandResult["errors"] }): HandResult => ({
  outcome,
  link: link ?? null,
  errors,
});
