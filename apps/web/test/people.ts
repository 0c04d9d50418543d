import type { Viewer } from "../src/apollo/viewer";

/** The founder of a workspace that keeps its mail in the development inbox. */
export function aFounder(more: Partial<Viewer["can"]> = {}): Viewer {
  return {
    __typename: "Viewer",
    user: {
      __typename: "User",
      id: "u1",
      email: "ann@example.org",
      username: "ann",
      firstName: "Ann",
      lastName: "Lee",
      userType: "FOUNDER",
      status: "ACTIVE",
      language: "EN",
      company: null,
      groups: [],
    },
    workspace: {
      __typename: "Workspace",
      id: "w1",
      name: "Delta",
      languages: ["EN", "FR", "NL"],
      defaultLanguage: "EN",
      invitationLifetimeHours: 168,
      mailDelivery: "INBOX",
    },
    permissions: ["CAN_BULK_INVITE"],
    can: {
      __typename: "ViewerCan",
      add: true,
      bulkInvite: true,
      addAdministrators: true,
      seeUsers: true,
      changeUsers: true,
      seeInvitations: true,
      readInbox: true,
      updateWorkspace: true,
      importFiles: true,
      invite: true,
      askAvailability: true,
      seeGroups: true,
      seeNames: true,
      manageNames: true,
      seeProgramSessions: true,
      openUserRegistration: true,
      manageIdentities: true,
      grantPermissions: true,
      peoplePerCall: 5000,
      ...more,
    },
  } as Viewer;
}
