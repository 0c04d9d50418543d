import { DateTime } from "@usher/schema/scalars";
import type { GraphQLSchema } from "graphql";
import { buildSchemaSync } from "type-graphql";
import { AcceptInvitationResolver } from "./invitations/accept-invitation.resolver.js";
import { InvitationFieldsResolver } from "./invitations/invitation-fields.resolver.js";
import { InviteResolver, PersonResultResolver } from "./invitations/invite.resolver.js";
import { ListInvitationsResolver } from "./invitations/list-invitations.resolver.js";
import { LinkResolver } from "./links/link.resolver.js";
import { SessionResolver } from "./sessions/session.resolver.js";
import { WorkspaceResolver } from "./workspaces/workspace.resolver.js";

/** The API: every resolver. */
export const makeSchema = (): GraphQLSchema =>
  buildSchemaSync({
    resolvers: [
      AcceptInvitationResolver,
      InvitationFieldsResolver,
      InviteResolver,
      LinkResolver,
      ListInvitationsResolver,
      PersonResultResolver,
      SessionResolver,
      WorkspaceResolver,
    ],
    scalarsMap: [{ type: Date, scalar: DateTime }],
    // the rules check what comes in, and say which field and why
    validate: false,
  });
