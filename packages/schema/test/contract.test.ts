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
  lexicographicSortSchema,
  parse,
  printSchema,
  printType,
  visit,
} from "graphql";

// sorted as the emitted one, so that a field with arguments reads the same
const contract = lexicographicSortSchema(buildContract(readFileSync(join(__dirname, "contract.graphql"), "utf8")));

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
      for (const arg of field.args) {
        // an input's own type says what it is
        if (!arg.description && arg.name !== "input") missing.push(`${type.name}.${field.name}(${arg.name})`);
      }
    }
  }
  if (isInputObjectType(type)) {
    for (const field of Object.values(type.getFields()))
      if (!field.description) missing.push(`${type.name}.${field.name}`);
  }
  return missing;
}

describe("the schema's types", () => {
  // what the server emits; that it is current is checked where the server is built
  const built = buildContract(readFileSync(join(__dirname, "../schema.graphql"), "utf8"));
  const bare = buildASTSchema(
    visit(parse(printSchema(built)), {
      enter: (node) => ("description" in node ? { ...node, description: undefined } : undefined),
    }),
  );

  it.each(ownTypes(contract).map((type) => [type.name, type] as const))(
    "hold all of the contract's %s",
    (name, type) => {
      const ours = bare.getType(name);
      expect(ours ? lines(ours) : []).toEqual(expect.arrayContaining(lines(type)));
    },
  );

  it("say what everything is: types, fields, arguments, enum values", () => {
    // the roots themselves are nobody's to describe
    const described = ownTypes(built).flatMap(undescribed);
    expect(described.filter((name) => name !== "Query" && name !== "Mutation")).toEqual([]);
  });
});
