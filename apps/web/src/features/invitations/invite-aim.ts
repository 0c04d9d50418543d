import type { GroupRole } from "../../gql/graphql";

/** Where people are invited to: the workspace (F4), one group (F6) or one program session (F7). */
export type InviteAim =
  | { kind: "workspace" }
  | { kind: "group"; id: string; name: string; giveRoles: readonly GroupRole[] }
  | { kind: "session"; id: string; name: string; groupName: string };

/** What tells the forms of different places apart: what was typed into one is not found in another. */
export const aimKey = (aim: InviteAim): string => (aim.kind === "workspace" ? "" : `.${aim.kind}.${aim.id}`);
