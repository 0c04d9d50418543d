import "reflect-metadata";
import { Field, ID, InputType, ObjectType } from "type-graphql";
import { connectionOf } from "./connection.js";
import { MembersInput } from "./members.js";
import { UserError } from "./user-error.js";

@ObjectType({ description: "An organisation that people of the workspace work for." })
export class Company {
  @Field(() => ID, { description: "A UUID." })
  id!: string;

  @Field(() => String, {
    description: "At most 100 characters. Unique in the workspace, whatever the case and accents.",
  })
  name!: string;
}

/** Fields that the server loads only when asked for; their words stay here with the others. */
export const loadedCompanyFields = {
  people: "How many users work for it; null for those who may not see users.",
} as const;

export const CompanyConnection = connectionOf(Company);

@InputType({ description: "A new company." })
export class CreateCompanyInput {
  @Field(() => String, { description: "1 to 100 characters; no other company is called so." })
  name!: string;
}

@InputType({ description: "What to change about a company." })
export class UpdateCompanyInput {
  @Field(() => ID, { description: "Which. One of another workspace is a top-level NOT_FOUND." })
  companyId!: string;

  @Field(() => String, { description: "1 to 100 characters; no other company is called so." })
  name!: string;
}

@ObjectType({ description: "The company as it is now." })
export class CompanyPayload {
  @Field(() => Company, { nullable: true, description: "null when refused; nothing was changed then." })
  company!: Company | null;

  @Field(() => [UserError], { description: "REQUIRED, TOO_LONG; NAME_TAKEN: merge the two instead." })
  userErrors!: UserError[];
}

@InputType({ description: "Companies that are really one." })
export class MergeCompaniesInput {
  @Field(() => [ID], { description: "Those that go, 1 to 100: their people and open invitations move." })
  companyIds!: string[];

  @Field(() => ID, { description: "The one that stays, with its name." })
  intoCompanyId!: string;
}

@InputType({ description: "Companies to delete." })
export class DeleteCompaniesInput {
  @Field(() => [ID], { description: "1 to 100. Their people stay, without a company." })
  companyIds!: string[];
}

@InputType({ description: "People who work for this company from now on, wherever they did before." })
export class AddCompanyMembersInput extends MembersInput {
  @Field(() => ID, { description: "The company." })
  companyId!: string;
}

@InputType({ description: "People who work for this company no longer." })
export class RemoveCompanyMembersInput {
  @Field(() => ID, { description: "The company." })
  companyId!: string;

  @Field(() => [ID], { description: "Users, at most 1,000; who is not in it is passed over." })
  userIds!: string[];
}
