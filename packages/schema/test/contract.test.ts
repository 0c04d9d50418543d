import "reflect-metadata";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  buildASTSchema,
  buildSchema as buildContract,
  type GraphQLNamedType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
  parse,
  printSchema,
  printType,
  visit,
} from "graphql";
import { buildSchema } from "type-graphql";
import { DateTime } from "../src/scalars.js";
import { everyOperation } from "./every-operation.js";

const contract = buildContract(readFileSync(join(__dirname, "contract.graphql"), "utf8"));

const ownTypes = (schema: GraphQLSchema) =>
  Object.values(schema.getTypeMap()).filter((type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type));

/** One line a field or value, so that more of them may come and none may go or change. */
const lines = (type: GraphQLNamedType) =>
  printType(type)
    .split("\n")
    .map((line) => line.replace(/ @specifiedBy\(.*\)/, ""));

function undescribed(type: GraphQLNamedType): string[] {
  const missing = type.description ? [] : [type.name];
  if (isEnumType(type)) {
    for (const value of type.getValues()) if (!value.description) missing.push(`${type.name}.${value.name}`);
  }
  if (isObjectType(type) || isInterfaceType(type)) {
    for (const field of Object.values(type.getFields())) {
      if (!field.description) missing.push(`${type.name}.${field.name}`);
      for (const arg of field.args) if (!arg.description) missing.push(`${type.name}.${field.name}(${arg.name})`);
    }
  }
  if (isInputObjectType(type)) {
    for (const field of Object.values(type.getFields()))
      if (!field.description) missing.push(`${type.name}.${field.name}`);
  }
  return missing;
}

describe("the schema's types", () => {
  let built: GraphQLSchema;
  let bare: GraphQLSchema;

  beforeAll(async () => {
    built = await buildSchema({
      resolvers: everyOperation,
      scalarsMap: [{ type: Date, scalar: DateTime }],
    });
    bare = buildASTSchema(
      visit(parse(printSchema(built)), {
        enter: (node) => ("description" in node ? { ...node, description: undefined } : undefined),
      }),
    );
  });

  it.each(ownTypes(contract).map((type) => [type.name, type] as const))(
    "hold all of the contract's %s",
    (name, type) => {
      const ours = bare.getType(name);
      expect(ours ? lines(ours) : []).toEqual(expect.arrayContaining(lines(type)));
    },
  );

  it("say what everything is: types, fields, arguments, enum values", () => {
    const roots = new Set(["Query", "Mutation"]);
    expect(
      ownTypes(built)
        .flatMap(undescribed)
        .filter((name) => !roots.has(name)),
    ).toEqual([]);
  });
});
