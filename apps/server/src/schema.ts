import { DateTime } from "@usher/schema/scalars";
import type { GraphQLSchema } from "graphql";
import { buildSchemaSync } from "type-graphql";
import { SessionResolver } from "./sessions/session.resolver.js";
import { WorkspaceResolver } from "./workspaces/workspace.resolver.js";

/** The API: every resolver. */
export const makeSchema = (): GraphQLSchema =>
  buildSchemaSync({
    resolvers: [SessionResolver, WorkspaceResolver],
    scalarsMap: [{ type: Date, scalar: DateTime }],
    // the rules check what comes in, and say which field and why
    validate: false,
  });
