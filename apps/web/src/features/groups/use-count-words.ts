import type { CountOfPeopleFragment } from "../../gql/graphql";
import { useFormat } from "../../i18n/format";

/** "12", "1,000+" where counting stopped; nothing for those who may not know. */
export function useCountWords() {
  const format = useFormat();
  return (people: CountOfPeopleFragment | null | undefined): string =>
    people ? format.number(people.count) + (people.isExact ? "" : "+") : "";
}
