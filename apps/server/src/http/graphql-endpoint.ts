import { ApolloServer, type ApolloServerPlugin } from "@apollo/server";
import { ApolloServerPluginLandingPageDisabled } from "@apollo/server/plugin/disabled";
import { expressMiddleware } from "@as-integrations/express5";
import type { RequestHandler } from "express";
import { GraphQLError, type GraphQLFormattedError, type GraphQLSchema } from "graphql";
import type { Logger } from "pino";
import type { Ctx, RequestFacts } from "../context.js";
import { limitQuery, maxTokens } from "./query-limits.js";
import { requestFacts } from "./request-facts.js";

/** The codes that a top-level error may have. */
const codes = new Set(["UNAUTHENTICATED", "FORBIDDEN", "NOT_FOUND", "RATE_LIMITED", "BAD_USER_INPUT", "INTERNAL"]);

/** Codes of the GraphQL library that speak of what the caller sent. */
const callersFault = new Set([
  "GRAPHQL_PARSE_FAILED",
  "GRAPHQL_VALIDATION_FAILED",
  "BAD_REQUEST",
  "OPERATION_RESOLUTION_FAILURE",
  "PERSISTED_QUERY_NOT_FOUND",
  "PERSISTED_QUERY_NOT_SUPPORTED",
]);

export interface GraphqlEndpoint {
  handler: RequestHandler;
  /** Lets running operations finish. */
  stop(): Promise<void>;
}

export async function graphqlEndpoint(options: {
  schema: GraphQLSchema;
  log: Logger;
  isSecure: boolean;
  makeContext: (facts: RequestFacts, acceptsLanguages: (offered: string[]) => string | false) => Promise<Ctx>;
}): Promise<GraphqlEndpoint> {
  const { schema, log, isSecure, makeContext } = options;
  const apollo = new ApolloServer<Ctx>({
    schema,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens },
    logger: log as never,
    plugins: [ApolloServerPluginLandingPageDisabled(), limits(schema)],
    formatError: (formatted, error) => formatError(formatted, error, log),
  });
  await apollo.start();
  const handler = expressMiddleware(apollo, {
    context: async ({ req, res }) => {
      const facts = requestFacts(req, res, isSecure);
      return makeContext(facts, (offered) => req.acceptsLanguages(offered));
    },
  });
  return { handler, stop: () => apollo.stop() };
}

const limits = (schema: GraphQLSchema): ApolloServerPlugin<Ctx> => ({
  async requestDidStart() {
    return {
      async didResolveOperation({ document, request }) {
        limitQuery(schema, document, request.variables ?? {}, request.operationName);
      },
    };
  },
});

/** Lets through what was meant for the caller; everything else is INTERNAL outside and logged inside. */
function formatError(formatted: GraphQLFormattedError, error: unknown, log: Logger): GraphQLFormattedError {
  const code = String(formatted.extensions?.code ?? "");
  if (callersFault.has(code)) return { ...formatted, extensions: { code: "BAD_USER_INPUT" } };
  if (codes.has(code)) return formatted;
  const cause = error instanceof GraphQLError ? (error.originalError ?? error) : error;
  log.error({ err: cause, path: formatted.path }, "an operation failed");
  return {
    message: "Something went wrong on the server. Nothing of this call was kept half done. Try again later.",
    ...(formatted.path ? { path: formatted.path } : {}),
    extensions: { code: "INTERNAL" },
  };
}
