import { useApolloClient, useMutation } from "@apollo/client/react";
import {
  GrantPermissionDocument,
  type HolderFragment,
  type Permission,
  RevokePermissionDocument,
  type UserErrorCode,
} from "../gql/graphql";

export type Holder = HolderFragment;

export const permissions = ["USER_REGISTRATION", "CAN_BULK_INVITE", "MANAGE_USERS"] as const satisfies Permission[];

/** As it is shown and typed. */
export const permissionName = (permission: Permission): string => permission.toLowerCase();

export interface PermissionChange {
  person: Holder;
  permission: Permission;
  /** Given, or taken back. */
  give: boolean;
}

interface Changed {
  /** The person as it holds now; null when refused. */
  person: Holder | null;
  errors: readonly { code: UserErrorCode; message: string }[];
}

/** What on the screen tells of permissions, and is read again after a change. */
const telling = new Set(["Holders", "HolderNumbers", "User"]);

/** Gives and takes permissions. */
export function useChangePermission() {
  const client = useApolloClient();
  const [grant] = useMutation(GrantPermissionDocument);
  const [revoke] = useMutation(RevokePermissionDocument);

  async function change({ person, permission, give }: PermissionChange): Promise<Changed> {
    const variables = { input: { userId: person.id, permission } };
    const payload = give
      ? (await grant({ variables })).data?.grantPermission
      : (await revoke({ variables })).data?.revokePermission;
    return { person: payload?.user ?? null, errors: payload?.userErrors ?? [] };
  }

  return {
    change,
    refresh: () =>
      client.refetchQueries({
        include: "active",
        onQueryUpdated: ({ queryName }) => queryName !== undefined && telling.has(queryName),
      }),
  };
}

/** Whether links that were made for somebody who has not acted yet stopped working with a change. */
export const endedLinks = (before: Holder, after: Holder): boolean =>
  after.status === "PENDING" && before.activationExpiresAt !== null && after.activationExpiresAt === null;
