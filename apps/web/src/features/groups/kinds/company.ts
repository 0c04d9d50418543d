import {
  AddCompanyMembersDocument,
  CompanyListDocument,
  CreateCompanyDocument,
  DeleteCompaniesDocument,
  MergeCompaniesDocument,
  RemoveCompanyMembersDocument,
  UpdateCompanyDocument,
} from "../../../gql/graphql";
import type { PersonalNameKind } from "../name-kinds";

export const companyKind: PersonalNameKind = {
  key: "company",
  field: "companies",
  list: CompanyListDocument,
  usersOf: (id) => ({ companyId: id }),
  create: async (client, { name }) => {
    const variables = { input: { name } };
    return (await client.mutate({ mutation: CreateCompanyDocument, variables })).data?.done;
  },
  rename: async (client, id, name) => {
    const variables = { input: { companyId: id, name } };
    return (await client.mutate({ mutation: UpdateCompanyDocument, variables })).data?.done;
  },
  merge: async (client, ids, intoId) => {
    const variables = { input: { companyIds: ids, intoCompanyId: intoId } };
    return (await client.mutate({ mutation: MergeCompaniesDocument, variables })).data?.done;
  },
  remove: async (client, ids) => {
    const variables = { input: { companyIds: ids } };
    return (await client.mutate({ mutation: DeleteCompaniesDocument, variables })).data?.done;
  },
  addMembers: async (client, id, { userIds, emails }) => {
    const variables = { input: { companyId: id, userIds, emails } };
    return (await client.mutate({ mutation: AddCompanyMembersDocument, variables })).data?.done;
  },
  removeMembers: async (client, id, userIds) => {
    const variables = { input: { companyId: id, userIds } };
    return (await client.mutate({ mutation: RemoveCompanyMembersDocument, variables })).data?.done;
  },
};
