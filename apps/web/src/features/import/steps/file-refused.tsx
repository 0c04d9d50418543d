import { IconFileAlert } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { FileProblem } from "../file/file-problem";
import { useFileProblemWords } from "./file-problem-words";
import classes from "./file-refused.module.css";

/** What is wrong with the file, that nothing was harmed, and what to do. */
export function FileRefused({ problem }: { problem: FileProblem }) {
  const { t } = useTranslation("import");
  const { title, help } = useFileProblemWords()(problem);
  return (
    <div className={classes.root} role="alert">
      <IconFileAlert size={22} stroke={1.6} aria-hidden className={classes.icon} />
      <div>
        <p className={classes.title}>{title}</p>
        <p className={classes.help}>{help}</p>
        <p className={classes.calm}>{t("badFile.nothingSent")}</p>
      </div>
    </div>
  );
}
