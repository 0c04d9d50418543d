import {
  AddCompanyMembersInput,
  Company,
  CompanyConnection,
  CompanyPayload,
  CreateCompanyInput,
  DeleteCompaniesInput,
  MergeCompaniesInput,
  RemoveCompanyMembersInput,
  UpdateCompanyInput,
  loadedCompanyFields as words,
} from "@usher/schema/company";
import { SearchPageArgs } from "@usher/schema/connection";
import { AddMembersPayload, PeopleCount, PeopleMovedPayload, RemoveMembersPayload } from "@usher/schema/members";
import { Arg, Args, Ctx as Context, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import type { Ctx } from "../context.js";
import type { KeysetPage } from "../db/keyset.js";
import { addMembers } from "./add-members.js";
import { countPeople } from "./count-people.js";
import { createName } from "./create-name.js";
import { deleteNames } from "./delete-names.js";
import { findName } from "./find-name.js";
import { listNames } from "./list-names.js";
import { mergeNames } from "./merge-names.js";
import { removeMembers } from "./remove-members.js";
import { updateName } from "./update-name.js";

@Resolver(() => Company)
export class CompanyResolver {
  @Query(() => CompanyConnection, {
    description: "Companies of the workspace, by name. Those who may add people or see them.",
  })
  companies(@Args(() => SearchPageArgs) args: SearchPageArgs, @Context() ctx: Ctx): Promise<KeysetPage<Company>> {
    return listNames(ctx, "company", args);
  }

  @Query(() => Company, {
    nullable: true,
    description: "One of them; NOT_FOUND for an id of another workspace. Those who may add people or see them.",
  })
  company(@Arg("id", () => ID, { description: "A UUID." }) id: string, @Context() ctx: Ctx): Promise<Company> {
    return findName(ctx, "company", id);
  }

  @Mutation(() => CompanyPayload, { description: "Makes one. The founder and administrators." })
  async createCompany(
    @Arg("input", () => CreateCompanyInput) input: CreateCompanyInput,
    @Context() ctx: Ctx,
  ): Promise<CompanyPayload> {
    const { row, userErrors } = await createName(ctx, "company", input);
    return { company: row, userErrors };
  }

  @Mutation(() => CompanyPayload, { description: "Renames it. The founder and administrators." })
  async updateCompany(
    @Arg("input", () => UpdateCompanyInput) { companyId, ...changes }: UpdateCompanyInput,
    @Context() ctx: Ctx,
  ): Promise<CompanyPayload> {
    const { row, userErrors } = await updateName(ctx, "company", companyId, changes);
    return { company: row, userErrors };
  }

  @Mutation(() => PeopleMovedPayload, { description: "Makes one of several. The founder and administrators." })
  mergeCompanies(
    @Arg("input", () => MergeCompaniesInput) { companyIds, intoCompanyId }: MergeCompaniesInput,
    @Context() ctx: Ctx,
  ): Promise<PeopleMovedPayload> {
    return mergeNames(ctx, "company", companyIds, intoCompanyId);
  }

  @Mutation(() => PeopleMovedPayload, {
    description: "Deletes them, and nobody with them. The founder and administrators.",
  })
  deleteCompanies(
    @Arg("input", () => DeleteCompaniesInput) { companyIds }: DeleteCompaniesInput,
    @Context() ctx: Ctx,
  ): Promise<PeopleMovedPayload> {
    return deleteNames(ctx, "company", companyIds);
  }

  @Mutation(() => AddMembersPayload, {
    description: "Puts people who are here into it. The founder and administrators.",
  })
  addCompanyMembers(
    @Arg("input", () => AddCompanyMembersInput) { companyId, ...people }: AddCompanyMembersInput,
    @Context() ctx: Ctx,
  ): Promise<AddMembersPayload> {
    return addMembers(ctx, "company", companyId, people);
  }

  @Mutation(() => RemoveMembersPayload, { description: "Takes people out of it. The founder and administrators." })
  removeCompanyMembers(
    @Arg("input", () => RemoveCompanyMembersInput) { companyId, ...people }: RemoveCompanyMembersInput,
    @Context() ctx: Ctx,
  ): Promise<RemoveMembersPayload> {
    return removeMembers(ctx, "company", companyId, people);
  }

  @FieldResolver(() => PeopleCount, { nullable: true, description: words.people })
  people(@Root() { id }: Company, @Context() ctx: Ctx): Promise<PeopleCount | null> {
    return countPeople(ctx, "company", id);
  }
}
