import { useQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { MySessionsDocument } from "../../gql/graphql";
import { useFormat } from "../../i18n/format";
import { LoadFailed } from "../../ui/load-failed";
import { MyPlaces, PlaceCard } from "./my-places";
import { useCountWords } from "./use-count-words";

/** As many as are asked for: the whole list may have been read on its own page. */
const most = 6;

/** The program sessions that somebody instructs or plans, the latest first (F7). */
export function MySessions() {
  const { t } = useTranslation("home");
  const format = useFormat();
  const countWords = useCountWords();
  const { data, error, refetch } = useQuery(MySessionsDocument, { fetchPolicy: "cache-and-network" });
  if (error && !data) return <LoadFailed error={error} retry={() => void refetch()} />;
  const sessions = data?.programSessions.nodes.slice(0, most) ?? [];
  if (sessions.length === 0) return null;
  return (
    <MyPlaces id="my-sessions" title={t("sessions.title")} all={{ to: "/program-sessions", words: t("sessions.all") }}>
      {sessions.map(({ id, name, startsOn, endsOn, group, participants, can }) => (
        <PlaceCard
          key={id}
          to={`/program-sessions/${id}`}
          name={name}
          details={[
            group?.name,
            format.days(startsOn, endsOn),
            t("sessions.participants", { count: participants.count, number: countWords(participants) }),
          ]}
          inviteTo={can.invite ? `/program-sessions/${id}/invite` : null}
        />
      ))}
    </MyPlaces>
  );
}
