import { useApolloClient } from "@apollo/client/react";
import { useState } from "react";
import {
  CancelInvitationsDocument,
  CountInvitationsDocument,
  type InvitationFilter,
  type InvitationSelectionInput,
  ResendInvitationsDocument,
  type UserErrorCode,
} from "../../gql/graphql";
import type { HandedLink } from "./new-links-dialog";

export type Action = "resend" | "cancel";

export type Target =
  | { kind: "one"; id: string; email: string }
  | { kind: "ids"; ids: string[] }
  | { kind: "filter"; filter: InvitationFilter };

/** What is being asked. `count` is null until the server has counted. */
export interface Question {
  action: Action;
  target: Target;
  count: number | null;
  /** The count is another than the one that was confirmed before. */
  changed: boolean;
  sending: boolean;
  failure: unknown;
}

export interface Report {
  action: Action;
  done: number;
  refused: { code: UserErrorCode; message: string; count: number }[];
}

interface Outcome {
  /** New links to hand over, where no mail is sent. */
  links: readonly HandedLink[];
  report: Report | null;
  taskId: string | null;
  refusedIds: string[];
}

/** Resending and cancelling, from the question to what came of it (F15, F16). */
export function useInvitationAction(onDone: (action: Action, outcome: Outcome) => void) {
  const client = useApolloClient();
  const [question, setQuestion] = useState<Question | null>(null);

  async function count(filter: InvitationFilter) {
    const { data } = await client.query({
      query: CountInvitationsDocument,
      variables: { filter },
      fetchPolicy: "network-only",
    });
    return data?.countInvitations ?? 0;
  }

  async function ask(action: Action, target: Target) {
    const known = target.kind === "one" ? 1 : target.kind === "ids" ? target.ids.length : null;
    const asked: Question = { action, target, count: known, changed: false, sending: false, failure: null };
    setQuestion(asked);
    if (target.kind !== "filter") return;
    try {
      const counted = await count(target.filter);
      setQuestion((now) => (now?.target === target ? { ...now, count: counted } : now));
    } catch (failure) {
      setQuestion((now) => (now?.target === target ? { ...now, failure } : now));
    }
  }

  async function confirm() {
    if (!question || question.count === null) return;
    const { action, target } = question;
    setQuestion({ ...question, sending: true, failure: null });
    try {
      const input = selection(target, question.count);
      const payload = await send(action, input);
      if (target.kind === "filter" && payload.userErrors.some(({ code }) => code === "SELECTION_CHANGED")) {
        setQuestion({ ...question, count: await count(target.filter), changed: true });
        return;
      }
      setQuestion(null);
      onDone(action, outcomeOf(action, target, payload));
    } catch (failure) {
      setQuestion({ ...question, sending: false, failure });
    }
  }

  async function send(action: Action, input: InvitationSelectionInput) {
    if (action === "cancel") {
      const { data } = await client.mutate({ mutation: CancelInvitationsDocument, variables: { input } });
      if (data) return data.cancelInvitations;
    } else {
      const { data } = await client.mutate({ mutation: ResendInvitationsDocument, variables: { input } });
      if (data) return data.resendInvitations;
    }
    throw new Error("The server answered nothing");
  }

  return { question, ask, confirm, drop: () => setQuestion(null) };
}

function selection(target: Target, expectedCount: number): InvitationSelectionInput {
  if (target.kind === "one") return { ids: [target.id] };
  if (target.kind === "ids") return { ids: target.ids };
  return { filter: target.filter, expectedCount };
}

interface Payload {
  affected: number;
  task: { id: string } | null;
  links?: readonly HandedLink[];
  userErrors: { code: UserErrorCode; message: string; path: string[] }[];
}

function outcomeOf(action: Action, target: Target, { affected, task, links = [], userErrors }: Payload): Outcome {
  const reasons = new Map<UserErrorCode, Report["refused"][number]>();
  for (const { code, message } of userErrors) {
    reasons.set(code, { code, message, count: (reasons.get(code)?.count ?? 0) + 1 });
  }
  const ids = target.kind === "ids" ? target.ids : [];
  return {
    links,
    taskId: task?.id ?? null,
    report: task ? null : { action, done: affected, refused: [...reasons.values()] },
    refusedIds: userErrors.flatMap(({ path }) => {
      const position = path.indexOf("ids");
      const id = position >= 0 ? ids[Number(path[position + 1])] : undefined;
      return id ? [id] : [];
    }),
  };
}
