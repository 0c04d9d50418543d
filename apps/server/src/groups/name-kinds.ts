import type { EntityTarget } from "typeorm";
import { Company } from "./company.entity.js";
import type { NamedKind } from "./find-or-create-names.js";
import { Group } from "./group.entity.js";
import { Label } from "./label.entity.js";
import { Team } from "./team.entity.js";

interface Rows {
  company: Company;
  group: Group;
  team: Team;
  label: Label;
}

/** A row of what people name: a company, group, team or label. */
export type NameRow<Kind extends NamedKind = NamedKind> = Rows[Kind];

export const tableOf: { readonly [Kind in NamedKind]: EntityTarget<NameRow<Kind>> } = {
  company: Company,
  group: Group,
  team: Team,
  label: Label,
};
