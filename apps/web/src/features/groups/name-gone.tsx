import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useViewer } from "../../apollo/viewer";
import { EmptyState } from "../../ui/empty-state";
import { homes, type NameKindKey } from "./name-kinds";

/** In place of a page whose subject is deleted, merged into another, or was never to be seen. */
export function NameGone({ kind }: { kind: NameKindKey }) {
  const { t } = useTranslation("groups");
  const { t: tc } = useTranslation();
  const { can } = useViewer();
  const title = t(`${kind}.gone`);
  const opensList = kind === "group" ? can.seeGroups : can.seeNames;
  return (
    <>
      <title>{tc("pageTitle", { title })}</title>
      <EmptyState
        wholePage
        title={title}
        actions={
          <Button component={Link} to={opensList ? homes[kind] : "/"} variant="default">
            {opensList ? t(`${kind}.toList`) : tc("notFound.home")}
          </Button>
        }
      >
        {t("goneText")}
      </EmptyState>
    </>
  );
}
