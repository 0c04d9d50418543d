import { Button, Loader } from "@mantine/core";
import { IconArrowRight } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useDelayed } from "../../../ui/use-delayed";
import { FileDrop } from "../home/file-drop";
import { SampleFiles } from "../home/sample-files";
import { useChooseFile } from "../home/use-choose-file";
import { useWizard } from "../wizard/import-context";
import { StepActions } from "../wizard/step-actions";
import { StepHeader } from "../wizard/step-header";
import type { Open } from "../wizard/wizard-state";
import { FileNotices } from "./file-notices";
import { FileRefused } from "./file-refused";
import classes from "./file-step.module.css";
import { RawRows } from "./raw-rows";
import { ReadingForm } from "./reading-form";

/** The file, and how it was understood. */
export function FileStep() {
  const { t } = useTranslation("import");
  const wizard = useWizard();
  const choose = useChooseFile();
  switch (wizard.at) {
    case "open":
      return <Recognised wizard={wizard} onFile={choose} />;
    case "opening":
      return <Opening name={wizard.name} />;
    case "refused":
      return (
        <>
          <StepHeader title={t("file.refused", { name: wizard.name })} />
          <FileRefused problem={wizard.problem} />
          <FileDrop onFile={choose} title={t("file.chooseAnother")} compact />
          <SampleFiles />
        </>
      );
    default:
      return (
        <>
          <StepHeader title={t("file.choose")} lead={t("lead")} />
          <FileDrop onFile={choose} />
          <SampleFiles />
        </>
      );
  }
}

function Opening({ name }: { name: string }) {
  const { t } = useTranslation("import");
  const late = useDelayed(true);
  return (
    <>
      <StepHeader title={t("file.opening", { name })} />
      {late ? <Loader size="sm" type="dots" aria-hidden /> : null}
    </>
  );
}

function Recognised({ wizard, onFile }: { wizard: Open; onFile: (file: File) => void }) {
  const { t } = useTranslation("import");
  const { opened } = wizard;
  return (
    <>
      <StepHeader title={t("file.title")} lead={t("file.lead")} />
      <div className={classes.stack}>
        <FileNotices opened={opened} />
        <ReadingForm opened={opened} />
        <RawRows opened={opened} />
        <details className={classes.other}>
          <summary>{t("file.other")}</summary>
          <FileDrop onFile={onFile} title={t("file.chooseAnother")} compact />
        </details>
      </div>
      <StepActions>
        <Button component={Link} to="/import/columns" rightSection={<IconArrowRight size={16} aria-hidden />}>
          {t("file.next")}
        </Button>
      </StepActions>
    </>
  );
}
