import { useTranslation } from "react-i18next";
import { useLocation, useNavigate } from "react-router";
import { useFormat } from "../../i18n/format";
import { Dock } from "../../ui/dock";
import { ReportCard } from "../../ui/report-card";

/** What was done to a session that has no page of its own any more. */
interface Done {
  did: "merge" | "delete";
  name: string;
  people: number;
}

/** Handed over to the page that one arrives at. */
export const sessionDone = (done: Done) => ({ sessionDone: done });

/** What came of a merge or a deletion, on the page that it leads to, until it is put away. */
export function SessionReport() {
  const { t } = useTranslation("sessions");
  const format = useFormat();
  const { state, pathname, search } = useLocation();
  const navigate = useNavigate();
  const done = (state as { sessionDone?: Done } | null)?.sessionDone;
  if (!done) return null;
  const { did, name, people } = done;
  return (
    <Dock>
      <ReportCard
        title={t(`${did}.done`, { name })}
        onClose={() => void navigate(pathname + search, { replace: true, state: null, preventScrollReset: true })}
      >
        {people > 0 ? t(`${did}.donePeople`, { count: people, number: format.number(people) }) : null}
      </ReportCard>
    </Dock>
  );
}
