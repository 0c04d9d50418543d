/** A person's name as mails show it; "" without one. */
export const personName = (person: { firstName: string | null; lastName: string | null }): string =>
  [person.firstName, person.lastName].filter(Boolean).join(" ").slice(0, 200);
