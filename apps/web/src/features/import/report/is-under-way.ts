import type { ImportStatus } from "../../../gql/graphql";

const moving: readonly ImportStatus[] = ["PLANNING", "SCHEDULED", "RUNNING", "UNDOING"];

/** The server works on it: its numbers change without us. */
export function isUnderWay({ status }: { status: ImportStatus }): boolean {
  return moving.includes(status);
}
