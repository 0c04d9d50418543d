import type { Permission } from "../gql/graphql";
import type { Viewer } from "./viewer";

/** What the viewer lacks of the two permissions that importing files takes (F55). Administrators may add people without one. */
export function missingToImport({ can, permissions }: Viewer): Permission[] {
  if (can.importFiles) return [];
  if (can.add) return ["CAN_BULK_INVITE"];
  return permissions.includes("CAN_BULK_INVITE") ? ["USER_REGISTRATION"] : ["USER_REGISTRATION", "CAN_BULK_INVITE"];
}
