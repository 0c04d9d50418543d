import { NuqsAdapter } from "nuqs/adapters/react-router/v8";
import { Outlet, ScrollRestoration } from "react-router";

export function Root() {
  return (
    <NuqsAdapter>
      <Outlet />
      <ScrollRestoration />
    </NuqsAdapter>
  );
}
