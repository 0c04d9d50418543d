import { registerEnumType } from "type-graphql";

/**
 * An enum whose values are called the same in the API, in TypeScript and in the database.
 * The values' descriptions are asked for by their type, so none can be forgotten.
 */
export function enumOf<Value extends string>(
  name: string,
  description: string,
  values: Record<Value, string>,
): { readonly [V in Value]: V } {
  const names = Object.keys(values) as Value[];
  const registered = Object.fromEntries(names.map((value) => [value, value])) as { readonly [V in Value]: V };
  registerEnumType<Record<Value, Value>>(registered, {
    name,
    description,
    valuesConfig: Object.fromEntries(names.map((value) => [value, { description: values[value] }])) as Record<
      Value,
      { description: string }
    >,
  });
  return registered;
}

/** The union of an enum's values as the server holds them. */
export type ValueOf<Enum> = Enum[keyof Enum];
