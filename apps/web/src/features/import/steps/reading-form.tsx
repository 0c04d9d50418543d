import { NativeSelect } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { FileProblem } from "../file/file-problem";
import {
  type Delimiter,
  delimiters,
  type Encoding,
  encodings,
  type OpenedFile,
  type Reading,
} from "../file/opened-file";
import { useInHand } from "../wizard/import-context";
import { useOffice } from "../wizard/use-office";
import { useFileProblemWords } from "./file-problem-words";
import classes from "./reading-form.module.css";

const encodingNames: Record<Encoding, string> = {
  "utf-8": "UTF-8",
  "windows-1252": "Windows-1252",
  "utf-16le": "UTF-16 LE",
  "utf-16be": "UTF-16 BE",
};

const delimiterKeys = { ",": "comma", ";": "semicolon", "\t": "tab", "|": "pipe" } as const satisfies Record<
  Delimiter,
  string
>;

/** How the file was understood, each point open to correction; the rows beneath show the difference. */
export function ReadingForm({ opened }: { opened: OpenedFile }) {
  const { t } = useTranslation("import");
  const { wizard } = useInHand();
  const office = useOffice();
  const words = useFileProblemWords();
  const [problem, setProblem] = useState<FileProblem | null>(null);

  async function read(reading: Reading) {
    setProblem(null);
    setProblem(await wizard.read(reading, office));
  }

  return (
    <div>
      <div className={classes.fields}>
        <NativeSelect
          label={t("reading.delimiter")}
          value={opened.delimiter}
          onChange={(event) => void read({ delimiter: event.currentTarget.value as Delimiter })}
          data={delimiters.map((value) => ({ value, label: t(`delimiter.${delimiterKeys[value]}`) }))}
        />
        <NativeSelect
          label={t("reading.encoding")}
          value={opened.encoding}
          onChange={(event) => void read({ encoding: event.currentTarget.value as Encoding })}
          data={encodings.map((value) => ({ value, label: encodingNames[value] }))}
        />
        <NativeSelect
          label={t("reading.firstRow")}
          value={opened.hasHeader ? "header" : "person"}
          onChange={(event) => void read({ hasHeader: event.currentTarget.value === "header" })}
          data={[
            { value: "header", label: t("reading.header") },
            { value: "person", label: t("reading.person") },
          ]}
        />
      </div>
      <p role="alert" className={classes.problem}>
        {problem ? `${t("reading.failed")} ${words(problem).title}` : null}
      </p>
    </div>
  );
}
