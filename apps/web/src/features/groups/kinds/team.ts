import {
  AddTeamMembersDocument,
  CreateTeamDocument,
  DeleteTeamsDocument,
  MergeTeamsDocument,
  RemoveTeamMembersDocument,
  TeamListDocument,
  UpdateTeamDocument,
} from "../../../gql/graphql";
import type { PersonalNameKind } from "../name-kinds";

export const teamKind: PersonalNameKind = {
  key: "team",
  field: "teams",
  list: TeamListDocument,
  usersOf: (id) => ({ teamId: id }),
  create: async (client, { name, leaderEmail }) => {
    const variables = { input: { name, leaderEmail: leaderEmail || undefined } };
    return (await client.mutate({ mutation: CreateTeamDocument, variables })).data?.done;
  },
  rename: async (client, id, name) => {
    const variables = { input: { teamId: id, name } };
    return (await client.mutate({ mutation: UpdateTeamDocument, variables })).data?.done;
  },
  merge: async (client, ids, intoId) => {
    const variables = { input: { teamIds: ids, intoTeamId: intoId } };
    return (await client.mutate({ mutation: MergeTeamsDocument, variables })).data?.done;
  },
  remove: async (client, ids) => {
    const variables = { input: { teamIds: ids } };
    return (await client.mutate({ mutation: DeleteTeamsDocument, variables })).data?.done;
  },
  addMembers: async (client, id, { userIds, emails }) => {
    const variables = { input: { teamId: id, userIds, emails } };
    return (await client.mutate({ mutation: AddTeamMembersDocument, variables })).data?.done;
  },
  removeMembers: async (client, id, userIds) => {
    const variables = { input: { teamId: id, userIds } };
    return (await client.mutate({ mutation: RemoveTeamMembersDocument, variables })).data?.done;
  },
};
