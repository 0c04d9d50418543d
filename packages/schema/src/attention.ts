import { enumOf, type ValueOf } from "./enum.js";

export const Attention = enumOf("Attention", "What somebody's way in waits for, so that those who invite look at it.", {
  NEW_LINK_ASKED: "The link expired and the person asks for a new one. Sending again answers it.",
  SEAT_LIMIT: "The person tried to join and found no seat free. Once one is, the same link works.",
});
export type Attention = ValueOf<typeof Attention>;
