import { useQuery } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useViewer } from "../../apollo/viewer";
import { FoundershipTransferDocument } from "../../gql/graphql";
import { useFormat } from "../../i18n/format";
import { personName } from "../../ui/person-name";
import classes from "./transfer-notice.module.css";

/** Whoever has Home open hears of an offer within this time, and at once on coming back to the window. */
const every = 20_000;

/** For the one to whom the workspace was offered, as long as the offer is open. */
export function TransferNotice() {
  const { t } = useTranslation("permissions");
  const format = useFormat();
  const { user, workspace } = useViewer();
  const { data, refetch } = useQuery(FoundershipTransferDocument, {
    fetchPolicy: "cache-and-network",
    pollInterval: every,
    skipPollAttempt: () => document.visibilityState !== "visible",
  });
  useEffect(() => {
    const onReturn = () => void refetch().catch(() => undefined);
    window.addEventListener("focus", onReturn);
    return () => window.removeEventListener("focus", onReturn);
  }, [refetch]);
  const transfer = data?.foundershipTransfer;
  if (transfer?.to?.id !== user.id) return null;
  const name = transfer.from ? personName(transfer.from) : t("answer.founder");
  return (
    <section className={classes.notice} aria-label={t("transfer.title")}>
      <div>
        <strong>{t("notice.text", { name, workspace: workspace.name })}</strong>
        <span className={classes.until}>{t("notice.until", { time: format.dateTime(transfer.expiresAt) })}</span>
      </div>
      <Button component={Link} to="/permissions/transfer" variant="default">
        {t("notice.open")}
      </Button>
    </section>
  );
}
