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

/** Those of which a person has one at most, in a column of the user's own. */
export type PersonalKind = Exclude<NamedKind, "group">;

/** The column that holds which one, and the index in which those of one stand together. */
export const columnOf = {
  company: { property: "companyId", index: "users_company" },
  team: { property: "teamId", index: "users_team" },
  label: { property: "labelId", index: "users_label" },
} as const satisfies Record<PersonalKind, object>;

/** What the inputs that merge and delete call them. */
export const inputOf = {
  company: { ids: "companyIds", into: "intoCompanyId" },
  group: { ids: "groupIds", into: "intoGroupId" },
  team: { ids: "teamIds", into: "intoTeamId" },
  label: { ids: "labelIds", into: "intoLabelId" },
} as const satisfies Record<NamedKind, object>;
