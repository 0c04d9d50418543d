import { useMutation } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { CancelImportDocument } from "../../../gql/graphql";
import { useFormat } from "../../../i18n/format";
import { ConfirmDialog } from "../../../ui/confirm-dialog";
import { useErrorWords } from "../../../ui/error-words";
import { useInHand } from "../wizard/import-context";
import type { Report } from "./report-page";
import classes from "./report-progress.module.css";

/** Stops an import that is not finished. Who was invited stays invited, and the question says so. */
export function CancelImport({ report }: { report: Report }) {
  const { t } = useTranslation("import");
  const { number } = useFormat();
  const errorWords = useErrorWords();
  const navigate = useNavigate();
  const { wizard, upload } = useInHand();
  const [asked, { open, close }] = useDisclosure(false);
  const [cancel, { loading, error }] = useMutation(CancelImportDocument);
  const [refusal, setRefusal] = useState<string | null>(null);
  const { id, status, counts, totalRows, doneRows } = report;
  const before = status === "STAGING" || status === "PLANNING" || status === "PLANNED";
  if (!before && status !== "RUNNING" && status !== "SCHEDULED" && status !== "PAUSED") return null;

  async function confirm() {
    setRefusal(null);
    upload.stop(id);
    const { data } = await cancel({ variables: { input: { importId: id } } });
    const [refused] = data?.cancelImport.userErrors ?? [];
    if (refused) {
      setRefusal(errorWords(refused.code, refused.message));
      return;
    }
    close();
    if (!before) return;
    const inHand = wizard.current();
    const isMine = inHand.at === "open" && inHand.importId === id;
    await wizard.takeBack(id);
    // nobody was invited: the file and its columns are as they were
    if (isMine) await navigate("/import/check");
  }

  const left = totalRows - doneRows;
  return (
    <>
      <Button variant="default" onClick={open}>
        {t("cancel.open")}
      </Button>
      <ConfirmDialog
        opened={asked}
        title={t("cancel.title", { name: report.fileName })}
        action={t("cancel.action")}
        destructive
        busy={loading}
        error={error}
        onConfirm={() => void confirm().catch(() => {})}
        onClose={close}
      >
        {before
          ? t("cancel.before")
          : `${
              report.mode === "CREATE"
                ? t("cancel.created", { count: counts.created, number: number(counts.created) })
                : t("cancel.invited", { count: counts.invited, number: number(counts.invited) })
            } ${t("cancel.left", { count: left, number: number(left) })}`}
        {refusal ? (
          <p role="alert" className={classes.paused}>
            {refusal}
          </p>
        ) : null}
      </ConfirmDialog>
    </>
  );
}
