import { useApolloClient } from "@apollo/client/react";
import { useState } from "react";
import {
  CountUsersDocument,
  DeactivateUsersDocument,
  DeleteUsersDocument,
  ExportUsersDocument,
  type Language,
  ReactivateUsersDocument,
  SendActivationEmailsDocument,
  UpdateUsersDocument,
  type UpdateUsersInput,
  type UserErrorCode,
  type UserFilter,
  type UserSelectionInput,
  type UserSelectionOutcomeFragment,
} from "../../gql/graphql";

export const verbs = [
  "activate",
  "deactivate",
  "reactivate",
  "delete",
  "label",
  "language",
  "deletionDate",
  "group",
  "export",
] as const;
export type Verb = (typeof verbs)[number];

export type Target =
  | { kind: "one"; id: string; name: string }
  | { kind: "ids"; ids: string[] }
  | { kind: "filter"; filter: UserFilter };

/** What a verb needs to know beside whom it is for. */
export interface Wish {
  label: string;
  language: Language;
  deletionDate: string;
  group: string;
  role: string;
}

/** What is being asked. `count` is null until the server has counted. */
export interface Question {
  verb: Verb;
  target: Target;
  count: number | null;
  /** The count is another than the one that was confirmed before. */
  changed: boolean;
  sending: boolean;
  failure: unknown;
  /** What is wrong with the wish itself. */
  refused: { code: UserErrorCode; message: string } | null;
}

export interface Report {
  verb: Verb;
  done: number;
  refused: { code: UserErrorCode; count: number | null }[];
}

export interface Outcome {
  verb: Verb;
  target: Target;
  report: Report | null;
  taskId: string | null;
  refusedIds: string[];
}

/** An action on users, from the question to what came of it (F46, F49). */
export function useUserAction(onDone: (outcome: Outcome) => void) {
  const client = useApolloClient();
  const [question, setQuestion] = useState<Question | null>(null);

  async function count(filter: UserFilter) {
    const { data } = await client.query({
      query: CountUsersDocument,
      variables: { filter },
      fetchPolicy: "network-only",
    });
    return data?.countUsers ?? 0;
  }

  async function ask(verb: Verb, target: Target) {
    const known = target.kind === "one" ? 1 : target.kind === "ids" ? target.ids.length : null;
    setQuestion({ verb, target, count: known, changed: false, sending: false, failure: null, refused: null });
    if (target.kind !== "filter") return;
    try {
      const counted = await count(target.filter);
      setQuestion((now) => (now?.target === target ? { ...now, count: counted } : now));
    } catch (failure) {
      setQuestion((now) => (now?.target === target ? { ...now, failure } : now));
    }
  }

  async function confirm(wish: Wish) {
    if (!question || question.count === null) return;
    const { verb, target } = question;
    const asked = { ...question, sending: true, failure: null, refused: null };
    setQuestion(asked);
    try {
      const payload = await send(verb, selectionOf(target, question.count), wish);
      if (payload.userErrors.some(({ code }) => code === "SELECTION_CHANGED") && target.kind === "filter") {
        setQuestion({ ...asked, sending: false, count: await count(target.filter), changed: true });
        return;
      }
      const refused = payload.userErrors.find(({ path }) => isAboutWish(path));
      if (refused) {
        setQuestion({ ...asked, sending: false, refused });
        return;
      }
      setQuestion(null);
      onDone(outcomeOf(verb, target, payload));
    } catch (failure) {
      setQuestion({ ...asked, sending: false, failure });
    }
  }

  async function send(verb: Verb, input: UserSelectionInput, wish: Wish): Promise<UserSelectionOutcomeFragment> {
    const payload = await mutate(verb, input, wish);
    if (!payload) throw new Error("The server answered nothing");
    return payload;
  }

  async function mutate(verb: Verb, input: UserSelectionInput, wish: Wish) {
    const variables = { input };
    switch (verb) {
      case "activate":
        return (await client.mutate({ mutation: SendActivationEmailsDocument, variables })).data?.sendActivationEmails;
      case "deactivate":
        return (await client.mutate({ mutation: DeactivateUsersDocument, variables })).data?.deactivateUsers;
      case "reactivate":
        return (await client.mutate({ mutation: ReactivateUsersDocument, variables })).data?.reactivateUsers;
      case "delete":
        return (await client.mutate({ mutation: DeleteUsersDocument, variables })).data?.deleteUsers;
      case "export":
        return (await client.mutate({ mutation: ExportUsersDocument, variables })).data?.exportUsers;
      default: {
        const update: UpdateUsersInput = { selection: input, createMissing: true, ...changeOf(verb, wish) };
        return (await client.mutate({ mutation: UpdateUsersDocument, variables: { input: update } })).data?.updateUsers;
      }
    }
  }

  return { question, ask, confirm, drop: () => setQuestion(null) };
}

function changeOf(verb: "label" | "language" | "deletionDate" | "group", wish: Wish): Partial<UpdateUsersInput> {
  if (verb === "label") return { label: wish.label.trim() || null };
  if (verb === "language") return { language: wish.language };
  if (verb === "deletionDate") return { deletionDate: wish.deletionDate || null };
  return { addGroups: [{ group: wish.group, role: wish.role }] };
}

const isAboutWish = ([first = ""]: readonly string[]) =>
  ["label", "language", "deletionDate", "addGroups"].includes(first);

function selectionOf(target: Target, expectedCount: number): UserSelectionInput {
  if (target.kind === "one") return { ids: [target.id] };
  if (target.kind === "ids") return { ids: target.ids };
  return { filter: target.filter, expectedCount };
}

function outcomeOf(verb: Verb, target: Target, payload: UserSelectionOutcomeFragment): Outcome {
  const { affected, task, userErrors } = payload;
  const counts = new Map<UserErrorCode, number | null>();
  for (const { code } of userErrors) {
    // of a filter each reason is told once, whoever it was for
    counts.set(code, target.kind === "filter" ? null : (counts.get(code) ?? 0) + 1);
  }
  const ids = target.kind === "ids" ? target.ids : [];
  return {
    verb,
    target,
    taskId: task?.id ?? null,
    report: task ? null : { verb, done: affected, refused: [...counts].map(([code, count]) => ({ code, count })) },
    refusedIds: userErrors.flatMap(({ path }) => {
      const position = path.indexOf("ids");
      const id = position >= 0 ? ids[Number(path[position + 1])] : undefined;
      return id ? [id] : [];
    }),
  };
}
