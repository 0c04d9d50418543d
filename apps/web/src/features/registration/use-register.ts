import { useMutation } from "@apollo/client/react";
import type { AskedFields } from "@usher/rules/identity-fields";
import { RegisterIdentityDocument } from "../../gql/graphql";
import { draftInput, type IdentityValues, identityInput } from "../../ui/identity-form/identity-values";
import type { RefusedBy } from "../../ui/identity-form/use-identity-fields";

/** Registers somebody's identity, or keeps it as a draft (F59). Answers why it was refused. */
export function useRegister(userId: string, asked: AskedFields) {
  const [register] = useMutation(RegisterIdentityDocument);

  async function send(identity: object, draft: boolean, isLeaving: boolean): Promise<readonly RefusedBy[]> {
    const { data } = await register({
      variables: { input: { userId, identity, draft } },
      // the page may be gone before the answer comes
      context: isLeaving ? { fetchOptions: { keepalive: true } } : undefined,
    });
    return data?.registerPersonalInformation.userErrors ?? [];
  }

  return {
    keep: (values: IdentityValues, isLeaving: boolean) => send(draftInput(values, asked), true, isLeaving),
    register: (values: IdentityValues) => send(identityInput(values, asked), false, false),
  };
}
