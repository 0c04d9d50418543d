import { registerEnumType } from "type-graphql";
import type { ValueOf } from "./enum.js";

/** The API writes DMY; the rules and tables write dmy. */
export const DateOrder = { DMY: "dmy", MDY: "mdy" } as const;
export type DateOrder = ValueOf<typeof DateOrder>;

registerEnumType(DateOrder, {
  name: "DateOrder",
  description: "How a file writes dates such as 01/02/2027.",
  valuesConfig: {
    DMY: { description: "The day first: 1 February." },
    MDY: { description: "The month first: 2 January." },
  },
});
