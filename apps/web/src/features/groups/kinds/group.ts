import {
  AddGroupMembersDocument,
  CreateGroupDocument,
  DeleteGroupsDocument,
  GroupListDocument,
  MergeGroupsDocument,
  RemoveGroupMembersDocument,
  UpdateGroupDocument,
} from "../../../gql/graphql";
import type { NameKind } from "../name-kinds";

export const groupKind: NameKind = {
  key: "group",
  field: "groups",
  list: GroupListDocument,
  usersOf: (id) => ({ groupId: id }),
  create: async (client, { name }) => {
    const variables = { input: { name } };
    return (await client.mutate({ mutation: CreateGroupDocument, variables })).data?.done;
  },
  rename: async (client, id, name) => {
    const variables = { input: { groupId: id, name } };
    return (await client.mutate({ mutation: UpdateGroupDocument, variables })).data?.done;
  },
  merge: async (client, ids, intoId) => {
    const variables = { input: { groupIds: ids, intoGroupId: intoId } };
    return (await client.mutate({ mutation: MergeGroupsDocument, variables })).data?.done;
  },
  remove: async (client, ids) => {
    const variables = { input: { groupIds: ids } };
    return (await client.mutate({ mutation: DeleteGroupsDocument, variables })).data?.done;
  },
  addMembers: async (client, id, { userIds, emails, roles }) => {
    const variables = { input: { groupId: id, userIds, emails, roles } };
    return (await client.mutate({ mutation: AddGroupMembersDocument, variables })).data?.done;
  },
  removeMembers: async (client, id, userIds) => {
    const variables = { input: { groupId: id, userIds } };
    return (await client.mutate({ mutation: RemoveGroupMembersDocument, variables })).data?.done;
  },
};
