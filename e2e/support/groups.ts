import type { Page } from "@playwright/test";
import { act } from "./ask";

/** Makes a group; answers its id. */
export async function createGroup(page: Page, name: string): Promise<string> {
  return (await act(page, "createGroup", "CreateGroupInput", { name }, "group { id }")).group.id;
}

/** Puts people who are here into a group. */
export async function addToGroup(page: Page, groupId: string, emails: string[], roles: string[]): Promise<void> {
  await act(page, "addGroupMembers", "AddGroupMembersInput", { groupId, emails, roles });
}

/** Plans a program session of a group in the next days; answers its id. */
export async function planSession(page: Page, groupId: string, name: string): Promise<string> {
  const input = { groupId, name, startsOn: dayFromNow(3), endsOn: dayFromNow(5) };
  return (await act(page, "createProgramSession", "CreateProgramSessionInput", input, "programSession { id }"))
    .programSession.id;
}

/** As a date field takes it. */
export const dayFromNow = (days: number) => new Date(Date.now() + days * 24 * 3_600_000).toISOString().slice(0, 10);
