/** How much fits where. E-mail addresses in UTF-8 octets (RFC 5321, 4.5.3.1.3), everything else in code points. */
export const limits = {
  email: 254,
  username: 64,
  firstName: 100,
  lastName: 100,
  company: 100,
  group: 100,
  team: 100,
  label: 100,
  programSession: 100,
  externalId: 100,
  workspaceName: 100,
  fileName: 255,
  message: 2000,
  idempotencyKey: 100,
  /** A cell of a million slashes must not become a million groups. */
  groupsPerPerson: 100,
  /** Groups or roles as given, repeats and blanks included: each may be a problem of its own, to be answered one by one. */
  listItems: 1_000,
} as const;
