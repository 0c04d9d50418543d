import { useEffect, useEffectEvent, useRef, useState } from "react";
import { connection } from "../../apollo/connection";
import { session } from "../../apollo/session";
import { watchDraft } from "./drafts-under-way";
import type { IdentityValues } from "./identity-values";
import type { RefusedBy } from "./use-identity-fields";

export type Saving =
  | { at: "idle" | "saving" }
  | { at: "saved"; time: string }
  | { at: "refused"; errors: readonly RefusedBy[] }
  | { at: "failed"; error: unknown };

interface Options {
  values: IdentityValues;
  /** Answers why it was refused, if it was. `isLeaving`: the page may be gone before the answer comes. */
  save: (values: IdentityValues, isLeaving: boolean) => Promise<readonly RefusedBy[]>;
}

/**
 * Keeps what is typed as a draft on the server, and nowhere else: nothing personal stays in this browser. Saved when asked to, when the
 * page is left or put away, and again once the server is back.
 */
export function useIdentityDraft({ values, save }: Options) {
  const [saving, setSaving] = useState<Saving>({ at: "idle" });
  const kept = useRef(values);
  const running = useRef<Promise<void> | null>(null);
  const closed = useRef(false);

  const run = async (isLeaving: boolean) => {
    const now = values;
    setSaving({ at: "saving" });
    try {
      const errors = await save(now, isLeaving);
      if (errors.length > 0) return setSaving({ at: "refused", errors });
      kept.current = now;
      setSaving({ at: "saved", time: new Date().toISOString() });
    } catch (error) {
      setSaving({ at: "failed", error });
    }
  };

  const saveNow = async (isLeaving = false) => {
    await running.current;
    if (closed.current || kept.current === values) return;
    running.current = run(isLeaving).finally(() => {
      running.current = null;
    });
    watchDraft(running.current);
    await running.current;
  };
  const leave = useEffectEvent(() => saveNow(true));
  const tryAgain = useEffectEvent(() => {
    if (saving.at === "failed" && connection.isReachable()) void saveNow();
  });

  useEffect(() => connection.subscribe(() => tryAgain()), []);

  useEffect(() => {
    const onHide = () => {
      if (document.visibilityState === "hidden") void leave();
    };
    document.addEventListener("visibilitychange", onHide);
    const stop = session.beforeSignOut(() => leave());
    return () => {
      document.removeEventListener("visibilitychange", onHide);
      stop();
      void leave();
    };
  }, []);

  return {
    saving,
    saveNow: () => saveNow(),
    /** Waits for what is being saved, and saves no more: from here on something final is sent. */
    async close() {
      closed.current = true;
      await running.current;
    },
    /** It was not final after all. */
    reopen() {
      closed.current = false;
    },
  };
}
