import { Suspense } from "react";
import { Outlet } from "react-router";
import { SignInAgain } from "../../features/session/sign-in-again";
import { ConnectionBanner } from "./connection-banner";

/** Around pages that stand for themselves, without navigation, for people who are signed in. */
export function BareFrame() {
  return (
    <>
      <ConnectionBanner />
      <Suspense>
        <Outlet />
      </Suspense>
      <SignInAgain />
    </>
  );
}
