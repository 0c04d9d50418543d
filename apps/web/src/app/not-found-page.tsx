import { Button } from "@mantine/core";
import { IconMapOff } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { EmptyState } from "../ui/empty-state";

export function NotFoundPage() {
  const { t } = useTranslation();
  return (
    <>
      <title>{t("pageTitle", { title: t("notFound.title") })}</title>
      <EmptyState
        wholePage
        icon={<IconMapOff size={22} stroke={1.5} />}
        title={t("notFound.title")}
        actions={
          <Button component={Link} to="/">
            {t("notFound.home")}
          </Button>
        }
      >
        {t("notFound.text")}
      </EmptyState>
    </>
  );
}
