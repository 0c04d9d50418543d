/** Where one's own identity is filled in. */
export const registration = "/my-registration";

/** What is open without a validated identity, where one is required (F62). */
export const isOpenAtGate = (pathname: string) => pathname === registration || pathname === "/account";
