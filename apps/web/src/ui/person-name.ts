interface Named {
  firstName?: string | null;
  lastName?: string | null;
  username?: string | null;
  email?: string | null;
}

/** The best name we have for someone. */
export function personName({ firstName, lastName, username, email }: Named): string {
  const full = [firstName, lastName].filter(Boolean).join(" ");
  return full || email || username || "";
}
