import { useTranslation } from "react-i18next";
import { Mark, type MarkKind } from "../../ui/mark";
import { type SessionState, stateOf } from "./session-state";

const kinds: Record<SessionState, MarkKind> = { UPCOMING: "busy", RUNNING: "good", PAST: "quiet" };

/** Whether it is still to come, running or over, by the reader's day. */
export function SessionMark({ session }: { session: { startsOn: string; endsOn: string } }) {
  const { t } = useTranslation("sessions");
  const state = stateOf(session, new Date().toLocaleDateString("sv-SE"));
  return (
    <Mark kind={kinds[state]} soft>
      {t(`state.${state}`)}
    </Mark>
  );
}
