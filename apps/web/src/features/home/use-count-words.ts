import { useFormat } from "../../i18n/format";

/** A number that is counted no further than so many: "1,000+". */
export function useCountWords() {
  const format = useFormat();
  return ({ count, isExact }: { count: number; isExact: boolean }) => format.number(count) + (isExact ? "" : "+");
}
