import { Button } from "@mantine/core";
import { IconAlertCircle } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../ui/empty-state";

/** A page that broke, or a part of the app that could not be fetched (a newer version was installed meanwhile). */
export function RouteErrorPage() {
  const { t } = useTranslation();
  return (
    <>
      <title>{t("pageTitle", { title: t("pageBroke.title") })}</title>
      <EmptyState
        wholePage
        icon={<IconAlertCircle size={22} stroke={1.5} />}
        title={t("pageBroke.title")}
        actions={<Button onClick={() => window.location.reload()}>{t("pageBroke.reload")}</Button>}
      >
        {t("pageBroke.text")}
      </EmptyState>
    </>
  );
}
