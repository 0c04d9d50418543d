import type { InvitationFilter, InvitationOrder, InvitationStatus } from "@usher/schema/invitation";
import { all, any, type Condition, equals } from "../db/condition.js";
import { parseId } from "../db/ids.js";
import { type Branch, type Direction, type KeysetList, nullableOrder } from "../db/keyset.js";
import { searchBranches, searchText } from "../db/search.js";
import { Invitation } from "./invitation.entity.js";
import { standsAs } from "./invitation-status.js";

const searched = [
  { property: "emailKey", holds: "email" },
  { property: "lastKey", holds: "name" },
  { property: "firstKey", holds: "name" },
] as const;

const never: Condition = any();

/** The invitations of a workspace that a filter lets through, as they stand at `now`, the latest first unless ordered. */
export function invitationList(
  workspaceId: string,
  now: Date,
  filter: InvitationFilter | null | undefined,
  order: InvitationOrder | null | undefined,
): KeysetList<Invitation> {
  const text = searchText(filter?.search);
  const direction = text === null ? (order?.direction ?? "DESC") : "ASC";
  const field = order?.field ?? "CREATED_AT";
  const streams = statusStreams(filter?.statuses, now);
  const branches = text === null ? ordered(field, direction) : searchBranches(text, searched);
  return {
    target: Invitation,
    direction,
    where: [equals("workspaceId", workspaceId), ...idFilters(filter)],
    branches: branches.map((branch) => (streams ? { ...branch, streams } : branch)),
    about: [
      "invitations",
      workspaceId,
      text ?? [field, direction],
      filter?.statuses,
      filter?.importId,
      filter?.inviterId,
    ],
  };
}

/** The same invitations as a condition, for statements that act on all of them. */
export function matching(workspaceId: string, now: Date, filter: InvitationFilter | null | undefined): Condition {
  const { where, branches } = invitationList(workspaceId, now, filter, null);
  return all(...where, any(...branches.map((branch) => all(...branch.where, any(...(branch.streams ?? [all()]))))));
}

function ordered(field: InvitationOrder["field"], direction: Direction): Branch[] {
  if (field === "LAST_SENT_AT") return nullableOrder("lastSentAt", direction, { where: [] });
  return [
    { keys: [({ CREATED_AT: "createdAt", EMAIL: "emailKey", EXPIRES_AT: "expiresAt" } as const)[field]], where: [] },
  ];
}

function idFilters(filter: InvitationFilter | null | undefined): Condition[] {
  return (["importId", "inviterId"] as const).flatMap((property) => {
    const raw = filter?.[property];
    if (!raw) return [];
    const id = parseId(raw);
    return [id === null ? never : equals(property, id)];
  });
}

/** One condition for each wanted status, each with an index of its own; undefined when all are wanted. */
function statusStreams(statuses: readonly InvitationStatus[] | null | undefined, now: Date): Condition[] | undefined {
  if (!statuses) return undefined;
  const wanted = new Set(statuses);
  if (wanted.size === 4) return undefined;
  if (wanted.size === 0) return [never];
  const isAnyPending = wanted.has("PENDING") && wanted.has("EXPIRED");
  if (!isAnyPending) return [...wanted].map((status) => standsAs(status, now));
  const closed = [...wanted].filter((status) => status === "ACCEPTED" || status === "CANCELLED");
  return [equals("status", "PENDING"), ...closed.map((status) => standsAs(status, now))];
}
