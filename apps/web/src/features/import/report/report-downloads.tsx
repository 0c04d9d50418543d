import { useApolloClient } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { isIdentityColumn, isImportColumn } from "@usher/rules/columns";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { ImportRowsDocument, type PersonOutcome } from "../../../gql/graphql";
import { useFormat } from "../../../i18n/format";
import type { LanguageCode } from "../../../i18n/languages";
import { useFailureWords } from "../../../ui/error-words";
import { saveFile } from "../../../ui/save-file";
import { useColumnWords } from "../steps/column-words";
import { useProblemWords } from "../steps/problem-words";
import { isUnderWay } from "./is-under-way";
import { makeReportFile } from "./make-report-file";
import classes from "./report-downloads.module.css";
import type { Report } from "./report-page";

/** The report as a file, and the refused rows as one that can be mended and imported again. */
export function ReportDownloads({ report }: { report: Report }) {
  const { t, i18n } = useTranslation("import");
  const { number } = useFormat();
  const client = useApolloClient();
  const words = useProblemWords();
  const columnWords = useColumnWords();
  const failureWords = useFailureWords();
  const [making, setMaking] = useState<{ which: "all" | "refused"; rows: number } | null>(null);
  const [error, setError] = useState<unknown>(null);
  const stop = useRef<AbortController>(null);
  useEffect(() => () => stop.current?.abort(), []);
  if (isUnderWay(report) || report.counts.total === 0) return null;

  async function download(which: "all" | "refused") {
    const stopping = new AbortController();
    stop.current = stopping;
    setError(null);
    setMaking({ which, rows: 0 });
    const outcome: PersonOutcome | null = which === "refused" ? "REJECTED" : null;
    try {
      const file = await makeReportFile({
        columns: report.columns.map((name) => (name && isImportColumn(name) ? name : null)),
        forMending: which === "refused",
        language: i18n.language as LanguageCode,
        words: {
          column: columnWords,
          row: t("problems.row"),
          outcome: t("report.outcome"),
          outcomeOf: (found) => t(`rowOutcome.${found}`),
          problem: ({ code, message, path }) =>
            words.title({ column: path.find(isImportColumn) ?? null, code }, message),
        },
        async page(after) {
          const { data } = await client.query({
            query: ImportRowsDocument,
            variables: { id: report.id, first: 100, after, outcome },
            fetchPolicy: "no-cache",
          });
          return data?.import?.rows ?? null;
        },
        onProgress: (rows) => setMaking({ which, rows }),
        signal: stopping.signal,
      });
      saveFile(
        file,
        t(which === "refused" ? "report.refusedName" : "report.fileName", { name: baseOf(report.fileName) }),
      );
    } catch (failure) {
      if (!stopping.signal.aborted) setError(failure);
    } finally {
      if (!stopping.signal.aborted) setMaking(null);
    }
  }

  const { rejected } = report.counts;
  const hasIdentities = report.columns.some((name) => name && isImportColumn(name) && isIdentityColumn(name));
  return (
    <div>
      <div className={classes.row}>
        {rejected > 0 ? (
          <Button
            variant="default"
            leftSection={<IconDownload size={16} aria-hidden />}
            disabled={making !== null}
            onClick={() => void download("refused")}
          >
            {t("report.downloadRefused", { count: rejected, number: number(rejected) })}
          </Button>
        ) : null}
        <Button
          variant="default"
          leftSection={<IconDownload size={16} aria-hidden />}
          disabled={making !== null}
          onClick={() => void download("all")}
        >
          {t("report.download")}
        </Button>
        <span role="status" className={classes.said}>
          {making ? t("report.downloading", { number: number(making.rows) }) : null}
        </span>
      </div>
      {rejected > 0 ? <p className={classes.help}>{t("report.refusedHelp")}</p> : null}
      {hasIdentities ? <p className={classes.help}>{t("report.identityHelp")}</p> : null}
      {error ? (
        <p role="alert" className={classes.error}>
          {failureWords(error)}
        </p>
      ) : null}
    </div>
  );
}

function baseOf(name: string) {
  return name.replace(/\.[a-z0-9]{1,4}$/i, "");
}
