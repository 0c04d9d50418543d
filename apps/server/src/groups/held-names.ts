import { type EntityManager, In } from "typeorm";
import type { Ctx } from "../context.js";
import { rowsById } from "../mail/rows-by-id.js";
import { MergedName } from "./merged-name.entity.js";
import { type NameRow, type PersonalKind, tableOf } from "./name-kinds.js";

/**
 * The companies, teams or labels behind ids that users or invitations hold, by these ids: one that was merged is read as what
 * it went into, a deleted one is not there. One read; two more where something was merged.
 */
export async function heldNames<Kind extends PersonalKind>(
  read: EntityManager,
  kind: Kind,
  ids: Iterable<string>,
): Promise<Map<string, NameRow<Kind>>> {
  const wanted = [...new Set(ids)];
  const rows = await rowsById(read, tableOf[kind], wanted);
  const missing = wanted.filter((id) => !rows.has(id));
  if (missing.length === 0) return rows;
  const merged = await read.findBy(MergedName, { id: In(missing) });
  const targets = await rowsById(
    read,
    tableOf[kind],
    merged.map(({ intoId }) => intoId),
  );
  for (const { id, intoId } of merged) {
    const target = targets.get(intoId);
    if (target) rows.set(id, target);
  }
  return rows;
}

/** The one behind such an id; read together for all that a request asks about. */
export const heldName = <Kind extends PersonalKind>(
  ctx: Pick<Ctx, "read" | "loaders">,
  kind: Kind,
  id: string,
): Promise<NameRow<Kind> | null> =>
  ctx.loaders
    .named<string, NameRow<Kind> | null>(`held ${kind}`, async (ids) => {
      const rows = await heldNames(ctx.read, kind, ids);
      return ids.map((each) => rows.get(each) ?? null);
    })
    .load(id);

/** Where an invitation's company, team and label are found now: what was made of its person is to hold no former id. */
export async function presentNames(
  read: EntityManager,
  held: { companyId: string | null; teamId: string | null; labelId: string | null },
): Promise<typeof held> {
  const present = async (kind: PersonalKind, id: string | null) =>
    id && ((await heldNames(read, kind, [id])).get(id)?.id ?? null);
  return {
    companyId: await present("company", held.companyId),
    teamId: await present("team", held.teamId),
    labelId: await present("label", held.labelId),
  };
}
