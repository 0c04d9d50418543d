import {
  AddLabelMembersDocument,
  CreateLabelDocument,
  DeleteLabelsDocument,
  LabelListDocument,
  MergeLabelsDocument,
  RemoveLabelMembersDocument,
  UpdateLabelDocument,
} from "../../../gql/graphql";
import type { PersonalNameKind } from "../name-kinds";

export const labelKind: PersonalNameKind = {
  key: "label",
  field: "labels",
  list: LabelListDocument,
  usersOf: (id) => ({ labelId: id }),
  create: async (client, { name }) => {
    const variables = { input: { name } };
    return (await client.mutate({ mutation: CreateLabelDocument, variables })).data?.done;
  },
  rename: async (client, id, name) => {
    const variables = { input: { labelId: id, name } };
    return (await client.mutate({ mutation: UpdateLabelDocument, variables })).data?.done;
  },
  merge: async (client, ids, intoId) => {
    const variables = { input: { labelIds: ids, intoLabelId: intoId } };
    return (await client.mutate({ mutation: MergeLabelsDocument, variables })).data?.done;
  },
  remove: async (client, ids) => {
    const variables = { input: { labelIds: ids } };
    return (await client.mutate({ mutation: DeleteLabelsDocument, variables })).data?.done;
  },
  addMembers: async (client, id, { userIds, emails }) => {
    const variables = { input: { labelId: id, userIds, emails } };
    return (await client.mutate({ mutation: AddLabelMembersDocument, variables })).data?.done;
  },
  removeMembers: async (client, id, userIds) => {
    const variables = { input: { labelId: id, userIds } };
    return (await client.mutate({ mutation: RemoveLabelMembersDocument, variables })).data?.done;
  },
};
