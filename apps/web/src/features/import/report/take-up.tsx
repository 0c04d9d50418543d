import { useApolloClient } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { type ImportColumn, isImportColumn } from "@usher/rules/columns";
import { useCallback, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useViewer } from "../../../apollo/viewer";
import { useFormat } from "../../../i18n/format";
import { openFile, type PeopleFile } from "../file/open-file";
import { FileDrop } from "../home/file-drop";
import { useFileProblemWords } from "../steps/file-problem-words";
import { importDoor } from "../upload/import-door";
import { useInHand } from "../wizard/import-context";
import type { KeptImport } from "../wizard/kept-import";
import { useOffice } from "../wizard/use-office";
import type { Report } from "./report-page";
import { couldBeSameFile } from "./same-file";
import classes from "./take-up.module.css";

type Standing = { at: "looking" } | { at: "kept"; kept: KeptImport } | { at: "file-needed"; problem: string | null };

/** An import that has not all of its rows: goes on by itself in the tab that began it, elsewhere with the kept or the same file. */
export function TakeUp({ report }: { report: Report }) {
  const { t } = useTranslation("import");
  const { number } = useFormat();
  const client = useApolloClient();
  const viewerId = useViewer().user.id;
  const { wizard, upload } = useInHand();
  const office = useOffice();
  const fileWords = useFileProblemWords();
  const [standing, setStanding] = useState<Standing>({ at: "looking" });
  const { id, totalRows } = report;

  const send = useCallback(
    (people: PeopleFile, columns: (ImportColumn | null)[], isChosenAgain: boolean, close: () => void = () => {}) =>
      void upload.send({
        importId: id,
        people,
        columns,
        totalRows,
        isChosenAgain,
        door: importDoor(client, id),
        onCommitted() {
          close();
          void wizard.settle(id);
        },
      }),
    [upload, wizard, client, id, totalRows],
  );

  useEffect(() => {
    let gone = false;
    async function look() {
      await wizard.wake(office);
      const now = wizard.current();
      const stopped = upload.of(id)?.at === "stopped";
      if (now.at === "open" && now.importId === id && wizard.people && !stopped) {
        send(wizard.people, now.draft.columns, false);
        return;
      }
      const kept = await wizard.keeper.find(id, viewerId);
      if (!gone) setStanding(kept?.file ? { at: "kept", kept } : { at: "file-needed", problem: null });
    }
    void look();
    return () => {
      gone = true;
    };
  }, [wizard, upload, office, viewerId, id, send]);

  async function goOn(kept: KeptImport) {
    const now = wizard.current();
    if (now.at === "open" && now.importId === id && wizard.people) {
      send(wizard.people, now.draft.columns, false);
      return;
    }
    if (!kept.file) return;
    const opening = await openFile(kept.file, kept.draft.reading);
    if (!opening.ok) {
      setStanding({ at: "file-needed", problem: fileWords(opening.problem).title });
      return;
    }
    send(opening.people, kept.draft.columns, false, () => opening.people.close());
  }

  async function choose(file: File) {
    upload.clear(id);
    setStanding({ at: "file-needed", problem: null });
    const opening = await openFile(file);
    if (!opening.ok) {
      setStanding({ at: "file-needed", problem: fileWords(opening.problem).title });
      return;
    }
    const { people } = opening;
    const columns = report.columns.map((name) => (name && isImportColumn(name) ? name : null));
    if (!(await couldBeSameFile(people, columns, totalRows))) {
      people.close();
      setStanding({
        at: "file-needed",
        problem: t("takeUp.other", { name: file.name, count: totalRows, number: number(totalRows) }),
      });
      return;
    }
    send(people, columns, true, () => people.close());
  }

  if (standing.at === "looking") return null;
  return (
    <section className={classes.root} aria-label={t("takeUp.title")}>
      <p className={classes.words}>
        <strong>{t("takeUp.title")}</strong>{" "}
        {t("takeUp.text", { done: number(report.stagedRows), all: number(totalRows) })}
      </p>
      {standing.at === "kept" ? (
        <Button onClick={() => void goOn(standing.kept)}>{t("takeUp.goOn")}</Button>
      ) : (
        <>
          <FileDrop
            compact
            title={t("takeUp.again", { name: report.fileName })}
            help={t("takeUp.help")}
            onFile={(file) => void choose(file)}
          />
          <p role="alert" className={classes.problem}>
            {standing.problem}
          </p>
        </>
      )}
    </section>
  );
}
