import { Button } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../../i18n/format";
import type { LanguageCode } from "../../../i18n/languages";
import { saveFile } from "../../../ui/save-file";
import type { CheckReport, ProblemCount } from "../file/check-report";
import { makeErrorFile } from "../file/error-file";
import { FileProblemError } from "../file/file-problem";
import { choiceOf } from "../wizard/draft";
import { useInHand } from "../wizard/import-context";
import type { Open } from "../wizard/wizard-state";
import { ProblemGroup } from "./problem-group";
import { useProblemWords } from "./problem-words";
import classes from "./problems.module.css";

/** Rows that would be refused, grouped by what mends them. */
export function Problems({ wizard, report }: { wizard: Open; report: CheckReport }) {
  const { t, i18n } = useTranslation("import");
  const { number } = useFormat();
  const { wizard: desk } = useInHand();
  const words = useProblemWords();
  const [making, setMaking] = useState(false);
  const [opened, setOpened] = useState<string | null>(null);
  if (report.rowsWithProblems === 0) return null;

  async function download() {
    if (!desk.people) return;
    setMaking(true);
    try {
      const file = await makeErrorFile(desk.people, choiceOf(wizard.draft, ""), {
        language: i18n.language as LanguageCode,
        describe: (problem) => words.title(problem),
      });
      saveFile(file, t("problems.fileName", { name: withoutEnding(wizard.opened.name) }));
    } catch (error) {
      if (!(error instanceof FileProblemError)) throw error;
      desk.fail(error.problem);
    } finally {
      setMaking(false);
    }
  }

  return (
    <section aria-labelledby="problems">
      <div className={classes.head}>
        <h2 id="problems" className={classes.title}>
          {t("problems.title", { count: report.rowsWithProblems, number: number(report.rowsWithProblems) })}
        </h2>
        <Button
          variant="default"
          size="xs"
          leftSection={<IconDownload size={14} aria-hidden />}
          loading={making}
          onClick={() => void download()}
        >
          {t("problems.download", { count: report.rowsWithProblems, number: number(report.rowsWithProblems) })}
        </Button>
      </div>
      <p className={classes.lead}>{t("problems.lead")}</p>
      <ul className={classes.list}>
        {report.problems.map((problem) => {
          const key = keyOf(problem);
          return (
            <ProblemGroup
              key={key}
              wizard={wizard}
              problem={problem}
              isOpen={opened === key}
              onToggle={() => setOpened(opened === key ? null : key)}
            />
          );
        })}
      </ul>
    </section>
  );
}

const keyOf = ({ column, code, fileColumn }: ProblemCount) => `${column}.${fileColumn}.${code}`;

function withoutEnding(name: string) {
  return name.replace(/\.[a-z0-9]{1,4}$/i, "");
}
