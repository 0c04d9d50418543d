import { useTranslation } from "react-i18next";
import type { ImportFieldsFragment, ImportStatus } from "../../../gql/graphql";
import { Mark, type MarkKind } from "../../../ui/mark";

const kinds: Record<ImportStatus, MarkKind> = {
  STAGING: "warn",
  PLANNING: "busy",
  PLANNED: "warn",
  SCHEDULED: "quiet",
  RUNNING: "busy",
  PAUSED: "warn",
  CANCELLED: "quiet",
  DONE: "good",
  FAILED: "bad",
  UNDOING: "busy",
  UNDONE: "quiet",
};

export function ImportState({ of: { status } }: { of: Pick<ImportFieldsFragment, "status"> }) {
  const { t } = useTranslation("import");
  return (
    <Mark kind={kinds[status]} soft>
      {t(`status.${status}`)}
    </Mark>
  );
}
