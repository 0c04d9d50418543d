import { useApolloClient, useMutation } from "@apollo/client/react";
import { isImportColumn } from "@usher/rules/columns";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { StartImportDocument } from "../../../gql/graphql";
import { useErrorWords, useFailureWords } from "../../../ui/error-words";
import { importDoor } from "../upload/import-door";
import { choiceOf } from "../wizard/draft";
import { useInHand } from "../wizard/import-context";
import type { Open } from "../wizard/wizard-state";
import { useColumnWords } from "./column-words";

/** Starts the import, begins to send the rows, and leads to where both are watched. */
export function useSend(wizard: Open) {
  const { t } = useTranslation("import");
  const client = useApolloClient();
  const navigate = useNavigate();
  const { wizard: desk, upload } = useInHand();
  const [start] = useMutation(StartImportDocument, {
    update: (cache) => cache.evict({ id: "ROOT_QUERY", fieldName: "imports" }),
  });
  const errorWords = useErrorWords();
  const columnWords = useColumnWords();
  const failureWords = useFailureWords();
  const [isSending, setSending] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const { opened, draft, check } = wizard;
  const isInviting = draft.mode === "INVITE";

  async function send() {
    const { people } = desk;
    if (check.at !== "done" || !people || isSending) return;
    setSending(true);
    setRefusal(null);
    try {
      const { data } = await start({
        variables: {
          input: {
            mode: draft.mode,
            activationMail: draft.activationMail,
            existing: "LEAVE",
            fileName: opened.name.slice(0, 255),
            totalRows: check.report.rows,
            columns: draft.columns,
            dateOrder: draft.dateOrder === "mdy" ? "MDY" : "DMY",
            defaults: choiceOf(draft, "").defaults as object,
            createMissing: draft.createMissing,
            // an account keeps neither
            message: isInviting ? draft.message.trim() || null : null,
            lifetimeHours: isInviting ? draft.lifetimeHours : null,
            header: opened.hasHeader ? opened.header : null,
            idempotencyKey: draft.key,
          },
        },
      });
      const payload = data?.startImport;
      if (!payload?.import) {
        setRefusal((payload?.userErrors ?? []).map(wordsFor).join(" "));
        return;
      }
      const importId = payload.import.id;
      await desk.sendTo(importId);
      void upload.send({
        importId,
        people,
        columns: draft.columns,
        totalRows: check.report.rows,
        door: importDoor(client, importId),
        onCommitted: () => void desk.settle(importId),
      });
      await navigate(`/import/${importId}`);
    } catch (error) {
      setRefusal(failureWords(error));
    } finally {
      setSending(false);
    }
  }

  function wordsFor({
    code,
    message,
    path,
  }: {
    code: Parameters<typeof errorWords>[0];
    message: string;
    path: string[];
  }) {
    // a column that is missing is named; one that is refused stands at its place in the file
    const column = path.find(isImportColumn) ?? draft.columns[path[0] === "columns" ? Number(path[1]) : -1];
    const words = errorWords(code, message);
    return column ? t("problemOf", { column: columnWords(column), problem: words }) : words;
  }

  return { send, isSending, refusal };
}
