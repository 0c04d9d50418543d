import { useApolloClient } from "@apollo/client/react";
import { parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { useState } from "react";
import { ActionDialog } from "./action-dialog";
import { ActionReport } from "./action-report";
import { TaskReport } from "./task-report";
import { type Outcome, type Report, useUserAction, verbs } from "./user-action";

interface Options {
  /** Once something was done, at once or in the background. */
  onChanged: () => Promise<unknown> | undefined;
  onDone?: (outcome: Outcome) => void;
}

/** Actions on users as a page shows them: the question, what came of it, what is still under way. */
export function useManage({ onChanged, onDone }: Options) {
  const client = useApolloClient();
  const [report, setReport] = useState<Report | null>(null);
  const [task, setTask] = useQueryStates({
    task: parseAsString,
    did: parseAsStringLiteral(verbs).withDefault("export"),
  });

  /** What is on the screen beside the list, which reads its own pages again. */
  async function refresh() {
    await onChanged();
    await client.refetchQueries({
      include: "active",
      onQueryUpdated: ({ queryName }) => queryName !== "Users" && queryName !== "UserTask",
    });
  }

  const action = useUserAction((outcome) => {
    setReport(outcome.report);
    onDone?.(outcome);
    if (outcome.taskId) void setTask({ task: outcome.taskId, did: outcome.verb });
    else void refresh();
  });

  return {
    ask: action.ask,
    /** For the dock. */
    reports: (
      <>
        {report ? <ActionReport report={report} onClose={() => setReport(null)} /> : null}
        {task.task ? (
          <TaskReport
            key={task.task}
            taskId={task.task}
            verb={task.did}
            onFinished={() => void refresh()}
            onClose={() => void setTask({ task: null, did: null })}
          />
        ) : null}
      </>
    ),
    dialog: (
      <ActionDialog question={action.question} onConfirm={(wish) => void action.confirm(wish)} onClose={action.drop} />
    ),
  };
}
