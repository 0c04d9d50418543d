import {
  type Icon,
  IconCalendarEvent,
  IconFileImport,
  IconHome,
  IconIdBadge2,
  IconKey,
  IconMailForward,
  IconSettings,
  IconUserPlus,
  IconUsers,
  IconUsersGroup,
} from "@tabler/icons-react";
import type { Viewer } from "../../apollo/viewer";

export interface Destination {
  to: string;
  label:
    | "home"
    | "users"
    | "invitations"
    | "import"
    | "groups"
    | "programSessions"
    | "registration"
    | "review"
    | "permissions"
    | "settings";
  icon: Icon;
  /** Absent from the navigation for whom it would only refuse. */
  opensFor: (viewer: Viewer) => boolean;
  /** Pages that are reached through it and have addresses of their own. */
  also?: readonly string[];
}

/** They belong to the section User registration, and to the review for those to whom the section is closed. */
const identityPages = ["/registration/personal", "/registration/complete"] as const;

/** In the order of the left navigation: what people do here, and below it what the workspace is like. */
export const destinations: readonly Destination[][] = [
  [
    { to: "/", label: "home", icon: IconHome, opensFor: () => true },
    { to: "/users", label: "users", icon: IconUsers, opensFor: ({ can }) => can.seeUsers },
    {
      to: "/users/invitations",
      label: "invitations",
      icon: IconMailForward,
      opensFor: ({ can }) => can.seeInvitations,
    },
    // who may add people but not import is told whom to ask
    { to: "/import", label: "import", icon: IconFileImport, opensFor: ({ can }) => can.add || can.importFiles },
    {
      to: "/groups",
      label: "groups",
      icon: IconUsersGroup,
      opensFor: ({ can }) => can.seeGroups,
      also: ["/program-sessions", "/companies", "/teams", "/labels"],
    },
    // a coach sees no group, only what they instruct
    {
      to: "/program-sessions",
      label: "programSessions",
      icon: IconCalendarEvent,
      opensFor: ({ can }) => can.seeProgramSessions && !can.seeGroups,
    },
    {
      to: "/registration",
      label: "registration",
      icon: IconUserPlus,
      opensFor: ({ can }) => can.openUserRegistration,
      also: identityPages,
    },
    // identities are their business who hold manage_users, with the section or without it
    {
      to: "/registration/review",
      label: "review",
      icon: IconIdBadge2,
      opensFor: ({ can }) => can.manageIdentities,
      also: identityPages,
    },
  ],
  [
    { to: "/permissions", label: "permissions", icon: IconKey, opensFor: ({ can }) => can.grantPermissions },
    { to: "/settings", label: "settings", icon: IconSettings, opensFor: ({ can }) => can.updateWorkspace },
  ],
];

/** The one destination of these that a path belongs to: by the longest that it begins with. */
export function currentDestination(shown: readonly Destination[], pathname: string): string | null {
  const places = shown.flatMap(({ to, also = [] }) => [to, ...also].map((beginning) => ({ to, beginning })));
  const fitting = places.filter(({ beginning }) =>
    beginning === "/" ? pathname === "/" : pathname === beginning || pathname.startsWith(`${beginning}/`),
  );
  return fitting.sort((a, b) => b.beginning.length - a.beginning.length)[0]?.to ?? null;
}
