import { columnDateOrder } from "@usher/rules/date";
import type { Open } from "../wizard/wizard-state";
import { DateOrderQuestion } from "./date-order-question";

/** Asks at once when even the first rows can be read two ways; what all rows say is known after the check. */
export function ColumnDates({ wizard, index }: { wizard: Open; index: number }) {
  const { opened, draft, check } = wizard;
  const report = check.at === "done" ? check.report.dates : null;
  const sample = opened.rows.map((cells) => cells[index] ?? "");
  const example =
    report?.order === "ask"
      ? report.example
      : draft.dateOrder !== null && columnDateOrder(sample) === "ask"
        ? (sample.find((cell) => columnDateOrder([cell]) === "ask") ?? null)
        : null;
  return example ? <DateOrderQuestion wizard={wizard} example={example} /> : null;
}
