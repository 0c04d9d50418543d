import { parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { useState } from "react";
import { ActionDialog } from "./action-dialog";
import { ActionReport } from "./action-report";
import { ChangeAddressDialog } from "./change-address-dialog";
import { ChangeLifetimeDialog } from "./change-lifetime-dialog";
import { CopyLinkDialog } from "./copy-link-dialog";
import { type Report, useInvitationAction } from "./invitation-action";
import { type HandedLink, NewLinksDialog } from "./new-links-dialog";
import { TaskReport } from "./task-report";

type One = { id: string; email: string };

/** What a row and its drawer may ask for. */
export interface Acts {
  copyLink: (invitation: One) => void;
  resend: (invitation: One) => void;
  cancel: (invitation: One) => void;
  changeAddress: (invitation: One) => void;
  changeLifetime: (invitation: One) => void;
}

interface Options {
  /** Something is another than what the list shows. */
  onChanged: () => void;
  /** What of a selection was left undone. */
  onRefused: (ids: readonly string[]) => void;
}

/** All that can be done about invitations, with its dialogs and what came of it. */
export function useActing({ onChanged, onRefused }: Options) {
  const [copying, setCopying] = useState<One | null>(null);
  const [readdressing, setReaddressing] = useState<One | null>(null);
  const [prolonging, setProlonging] = useState<One | null>(null);
  const [newLinks, setNewLinks] = useState<readonly HandedLink[]>([]);
  const [report, setReport] = useState<Report | null>(null);
  const [task, setTask] = useQueryStates({
    task: parseAsString,
    did: parseAsStringLiteral(["resend", "cancel"] as const).withDefault("resend"),
  });
  const action = useInvitationAction((did, outcome) => {
    setReport(outcome.report);
    setNewLinks(outcome.links);
    onRefused(outcome.refusedIds);
    if (outcome.taskId) void setTask({ task: outcome.taskId, did });
    else onChanged();
  });

  const acts: Acts = {
    copyLink: setCopying,
    resend: ({ id, email }) => void action.ask("resend", { kind: "one", id, email }),
    cancel: ({ id, email }) => void action.ask("cancel", { kind: "one", id, email }),
    changeAddress: setReaddressing,
    changeLifetime: setProlonging,
  };

  return {
    acts,
    ask: action.ask,
    reports: (
      <>
        {report ? <ActionReport report={report} onClose={() => setReport(null)} /> : null}
        {task.task ? (
          <TaskReport
            key={task.task}
            taskId={task.task}
            action={task.did}
            onFinished={onChanged}
            onClose={() => void setTask({ task: null, did: null })}
          />
        ) : null}
      </>
    ),
    dialogs: (
      <>
        <CopyLinkDialog invitation={copying} onClose={() => setCopying(null)} />
        <ChangeAddressDialog invitation={readdressing} onChanged={onChanged} onClose={() => setReaddressing(null)} />
        <ChangeLifetimeDialog invitation={prolonging} onChanged={onChanged} onClose={() => setProlonging(null)} />
        <NewLinksDialog links={newLinks} onClose={() => setNewLinks([])} />
        <ActionDialog question={action.question} onConfirm={() => void action.confirm()} onClose={action.drop} />
      </>
    ),
  };
}
