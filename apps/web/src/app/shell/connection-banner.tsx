import { useApolloClient } from "@apollo/client/react";
import { IconPlugConnectedX } from "@tabler/icons-react";
import { useEffect, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { connection } from "../../apollo/connection";
import classes from "./connection-banner.module.css";

/** Says that the server is out of reach, and goes on by itself once it is back. */
export function ConnectionBanner() {
  const { t } = useTranslation();
  const client = useApolloClient();
  const reachable = useSyncExternalStore(connection.subscribe, connection.isReachable);

  useEffect(() => {
    if (reachable) return;
    const timer = setInterval(async () => {
      const answer = await fetch("/healthz", { cache: "no-store" }).catch(() => null);
      if (!answer?.ok) return;
      connection.report(true);
      await client.refetchQueries({ include: "active" });
    }, 3000);
    return () => clearInterval(timer);
  }, [reachable, client]);

  return (
    <div role="status">
      {reachable ? null : (
        <div className={classes.banner}>
          <IconPlugConnectedX size={18} stroke={1.6} aria-hidden />
          {t("connectionLost")}
        </div>
      )}
    </div>
  );
}
