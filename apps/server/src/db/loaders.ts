import DataLoader from "dataloader";
import { type EntityManager, type EntityTarget, In, type ObjectLiteral } from "typeorm";

type WithId = ObjectLiteral & { id: string };

/** Batched reads for one request: each table is asked once, however many fields want a row of it. */
export interface Loaders {
  /** Rows by id; null where there is none. */
  byId<Entity extends WithId>(target: EntityTarget<Entity>): DataLoader<string, Entity | null>;
  /** A loader of the caller's own, made once a request under its name. */
  named<Key, Value>(name: string, batch: (keys: readonly Key[]) => Promise<Value[]>): DataLoader<Key, Value>;
}

export function makeLoaders(read: EntityManager): Loaders {
  const loaders = new Map<unknown, DataLoader<never, never>>();
  const once = <Key, Value>(name: unknown, batch: (keys: readonly Key[]) => Promise<Value[]>) => {
    const known = loaders.get(name) as DataLoader<Key, Value> | undefined;
    if (known) return known;
    const made = new DataLoader<Key, Value>(batch, { maxBatchSize: 1_000 });
    loaders.set(name, made as unknown as DataLoader<never, never>);
    return made;
  };
  return {
    named: once,
    byId: <Entity extends WithId>(target: EntityTarget<Entity>) =>
      once<string, Entity | null>(target, async (ids) => {
        const rows = await read.findBy(target, { id: In([...ids]) } as never);
        const byId = new Map(rows.map((row) => [row.id, row]));
        return ids.map((id) => byId.get(id) ?? null);
      }),
  };
}
