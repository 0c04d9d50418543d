import { useEffect, useState } from "react";
import { useLocation, useNavigate } from "react-router";
import type { LinkPurpose } from "../gql/graphql";
import { dropDraft, readDraft, writeDraft } from "./draft";

/** The page that a link of each purpose leads to. */
export const linkPlaces = {
  INVITATION: "/join",
  ACTIVATION: "/activate",
  PASSWORD_RESET: "/reset-password",
  EMAIL_CHANGE: "/confirm-email",
} as const satisfies Record<LinkPurpose, string>;

/** The pages whose link carries a secret in its fragment. */
export type SecretPlace = (typeof linkPlaces)[LinkPurpose] | "/setup";

const places: SecretPlace[] = [...Object.values(linkPlaces), "/setup"];

const key = (place: SecretPlace) => `usher.secret${place}`;

/** For a page that is about to be opened without a link. */
export const keepLinkSecret = (place: SecretPlace, secret: string) => writeDraft(key(place), secret);

/**
 * Takes the secret out of the address bar, where a glance, a screenshot or the history would keep it. It stays in this tab
 * for a reload. Called before anything else runs on the page.
 */
export function takeLinkSecret() {
  const place = places.find((path) => location.pathname === path);
  const fragment = location.hash.slice(1);
  if (!place || !fragment) return;
  writeDraft(key(place), secretIn(fragment));
  history.replaceState(history.state, "", location.pathname + location.search);
}

/** What a person pasted: the whole link, its fragment, or the bare secret; mail programs add line breaks and brackets. */
export function secretIn(text: string): string {
  const compact = text.replace(/[\s<>"']+/g, "");
  const fragment = compact.includes("#") ? compact.slice(compact.lastIndexOf("#") + 1) : compact;
  const value = fragment.startsWith("code=") ? fragment.slice("code=".length) : fragment;
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

/** The secret of the link that opened this page, following a second link opened in the same tab. */
export function useLinkSecret(place: SecretPlace) {
  const { hash } = useLocation();
  const navigate = useNavigate();
  const [secret, setSecret] = useState<string | null>(() =>
    hash.length > 1 ? secretIn(hash) : readDraft<string>(key(place)),
  );

  function keep(next: string | null) {
    if (next) writeDraft(key(place), next);
    else dropDraft(key(place));
    setSecret(next);
  }

  useEffect(() => {
    if (hash.length < 2) return;
    const next = secretIn(hash);
    writeDraft(key(place), next);
    setSecret(next);
    void navigate({ hash: "" }, { replace: true });
  }, [hash, navigate, place]);

  return [secret, keep] as const;
}
