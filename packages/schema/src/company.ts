import "reflect-metadata";
import { Field, ID, ObjectType } from "type-graphql";
import { connectionOf } from "./connection.js";

@ObjectType({ description: "The organisation that a person works for." })
export class Company {
  @Field(() => ID, { description: "A UUID." })
  id!: string;

  @Field(() => String, {
    description: "At most 100 characters. Unique in the workspace, whatever the case and accents.",
  })
  name!: string;
}

export const CompanyConnection = connectionOf(Company);
