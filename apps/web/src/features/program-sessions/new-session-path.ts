/** Where a session is planned, with the group that one came from. */
export const newSessionPath = (groupId: string | null): string =>
  groupId === null ? "/program-sessions/new" : `/program-sessions/new?group=${groupId}`;
