/** How a program session stands on a day; all three are calendar days. */
export type SessionState = "UPCOMING" | "RUNNING" | "PAST";

export function stateOf({ startsOn, endsOn }: { startsOn: string; endsOn: string }, today: string): SessionState {
  if (today < startsOn) return "UPCOMING";
  return today > endsOn ? "PAST" : "RUNNING";
}
