import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { EmptyState } from "../../ui/empty-state";
import { homes, type NameKindKey } from "./name-kinds";

/** In place of a page whose subject is deleted, merged into another, or was never to be seen. */
export function NameGone({ kind }: { kind: NameKindKey }) {
  const { t } = useTranslation("groups");
  const { t: tc } = useTranslation();
  const title = t(`${kind}.gone`);
  return (
    <>
      <title>{tc("pageTitle", { title })}</title>
      <EmptyState
        wholePage
        title={title}
        actions={
          <Button component={Link} to={homes[kind]} variant="default">
            {t(`${kind}.toList`)}
          </Button>
        }
      >
        {t("goneText")}
      </EmptyState>
    </>
  );
}
