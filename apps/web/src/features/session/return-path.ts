/** Where to go after signing in: only a path of this app, never another site that a crafted link names. */
export function returnPath(asked: string | null): string {
  if (!asked?.startsWith("/") || asked.startsWith("//") || asked.startsWith("/\\")) return "/";
  return asked;
}
