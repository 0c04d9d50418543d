import { useTranslation } from "react-i18next";
import { failureOf } from "../apollo/failure";
import type { UserErrorCode } from "../gql/graphql";

/** Of these the server's sentence says more: how many are left, and when to come back. */
const toldByServer = new Set<UserErrorCode>(["TOO_MANY_PEOPLE"]);

/** The sentence for a refusal. A code that this page does not know yet keeps the server's sentence. */
export function useErrorWords() {
  const { t, i18n } = useTranslation("errors");
  return (code: UserErrorCode, message?: string): string =>
    !message || (i18n.exists(`errors:${code}`) && !toldByServer.has(code)) ? t(code) : message;
}

/** What to say when a request failed as a whole: what happened, what was not harmed, what to do. */
export function useFailureWords() {
  const { t, i18n } = useTranslation("common");
  return (error: unknown): string => {
    const failure = failureOf(error);
    switch (failure.kind) {
      case "unreachable":
        return t("failure.unreachable");
      case "rate-limited": {
        if (failure.seconds === null) return t("failure.rateLimited");
        const minutes = failure.seconds > 90;
        const wait = new Intl.NumberFormat(i18n.language, {
          style: "unit",
          unit: minutes ? "minute" : "second",
          unitDisplay: "long",
        }).format(minutes ? Math.ceil(failure.seconds / 60) : Math.ceil(failure.seconds));
        return t("failure.rateLimitedFor", { wait });
      }
      case "forbidden":
        return t("failure.forbidden");
      case "not-found":
        return t("failure.notFound");
      case "signed-out":
        return t("failure.signedOut");
      case "bad-input":
        return t("failure.badInput");
      case "broken":
        return t("failure.broken");
    }
  };
}
