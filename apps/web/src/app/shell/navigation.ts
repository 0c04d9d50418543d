import { type Icon, IconFileImport, IconHome, IconMailForward, IconSettings, IconUsers } from "@tabler/icons-react";
import type { Viewer } from "../../apollo/viewer";

interface Destination {
  to: string;
  label: "home" | "users" | "invitations" | "import" | "settings";
  icon: Icon;
  /** Absent from the navigation for whom it would only refuse. */
  opensFor: (viewer: Viewer) => boolean;
}

/** In the order of the left navigation. */
export const destinations: Destination[] = [
  { to: "/", label: "home", icon: IconHome, opensFor: () => true },
  { to: "/users", label: "users", icon: IconUsers, opensFor: ({ can }) => can.seeUsers },
  { to: "/users/invitations", label: "invitations", icon: IconMailForward, opensFor: ({ can }) => can.seeInvitations },
  // who may add people but not import is told whom to ask
  { to: "/import", label: "import", icon: IconFileImport, opensFor: ({ can }) => can.add || can.importFiles },
  { to: "/settings", label: "settings", icon: IconSettings, opensFor: ({ can }) => can.updateWorkspace },
];

/** The one destination a path belongs to: the longest that it begins with. */
export function currentDestination(pathname: string): string | null {
  const fitting = destinations
    .map(({ to }) => to)
    .filter((to) => (to === "/" ? pathname === "/" : pathname === to || pathname.startsWith(`${to}/`)));
  return fitting.sort((a, b) => b.length - a.length)[0] ?? null;
}
