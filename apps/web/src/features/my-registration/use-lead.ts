import { useTranslation } from "react-i18next";
import { useLocation } from "react-router";
import { useViewer } from "../../apollo/viewer";
import { useFormat } from "../../i18n/format";
import type { OwnIdentity } from "./use-own-identity";

/** How far it is and what comes next, in a sentence or two. Says that a mail comes only where one is sent. */
export function useLead(identity: OwnIdentity | undefined): string | null {
  const { t } = useTranslation("own");
  const { mustRegister, user, workspace: settings } = useViewer();
  const { state } = useLocation();
  const format = useFormat();
  if (!identity) return null;
  const workspace = settings.name;
  const isTold = settings.mailDelivery !== "NONE" && user.email !== null;
  switch (identity.status) {
    case "NONE":
    case "DRAFT":
      if (user.userType === "FOUNDER") return state?.founded ? t("lead.founded", { workspace }) : t("lead.founder");
      return mustRegister ? t("lead.required", { workspace }) : t("lead.asked", { workspace });
    case "SUBMITTED": {
      const time = identity.submittedAt ? format.dateTime(identity.submittedAt) : "";
      return `${t("lead.submitted", { workspace, time })} ${isTold ? t("lead.byMail") : t("lead.comeBack")}`;
    }
    case "REJECTED":
      return t("lead.rejected", { count: identity.reasons.length, number: format.number(identity.reasons.length) });
    case "VALIDATED":
      return identity.decidedAt ? t("lead.validated", { time: format.dateTime(identity.decidedAt) }) : null;
  }
}
