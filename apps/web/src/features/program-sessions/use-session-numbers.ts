import { useTranslation } from "react-i18next";
import type { SessionRowFragment } from "../../gql/graphql";
import { useFormat } from "../../i18n/format";

/** "2 instructors, 31 participants."; null for a session of nobody. */
export function useSessionNumbers({ instructors, participants }: SessionRowFragment): string | null {
  const { t } = useTranslation("sessions");
  const format = useFormat();
  if (instructors.count === 0 && participants.count === 0) return null;
  const number = ({ count, isExact }: { count: number; isExact: boolean }) =>
    format.number(count) + (isExact ? "" : "+");
  return t("numbers.both", {
    instructors: t("numbers.instructors", { count: instructors.count, number: number(instructors) }),
    participants: t("numbers.participants", { count: participants.count, number: number(participants) }),
  });
}
