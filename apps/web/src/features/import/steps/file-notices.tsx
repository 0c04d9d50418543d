import { Button } from "@mantine/core";
import { IconInfoCircle } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../../i18n/format";
import type { FileNotice } from "../file/file-problem";
import type { OpenedFile } from "../file/opened-file";
import { useInHand } from "../wizard/import-context";
import { useOffice } from "../wizard/use-office";
import { columnNumber } from "./column-name";
import classes from "./file-notices.module.css";

/** What is odd about the file, though it can be used. */
export function FileNotices({ opened }: { opened: OpenedFile }) {
  if (opened.notices.length === 0) return null;
  return (
    <ul className={classes.list}>
      {opened.notices.map((notice) => (
        <li key={JSON.stringify(notice)}>
          <IconInfoCircle size={18} stroke={1.7} aria-hidden className={classes.icon} />
          <NoticeWords notice={notice} />
        </li>
      ))}
    </ul>
  );
}

function NoticeWords({ notice }: { notice: FileNotice }) {
  const { t } = useTranslation("import");
  const format = useFormat();
  const { wizard } = useInHand();
  const office = useOffice();
  const list = (columns: number[]) => format.list(columns.map((column) => format.number(columnNumber(column))));
  switch (notice.code) {
    case "ONE_COLUMN":
      return <Said title={t("notice.oneColumn")}>{t("notice.oneColumnHelp")}</Said>;
    case "HEADER_LOOKS_LIKE_DATA":
      return (
        <Said title={t("notice.noHeader", { cell: notice.cell })}>
          {t("notice.noHeaderHelp")}
          <Button
            variant="default"
            size="compact-sm"
            mt={8}
            display="block"
            onClick={() => void wizard.read({ hasHeader: false }, office)}
          >
            {t("notice.numberColumns")}
          </Button>
        </Said>
      );
    case "HEADER_REPEATED":
      return (
        <Said title={t("notice.repeated", { name: notice.name, columns: list(notice.columns) })}>
          {t("notice.repeatedHelp")}
        </Said>
      );
    case "HEADER_EMPTY":
      return (
        <Said title={t("notice.unnamed", { count: notice.columns.length, columns: list(notice.columns) })}>
          {t("notice.unnamedHelp")}
        </Said>
      );
  }
}

function Said({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <p className={classes.title}>{title}</p>
      <div>{children}</div>
    </div>
  );
}
