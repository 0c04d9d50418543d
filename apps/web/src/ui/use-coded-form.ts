import { type FormEvent, useEffect, useId, useRef, useState } from "react";
import type { UserErrorCode } from "../gql/graphql";
import { dropDraft, readDraft, writeDraft } from "./draft";
import { useErrorWords, useFailureWords } from "./error-words";
import { afterPress } from "./pointer";

export interface Problem {
  path: string;
  code: UserErrorCode;
  message?: string;
}

interface RefusedBy {
  code: UserErrorCode;
  message: string;
  path: readonly string[];
}

interface Options<V> {
  initial: V;
  /** How the summary names each field. */
  labels: { [K in keyof V & string]: string };
  check?: (values: V) => { path: keyof V & string; code: UserErrorCode }[];
  /** Where in sessionStorage the typed values are kept over a reload. Never for secrets: list them in `secret`. */
  draft?: string;
  secret?: readonly (keyof V & string)[];
}

export interface SummaryLine {
  /** The field to go to; null when the sentence belongs to no field. */
  fieldId: string | null;
  label: string | null;
  /** Null for a failure of the whole request. */
  code: UserErrorCode | null;
  words: string;
}

const isEmpty = (value: unknown) => value === "" || value == null || (Array.isArray(value) && value.length === 0);

/**
 * A form whose refusals are codes with a path: checked at a field after it was first left and then while typing, everything at submit,
 * the server's `userErrors` placed at their fields, all of them listed in a summary. Values survive every failure.
 */
export function useCodedForm<V extends object>({ initial, labels, check, draft, secret = [] }: Options<V>) {
  type Name = keyof V & string;
  const prefix = useId();
  const [values, setValues] = useState<V>(() => (draft ? { ...initial, ...readDraft<Partial<V>>(draft) } : initial));
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [submitted, setSubmitted] = useState(false);
  const [refused, setRefused] = useState<Problem[]>([]);
  const [failure, setFailure] = useState<unknown>(null);
  const [sending, setSending] = useState(false);
  const summaryRef = useRef<HTMLDivElement>(null);
  const forgotten = useRef(false);
  const [asked, setAsked] = useState(0);
  const errorWords = useErrorWords();
  const failureWords = useFailureWords();

  useEffect(() => {
    if (!draft || forgotten.current) return;
    const kept: Partial<V> = { ...values };
    for (const name of secret) delete kept[name];
    writeDraft(draft, kept);
  });

  // Focus moves to the summary once it is on the page, hence after the render that shows it.
  useEffect(() => {
    if (asked > 0) summaryRef.current?.focus();
  }, [asked]);

  const found: Problem[] = check?.(values) ?? [];
  const shown = [
    ...found.filter(({ path, code }) => submitted || (left.has(path) && code !== "REQUIRED")),
    ...refused.filter(({ path }) => !found.some((problem) => problem.path === path)),
  ];

  function idOf(name: string) {
    return `${prefix}-${name}`;
  }

  function set<K extends Name>(name: K, value: V[K]) {
    setValues((before) => ({ ...before, [name]: value }));
    // What the server said of a field is history once the field was changed.
    setRefused((before) => before.filter(({ path }) => path !== name));
  }

  function leave(name: string) {
    if (isEmpty(values[name as Name])) return;
    afterPress(() => setLeft((before) => new Set(before).add(name)));
  }

  function errorOf(name: Name): string | undefined {
    const problem = shown.find(({ path }) => path === name);
    return problem && errorWords(problem.code, problem.message);
  }

  function place(errors: readonly RefusedBy[]) {
    setRefused(
      errors.map(({ code, message, path }) => ({
        code,
        message,
        path: (path[0] === "input" ? path.slice(1) : path).join("."),
      })),
    );
    if (errors.length > 0) setAsked((n) => n + 1);
  }

  /** Runs `send` when the values pass; what it returns is placed at the fields. */
  async function submit(send: (values: V) => Promise<readonly RefusedBy[] | undefined>) {
    if (sending) return;
    setSubmitted(true);
    setFailure(null);
    setRefused([]);
    if (found.length > 0) {
      setAsked((n) => n + 1);
      return;
    }
    setSending(true);
    try {
      place((await send(values)) ?? []);
    } catch (error) {
      setFailure(error);
      setAsked((n) => n + 1);
    } finally {
      setSending(false);
    }
  }

  const summary: SummaryLine[] = shown.map(({ path, code, message }) => {
    const name = path.split(".")[0] as Name;
    const known = name in labels;
    return {
      fieldId: known ? idOf(name) : null,
      label: known ? labels[name] : null,
      code,
      words: errorWords(code, message),
    };
  });
  if (failure) summary.push({ fieldId: null, label: null, code: null, words: failureWords(failure) });

  return {
    values,
    set,
    setValues,
    leave,
    idOf,
    errorOf,
    place,
    submit,
    sending,
    /** Once everything arrived: nothing is kept for a reload any more. */
    forget() {
      forgotten.current = true;
      if (draft) dropDraft(draft);
    },
    /** Back to the beginning, for the next time; answers the values that it begins with. */
    reset(): V {
      setLeft(new Set());
      setSubmitted(false);
      setValues(initial);
      return initial;
    },
    summary: submitted || refused.length > 0 || failure ? summary : [],
    summaryRef,
    /** Props of a text input. */
    field<K extends Name>(name: K) {
      return {
        id: idOf(name),
        name,
        label: labels[name],
        value: values[name] as V[K] & string,
        error: errorOf(name),
        onChange: (event: { currentTarget: { value: string } }) => set(name, event.currentTarget.value as V[K]),
        onBlur: () => leave(name),
      };
    },
    onSubmit: (send: (values: V) => Promise<readonly RefusedBy[] | undefined>) => (event: FormEvent) => {
      event.preventDefault();
      void submit(send);
    },
  };
}
