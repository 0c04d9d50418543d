import {
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  type SelectionSetNode,
} from "graphql";
import { fieldExtensionsEstimator, getComplexity, simpleEstimator } from "graphql-query-complexity";

/** Deep enough for the longest introspection query that tools send. */
const maxDepth = 16;
const maxAliases = 60;
/** What a page costs: `first` times what stands inside it. 100 people with all that hangs on them are about 3,000. */
const maxCost = 20_000;
const maxRootFields = 20;
export const maxTokens = 4_000;

const tooMuch = (message: string) =>
  new GraphQLError(message, { extensions: { code: "BAD_USER_INPUT", http: { status: 400 } } });

interface Size {
  depth: number;
  aliases: number;
  fields: number;
}

/** Throws BAD_USER_INPUT for an operation that asks for too much. Takes time linear in the document's length. */
export function limitQuery(
  schema: GraphQLSchema,
  document: DocumentNode,
  variables: Record<string, unknown>,
  operationName: string | null | undefined,
): void {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const known = new Map<string, Size>();
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    const size = measure(definition.selectionSet, fragments, known);
    if (size.depth > maxDepth)
      throw tooMuch(`The operation is nested deeper than ${maxDepth} levels. Ask in two steps.`);
    if (size.aliases > maxAliases) throw tooMuch(`The operation has more than ${maxAliases} aliases. Send several.`);
    if (definition.selectionSet.selections.length > maxRootFields) {
      throw tooMuch(`The operation has more than ${maxRootFields} fields at its top. Send several.`);
    }
  }
  let cost: number;
  try {
    cost = getComplexity({
      schema,
      query: document,
      variables: withoutLists(variables),
      ...(operationName ? { operationName } : {}),
      estimators: [fieldExtensionsEstimator(), pageEstimator, simpleEstimator({ defaultComplexity: 1 })],
    });
  } catch (error) {
    throw tooMuch(error instanceof Error ? error.message : "The operation cannot be measured.");
  }
  if (cost > maxCost)
    throw tooMuch(`The operation costs ${cost}, more than ${maxCost}. Ask for fewer fields or smaller pages.`);
}

/** No list decides what an answer costs, and measuring would read every cell of one a second time. */
function withoutLists(variables: Record<string, unknown>): Record<string, unknown> {
  const emptied = (value: unknown) => (Array.isArray(value) ? [] : value);
  const each = (from: object, change: (value: unknown) => unknown) =>
    Object.fromEntries(Object.entries(from).map(([name, value]) => [name, change(value)]));
  return each(variables, (value) =>
    typeof value === "object" && value !== null && !Array.isArray(value) ? each(value, emptied) : emptied(value),
  );
}

/** A list of `first` costs that many times its contents. */
const pageEstimator = ({ args, childComplexity }: { args: { first?: unknown }; childComplexity: number }) =>
  typeof args.first === "number" ? 1 + Math.min(Math.max(args.first, 1), 100) * childComplexity : undefined;

function measure(
  set: SelectionSetNode | undefined,
  fragments: Map<string, FragmentDefinitionNode>,
  known: Map<string, Size>,
): Size {
  const total: Size = { depth: 0, aliases: 0, fields: 0 };
  for (const selection of set?.selections ?? []) {
    const isField = selection.kind === Kind.FIELD;
    const inner =
      selection.kind === Kind.FRAGMENT_SPREAD
        ? measureFragment(selection.name.value, fragments, known)
        : measure(selection.selectionSet, fragments, known);
    total.depth = Math.max(total.depth, inner.depth + (isField ? 1 : 0));
    total.aliases += inner.aliases + (isField && selection.alias ? 1 : 0);
    total.fields += inner.fields + (isField ? 1 : 0);
  }
  return total;
}

function measureFragment(name: string, fragments: Map<string, FragmentDefinitionNode>, known: Map<string, Size>): Size {
  const measured = known.get(name);
  if (measured) return measured;
  // validation has refused cycles already; this only keeps a broken document from hanging here
  known.set(name, { depth: maxDepth + 1, aliases: 0, fields: 0 });
  const size = measure(fragments.get(name)?.selectionSet, fragments, known);
  known.set(name, size);
  return size;
}
