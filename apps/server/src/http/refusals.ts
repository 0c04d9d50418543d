import { GraphQLError } from "graphql";

/** What a caller cannot mend by changing the input: top-level errors. Everything else is a userError with a path. */
const refusal = (code: string, message: string, status: number, more: Record<string, unknown> = {}) =>
  new GraphQLError(message, { extensions: { code, http: { status }, ...more } });

export const unauthenticated = () => refusal("UNAUTHENTICATED", "Sign in first.", 200);

/** `need`: what one would have to hold. */
export const forbidden = (need: string) =>
  refusal("FORBIDDEN", `You may not do this. It needs ${need}.`, 200, { need });

/** Also for what lies in another workspace: its existence is not told. */
export const notFound = (what: string) => refusal("NOT_FOUND", `There is no such ${what}.`, 200);

/** `retryAfter` in seconds. */
export const rateLimited = (retryAfter: number) =>
  refusal("RATE_LIMITED", `Too many attempts. Try again in ${retryAfter} s.`, 200, { retryAfter });

export const badUserInput = (message: string) => refusal("BAD_USER_INPUT", message, 200);
