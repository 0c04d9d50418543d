import { CombinedGraphQLErrors, ServerError, ServerParseError } from "@apollo/client/errors";

/** What a failed request was, apart from the refusals that come as `userErrors`. */
export type Failure =
  | { kind: "unreachable" }
  | { kind: "rate-limited"; seconds: number | null }
  | { kind: "forbidden" | "not-found" | "signed-out" | "bad-input" | "broken" };

const kinds: Record<string, Exclude<Failure["kind"], "unreachable" | "rate-limited">> = {
  UNAUTHENTICATED: "signed-out",
  FORBIDDEN: "forbidden",
  NOT_FOUND: "not-found",
  BAD_USER_INPUT: "bad-input",
};

export function failureOf(error: unknown): Failure {
  if (CombinedGraphQLErrors.is(error)) {
    const extensions = error.errors[0]?.extensions ?? {};
    if (extensions.code === "RATE_LIMITED") {
      const seconds = Number(extensions.retryAfter);
      return { kind: "rate-limited", seconds: Number.isFinite(seconds) && seconds > 0 ? seconds : null };
    }
    return { kind: kinds[String(extensions.code)] ?? "broken" };
  }
  if (ServerError.is(error) || ServerParseError.is(error)) {
    // A proxy in front answers so while the server restarts.
    return { kind: [502, 503, 504].includes(error.statusCode) ? "unreachable" : "broken" };
  }
  return { kind: "unreachable" };
}

/** Gone, or not for the viewer's eyes: of both a page says the same. */
export const isHidden = (error: unknown): boolean => ["not-found", "forbidden"].includes(failureOf(error).kind);
