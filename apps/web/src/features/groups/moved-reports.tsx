import { useQuery } from "@apollo/client/react";
import { parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { type ReactNode, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "react-router";
import { PeopleMovedTaskDocument } from "../../gql/graphql";
import { useFormat } from "../../i18n/format";
import { LoadFailed } from "../../ui/load-failed";
import { ReportCard } from "../../ui/report-card";
import { Focused } from "./focused";
import type { Moved } from "./moved";
import type { NameKindKey } from "./name-kinds";

const verbs = ["merge", "delete"] as const;

/** How the address of a page tells it which task to show. */
export const taskQuery = ({ taskId, verb }: Moved): string => (taskId ? `?task=${taskId}&did=${verb}` : "");

/** What became of names that were merged or deleted, here or on the page that led here. A task lives in the address. */
export function useMovedReports(kind: NameKindKey, onFinished: () => void) {
  const { state } = useLocation();
  const told = (state as { moved?: Moved } | null)?.moved ?? null;
  const [moved, setMoved] = useState<Moved | null>(told);
  const [task, setTask] = useQueryStates({
    task: parseAsString,
    did: parseAsStringLiteral(verbs).withDefault("merge"),
  });
  return {
    tell(here: Moved) {
      setMoved(here);
      if (here.taskId) void setTask({ task: here.taskId, did: here.verb });
    },
    reports: (
      <>
        {moved && !moved.taskId ? (
          <Told isHere={moved !== told}>
            <MovedReport moved={moved} onClose={() => setMoved(null)} />
          </Told>
        ) : null}
        {task.task ? (
          <Told key={task.task} isHere={moved !== null && moved !== told}>
            <MovedTask
              taskId={task.task}
              moved={moved}
              kind={kind}
              verb={task.did}
              onFinished={onFinished}
              onClose={() => void setTask({ task: null, did: null })}
            />
          </Told>
        ) : null}
      </>
    ),
  };
}

/** What was asked for on this page takes the focus; a page that was opened after it has the focus at its heading. */
function Told({ isHere, children }: { isHere: boolean; children: ReactNode }) {
  return isHere ? <Focused>{children}</Focused> : children;
}

function useDoneWords() {
  const { t } = useTranslation("groups");
  const format = useFormat();
  return ({ kind, verb, names, into }: Moved) =>
    t(`${kind}.${verb}.done`, { count: names, number: format.number(names), name: into?.name ?? "" });
}

function MovedReport({ moved, onClose }: { moved: Moved; onClose: () => void }) {
  const { t } = useTranslation("groups");
  const format = useFormat();
  const doneWords = useDoneWords();
  const { kind, verb, affected } = moved;
  return (
    <ReportCard title={doneWords(moved)} onClose={onClose}>
      <p>{t(`${kind}.${verb}.people`, { count: affected, number: format.number(affected) })}</p>
    </ReportCard>
  );
}

interface TaskProps {
  taskId: string;
  /** What it belongs to, unless the page was loaded anew meanwhile. */
  moved: Moved | null;
  kind: NameKindKey;
  verb: (typeof verbs)[number];
  onFinished: () => void;
  onClose: () => void;
}

function MovedTask({ taskId, moved, kind, verb, onFinished, onClose }: TaskProps) {
  const { t } = useTranslation("groups");
  const format = useFormat();
  const doneWords = useDoneWords();
  const { data, error, refetch, stopPolling } = useQuery(PeopleMovedTaskDocument, {
    variables: { id: taskId },
    fetchPolicy: "network-only",
    pollInterval: 1000,
  });
  const task = data?.task;
  const over = task ? task.status !== "RUNNING" : data !== undefined;

  useEffect(() => {
    if (!over) return;
    stopPolling();
    onFinished();
  }, [over]);

  if (error) return <LoadFailed error={error} retry={() => void refetch()} />;
  if (!task) return null;
  const { done, refused, total, status } = task;
  if (!over) {
    const title = t(`running.${verb}`, { done: format.number(done), total: format.number(total) });
    return (
      <ReportCard title={title} progress={total ? (done / total) * 100 : 0}>
        <p>{t("runsAlone")}</p>
      </ReportCard>
    );
  }
  const left = total - done - refused;
  const peopleWords = t(`${kind}.${verb}.people`, { count: done, number: format.number(done) });
  const isDone = moved && status === "DONE";
  return (
    <ReportCard title={isDone ? doneWords(moved) : peopleWords} onClose={onClose}>
      {isDone ? <p>{peopleWords}</p> : null}
      {status === "FAILED" && left > 0 ? (
        <p>{t("notAttempted", { count: left, number: format.number(left) })}</p>
      ) : null}
    </ReportCard>
  );
}
