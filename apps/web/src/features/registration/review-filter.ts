import { createSerializer, parseAsStringLiteral, useQueryStates } from "nuqs";

/** In the order of the chips: what waits stands first. */
export const reviewStatuses = ["SUBMITTED", "DRAFT", "REJECTED", "VALIDATED"] as const;
export type ReviewStatus = (typeof reviewStatuses)[number];

export const directions = ["ASC", "DESC"] as const;

const parts = {
  status: parseAsStringLiteral(reviewStatuses).withDefault("SUBMITTED"),
  direction: parseAsStringLiteral(directions).withDefault("ASC"),
};

/** Which identities are looked at, and from which end: in the address, of the list as of each one that is opened from it. */
export const useReviewFilter = () => useQueryStates(parts);

/** The queue's address, or that of somebody in it, for a filter. */
const serialize = createSerializer(parts);
export const reviewPath = (filter: Parameters<typeof serialize>[1], userId?: string): string =>
  serialize(`/registration/review${userId === undefined ? "" : `/${userId}`}`, filter);
