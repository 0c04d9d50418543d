import {
  astFromValue,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
  isObjectType,
  print,
} from "graphql";

export interface Operation {
  readonly name: string;
  readonly isMutation: boolean;
  /** Calls it with variables named as its arguments; asks for what was refused, in whole or of one of several, a list's ids, else for nothing. */
  readonly document: string;
  /** The same with another selection. */
  asking(selection: string): string;
  /** Where its arguments take an id, such as "input.filter.importId". */
  readonly idPaths: readonly string[];
}

/** Every operation that the schema offers. */
export function operationsOf(schema: GraphQLSchema): Operation[] {
  const of = (type: "query" | "mutation") =>
    Object.values((type === "query" ? schema.getQueryType() : schema.getMutationType())?.getFields() ?? {}).map(
      (field): Operation => ({
        name: field.name,
        isMutation: type === "mutation",
        document: documentFor(type, field, selectionOf(getNamedType(field.type))),
        asking: (selection) => documentFor(type, field, selection),
        idPaths: field.args.flatMap((arg) => idPaths(arg)),
      }),
    );
  return [...of("query"), ...of("mutation")];
}

function documentFor(type: "query" | "mutation", field: GraphQLField<unknown, unknown>, selection: string): string {
  const declared = field.args.map((arg) => `$${arg.name}: ${arg.type}${defaultOf(arg)}`).join(", ");
  const passed = field.args.map((arg) => `${arg.name}: $${arg.name}`).join(", ");
  const call = `${field.name}${passed && `(${passed})`}`;
  return `${type} ${declared && `(${declared})`} { ${call} ${selection} }`;
}

function selectionOf(answer: GraphQLNamedType): string {
  if (!isObjectType(answer)) return "";
  const fields = answer.getFields();
  const results = fields.results ? " results { errors { code path } }" : "";
  if (fields.userErrors) return `{ userErrors { code path }${results} }`;
  return fields.nodes ? "{ totalCount nodes { id } }" : "{ __typename }";
}

function defaultOf({ defaultValue, type }: GraphQLArgument): string {
  const literal = defaultValue === undefined ? null : astFromValue(defaultValue, type);
  return literal ? ` = ${print(literal)}` : "";
}

function idPaths({ name, type }: GraphQLArgument | GraphQLInputField): string[] {
  const inner: GraphQLInputType = getNamedType(type);
  if (isInputObjectType(inner)) {
    return Object.values(inner.getFields())
      .flatMap((field) => idPaths(field))
      .map((path) => `${name}.${path}`);
  }
  return inner.name === "ID" ? [name] : [];
}
