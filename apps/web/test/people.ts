import { identityFields, usualFields } from "@usher/rules/identity-fields";
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
      identityStatus: "VALIDATED",
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
      identityRequired: true,
      identityFields: identityFields.map((field) => ({ __typename: "AskedField", field, asked: usualFields[field] })),
    },
    permissions: ["CAN_BULK_INVITE"],
    mustRegister: false,
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
      seeImports: true,
      invite: true,
      askAvailability: true,
      seeGroups: true,
      seeNames: true,
      manageNames: true,
      seeProgramSessions: true,
      openUserRegistration: true,
      manageIdentities: true,
      completeRegistration: true,
      grantPermissions: true,
      peoplePerCall: 5000,
      ...more,
    },
    founderName: "Ann Lee",
  } as Viewer;
}

const nothing = Object.fromEntries(
  Object.entries(aFounder().can).map(([name, value]) => [name, typeof value === "boolean" ? false : value]),
) as Viewer["can"];

/** A member with a role in the group g1, "Delta": what the server says that they may follows from it. */
function aMemberOf(role: "ADMINISTRATOR" | "COACH", can: Partial<Viewer["can"]>): Viewer {
  const { user, ...viewer } = aFounder();
  const membership = { __typename: "GroupMembership", role, group: { __typename: "Group", id: "g1", name: "Delta" } };
  return {
    ...viewer,
    user: {
      ...user,
      id: "u7",
      userType: "MEMBER",
      groups: [membership],
    },
    permissions: [],
    can: { ...nothing, askAvailability: true, seeProgramSessions: true, peoplePerCall: 50, ...can },
  };
}

/** Runs one group, and is a member elsewhere (F6). */
export const aGroupAdministrator = () => aMemberOf("ADMINISTRATOR", { invite: true, seeGroups: true });

/** Coaches one group; the sessions of it that they instruct are what they see (F7). */
export const aCoach = () => aMemberOf("COACH", {});
