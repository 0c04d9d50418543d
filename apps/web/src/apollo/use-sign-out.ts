import { useMutation } from "@apollo/client/react";
import { SignOutDocument } from "../gql/graphql";
import { session } from "./session";

/** Ends the session and forgets everything the page knew of it. */
export function useSignOut(): (next?: string) => Promise<void> {
  const [signOut] = useMutation(SignOutDocument);
  return async (next = "/sign-in") => {
    await session.saveAll();
    // From here on a refusal is expected, not a session that ran out.
    session.leave();
    await signOut();
    // A fresh page holds nothing of the person who left: no cache, no state of a component, no draft.
    for (const key of Object.keys(sessionStorage)) if (key.startsWith("usher.draft.")) sessionStorage.removeItem(key);
    for (const { name } of (await window.indexedDB?.databases()) ?? []) {
      if (name?.startsWith("usher.draft.")) indexedDB.deleteDatabase(name);
    }
    window.location.assign(next);
  };
}
