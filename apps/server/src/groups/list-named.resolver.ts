import { Company, CompanyConnection } from "@usher/schema/company";
import { SearchPageArgs } from "@usher/schema/connection";
import { Group, GroupConnection } from "@usher/schema/group";
import { Label, LabelConnection } from "@usher/schema/label";
import { Team, TeamConnection } from "@usher/schema/team";
import { Args, Ctx as Context, Query, Resolver } from "type-graphql";
import type { Ctx } from "../context.js";
import type { KeysetPage } from "../db/keyset.js";
import { Company as CompanyRow } from "./company.entity.js";
import { Group as GroupRow } from "./group.entity.js";
import { Label as LabelRow } from "./label.entity.js";
import { listNamed } from "./list-named.js";
import { Team as TeamRow } from "./team.entity.js";

const allowed = "By name. Those who may add people or see them.";

/** What people are put into: each a list by name, with a search for the form that picks one. */
@Resolver()
export class ListNamedResolver {
  @Query(() => GroupConnection, { description: `Groups of the workspace. ${allowed}` })
  groups(@Args(() => SearchPageArgs) args: SearchPageArgs, @Context() ctx: Ctx): Promise<KeysetPage<Group>> {
    return listNamed(ctx, GroupRow, "groups", args);
  }

  @Query(() => CompanyConnection, { description: `Companies of the workspace. ${allowed}` })
  companies(@Args(() => SearchPageArgs) args: SearchPageArgs, @Context() ctx: Ctx): Promise<KeysetPage<Company>> {
    return listNamed(ctx, CompanyRow, "companies", args);
  }

  @Query(() => TeamConnection, { description: `Teams of the workspace. ${allowed}` })
  teams(@Args(() => SearchPageArgs) args: SearchPageArgs, @Context() ctx: Ctx): Promise<KeysetPage<Team>> {
    return listNamed(ctx, TeamRow, "teams", args);
  }

  @Query(() => LabelConnection, { description: `Labels of the workspace. ${allowed}` })
  labels(@Args(() => SearchPageArgs) args: SearchPageArgs, @Context() ctx: Ctx): Promise<KeysetPage<Label>> {
    return listNamed(ctx, LabelRow, "labels", args);
  }
}
