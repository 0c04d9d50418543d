import type { Identity as Values } from "@usher/rules/identity";
import type { IdentityField } from "@usher/rules/identity-fields";
import type { App } from "../context.js";

/** Whoever seals or opens a digital identity (F63). */
export type Sealing = Pick<App, "secrets">;

export interface Reason {
  field: IdentityField;
  reason: string;
}

/** Bound to the user or invitation, and told apart: neither may stand in the other's place. */
export const aboutIdentity = (id: string): string => `identity ${id}`;
export const aboutReasons = (userId: string): string => `reasons ${userId}`;

export const sealIdentity = ({ secrets }: Sealing, userId: string, values: Values): string =>
  secrets.seal(JSON.stringify(values), aboutIdentity(userId));

export const openIdentity = ({ secrets }: Sealing, userId: string, sealed: string): Values =>
  JSON.parse(secrets.open(sealed, aboutIdentity(userId)));

export const sealReasons = ({ secrets }: Sealing, userId: string, reasons: readonly Reason[]): string =>
  secrets.seal(JSON.stringify(reasons), aboutReasons(userId));

export const openReasons = ({ secrets }: Sealing, userId: string, sealed: string | null): Reason[] =>
  sealed === null ? [] : JSON.parse(secrets.open(sealed, aboutReasons(userId)));
