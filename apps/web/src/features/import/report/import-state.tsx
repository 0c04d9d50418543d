import { useTranslation } from "react-i18next";
import type { ImportFieldsFragment, ImportStatus } from "../../../gql/graphql";
import { Mark, type MarkKind } from "../../../ui/mark";
import { useUpload } from "../wizard/import-context";

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

export function ImportState({ of: { id, status } }: { of: Pick<ImportFieldsFragment, "id" | "status"> }) {
  const { t } = useTranslation("import");
  const upload = useUpload(id);
  if (status === "STAGING" && upload && upload.at !== "stopped") {
    return (
      <Mark kind="busy" soft>
        {t("progress.state")}
      </Mark>
    );
  }
  return (
    <Mark kind={kinds[status]} soft>
      {t(`status.${status}`)}
    </Mark>
  );
}
