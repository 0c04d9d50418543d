import { useQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { MyGroupsDocument } from "../../gql/graphql";
import { LoadFailed } from "../../ui/load-failed";
import { MyPlaces, PlaceCard } from "./my-places";
import { useCountWords } from "./use-count-words";

/** As many as are asked for: the whole list may have been read on its own page. */
const most = 12;

/** The groups that somebody runs, each with its way in for others (F6). */
export function MyGroups() {
  const { t } = useTranslation("home");
  const countWords = useCountWords();
  const { data, error, refetch } = useQuery(MyGroupsDocument, { fetchPolicy: "cache-and-network" });
  if (error && !data) return <LoadFailed error={error} retry={() => void refetch()} />;
  const groups = data?.groups.nodes.slice(0, most) ?? [];
  if (groups.length === 0) return null;
  return (
    <MyPlaces id="my-groups" title={t("groups.title")} all={{ to: "/groups", words: t("groups.all") }}>
      {groups.map(({ id, name, coaches, learners, can }) => (
        <PlaceCard
          key={id}
          to={`/groups/${id}`}
          name={name}
          details={[
            learners && t("groups.learners", { count: learners.count, number: countWords(learners) }),
            coaches && coaches.count > 0 && t("groups.coaches", { count: coaches.count, number: countWords(coaches) }),
          ]}
          inviteTo={can.invite ? `/groups/${id}/invite` : null}
        />
      ))}
    </MyPlaces>
  );
}
