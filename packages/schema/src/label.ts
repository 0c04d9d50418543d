import "reflect-metadata";
import { Field, ID, ObjectType } from "type-graphql";
import { connectionOf } from "./connection.js";

@ObjectType({ description: "A mark of the administrators' own, to find people by. A person has one at most." })
export class Label {
  @Field(() => ID, { description: "A UUID." })
  id!: string;

  @Field(() => String, {
    description: "At most 100 characters. Unique in the workspace, whatever the case and accents.",
  })
  name!: string;
}

export const LabelConnection = connectionOf(Label);
