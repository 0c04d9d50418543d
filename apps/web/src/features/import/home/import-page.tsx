import { useTranslation } from "react-i18next";
import { useViewer } from "../../../apollo/viewer";
import { PageHeader } from "../../../ui/page-header";
import { useWake } from "../wizard/use-wake";
import { FileDrop } from "./file-drop";
import { ImportList } from "./import-list";
import classes from "./import-page.module.css";
import { InTheMaking } from "./in-the-making";
import { MayNotImport } from "./may-not-import";
import { SampleFiles } from "./sample-files";
import { useChooseFile } from "./use-choose-file";

/** Where an import begins, and where earlier ones are found (F29). */
export function ImportPage() {
  const { t } = useTranslation("import");
  const { can } = useViewer();
  return (
    <div className={classes.page}>
      <PageHeader title={t("title")} lead={can.importFiles ? t("lead") : undefined} />
      <div className={classes.stack}>
        {can.importFiles ? <Begin /> : <MayNotImport />}
        {can.seeImports ? <ImportList whereAny={!can.importFiles} /> : null}
      </div>
    </div>
  );
}

function Begin() {
  useWake();
  const choose = useChooseFile();
  return (
    <>
      <InTheMaking />
      <div>
        <FileDrop onFile={choose} />
        <SampleFiles />
      </div>
    </>
  );
}
