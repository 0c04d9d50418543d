import type { Identity as Values } from "@usher/rules/identity";
import type { IdentityField } from "@usher/rules/identity-fields";
import type { App } from "../context.js";

/** Whoever seals or opens a digital identity (F63). */
export type Sealing = Pick<App, "secrets">;

export interface Reason {
  field: IdentityField;
  reason: string;
}

export interface Rejection {
  reasons: readonly Reason[];
  /** What may be corrected, as it was when it was rejected: a field that was empty stays open once it is filled. */
  open: readonly IdentityField[];
}

/** Bound to the user or invitation, and told apart: neither may stand in the other's place. */
export const aboutIdentity = (id: string): string => `identity ${id}`;
export const aboutReasons = (userId: string): string => `reasons ${userId}`;

export const sealIdentity = ({ secrets }: Sealing, userId: string, values: Values): string =>
  secrets.seal(JSON.stringify(values), aboutIdentity(userId));

export const openIdentity = ({ secrets }: Sealing, userId: string, sealed: string): Values =>
  JSON.parse(secrets.open(sealed, aboutIdentity(userId)));

export const sealRejection = ({ secrets }: Sealing, userId: string, rejection: Rejection): string =>
  secrets.seal(JSON.stringify(rejection), aboutReasons(userId));

/** null for what was not rejected. */
export const openRejection = ({ secrets }: Sealing, userId: string, sealed: string | null): Rejection | null =>
  sealed === null ? null : JSON.parse(secrets.open(sealed, aboutReasons(userId)));

export const openReasons = (sealing: Sealing, userId: string, sealed: string | null): readonly Reason[] =>
  openRejection(sealing, userId, sealed)?.reasons ?? [];
