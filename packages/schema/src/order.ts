import { enumOf, type ValueOf } from "./enum.js";

export const OrderDirection = enumOf("OrderDirection", "Which end of an order comes first.", {
  ASC: "From A to Z, from the earliest to the latest; what has no value comes first.",
  DESC: "From Z to A, from the latest to the earliest; what has no value comes last.",
});
export type OrderDirection = ValueOf<typeof OrderDirection>;
