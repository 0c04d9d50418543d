/** Tells a password manager for whom the new password is to be kept. */
export function LoginForManager({ login }: { login: string | null }) {
  return login ? <input type="text" autoComplete="username" value={login} readOnly hidden /> : null;
}
