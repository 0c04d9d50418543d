import type { Permission } from "@usher/rules/permissions";
import type { User } from "../users/user.entity.js";

/**
 * Everybody whom the table tells apart, in the order of its columns. Of groups, see access-places.ts: `groupadmin` administers group one,
 * `instructor` coaches it and instructs a program session of it, `othergroup` administers group two. All have a validated identity, but for
 * the founder and `unregistered`, who would have every other right.
 */
export const callers = {
  anonymous: null,
  pending: { status: "PENDING" },
  member: {},
  instructor: {},
  groupadmin: {},
  othergroup: {},
  register: { permissions: ["USER_REGISTRATION"] },
  bulk: { permissions: ["CAN_BULK_INVITE"] },
  identify: { permissions: ["MANAGE_USERS"] },
  "register+bulk": { permissions: ["USER_REGISTRATION", "CAN_BULK_INVITE"] },
  admin: { userType: "ADMINISTRATOR" },
  "admin+bulk": { userType: "ADMINISTRATOR", permissions: ["CAN_BULK_INVITE"] },
  founder: { userType: "FOUNDER" },
  unregistered: {
    userType: "ADMINISTRATOR",
    identityStatus: "DRAFT",
    permissions: ["USER_REGISTRATION", "CAN_BULK_INVITE", "MANAGE_USERS"],
  },
} as const satisfies Record<string, (Partial<User> & { permissions?: readonly Permission[] }) | null>;

export type Caller = keyof typeof callers;

/**
 * What a call comes to: it is answered, or refused with this code. `hidden`: what is another group's, or another person's, is as if it
 * did not exist. `group`: who invites to their groups has to name one.
 */
const meanings = {
  yes: null,
  "sign-in": "UNAUTHENTICATED",
  no: "FORBIDDEN",
  hidden: "NOT_FOUND",
  founded: "ALREADY_FOUNDED",
  other: "WRONG_ACCOUNT",
  oneself: "NOT_ONESELF",
  wrong: "PASSWORD_WRONG",
  others: "NOT_ALLOWED",
  never: "NOT_THE_FOUNDER",
  closed: "TRANSFER_CLOSED",
  decided: "IDENTITY_CLOSED",
  group: "REQUIRED",
  unknown: "UNKNOWN_GROUP",
} as const;

/**
 * Every operation x everybody (F6, F7, F52 to F57, F62). A row is an operation, or one way of calling it when they differ. Who has an
 * account that is not ACTIVE is nobody: a session cannot make a pending user more than anonymous.
 */
const table = `
                                     anonymous pending member  instructor groupadmin othergroup register bulk    identify register+bulk admin   admin+bulk founder unregistered

isFounded                            yes       yes     yes     yes        yes        yes        yes      yes     yes      yes           yes     yes        yes     yes
viewer                               yes       yes     yes     yes        yes        yes        yes      yes     yes      yes           yes     yes        yes     yes
workspace                            yes       yes     yes     yes        yes        yes        yes      yes     yes      yes           yes     yes        yes     yes
publicLook                           yes       yes     yes     yes        yes        yes        yes      yes     yes      yes           yes     yes        yes     yes
updateWorkspace                      sign-in   sign-in no      no         no         no         no       no      no       no            no      no         yes     no
foundWorkspace                       founded   founded founded founded    founded    founded    founded  founded founded  founded       founded founded    founded founded
signIn                               yes       yes     yes     yes        yes        yes        yes      yes     yes      yes           yes     yes        yes     yes
signOut                              yes       yes     yes     yes        yes        yes        yes      yes     yes      yes           yes     yes        yes     yes

linkPreview                          yes       yes     yes     yes        yes        yes        yes      yes     yes      yes           yes     yes        yes     yes
requestNewLink                       yes       yes     yes     yes        yes        yes        yes      yes     yes      yes           yes     yes        yes     yes
reportLinkOpened                     yes       yes     yes     yes        yes        yes        yes      yes     yes      yes           yes     yes        yes     yes
acceptInvitation                     yes       yes     other   other      other      other      other    other   other    other         other   other      other   other
activateUser                         yes       yes     other   other      other      other      other    other   other    other         other   other      other   other

requestPasswordReset                 yes       yes     yes     yes        yes        yes        yes      yes     yes      yes           yes     yes        yes     yes
resetPassword                        yes       yes     other   other      other      other      other    other   other    other         other   other      other   other
changePassword                       sign-in   sign-in wrong   wrong      wrong      wrong      wrong    wrong   wrong    wrong         wrong   wrong      wrong   wrong
setTemporaryPassword                 sign-in   sign-in no      no         no         no         no       no      no       no            yes     yes        yes     no
setTemporaryPassword/own             sign-in   sign-in no      no         no         no         no       no      no       no            oneself oneself    oneself no
requestEmailChange                   sign-in   sign-in no      no         no         no         no       no      no       no            yes     yes        yes     no
requestEmailChange/own               sign-in   sign-in wrong   wrong      wrong      wrong      wrong    wrong   wrong    wrong         wrong   wrong      wrong   wrong
cancelEmailChange                    sign-in   sign-in no      no         no         no         no       no      no       no            yes     yes        yes     no
cancelEmailChange/own                sign-in   sign-in yes     yes        yes        yes        yes      yes     yes      yes           yes     yes        yes     yes
updateProfile                        sign-in   sign-in yes     yes        yes        yes        yes      yes     yes      yes           yes     yes        yes     yes
confirmEmailChange                   yes       yes     other   other      other      other      other    other   other    other         other   other      other   other

invitations                          sign-in   sign-in no      no         no         no         yes      no      no       yes           yes     yes        yes     no
invitations/group                    sign-in   sign-in no      no         yes        hidden     yes      no      no       yes           yes     yes        yes     no
countInvitations                     sign-in   sign-in no      no         no         no         yes      no      no       yes           yes     yes        yes     no
countInvitations/group               sign-in   sign-in no      no         yes        hidden     yes      no      no       yes           yes     yes        yes     no
invitation                           sign-in   sign-in no      no         hidden     hidden     yes      no      no       yes           yes     yes        yes     no
invitation/group                     sign-in   sign-in no      no         yes        hidden     yes      no      no       yes           yes     yes        yes     no
inviteUsers                          sign-in   sign-in no      no         group      group      yes      no      no       yes           yes     yes        yes     no
inviteUsers/group                    sign-in   sign-in no      no         yes        unknown    yes      no      no       yes           yes     yes        yes     no
inviteUsers/group-id                 sign-in   sign-in no      no         yes        hidden     yes      no      no       yes           yes     yes        yes     no
inviteUsers/group-role               sign-in   sign-in no      no         yes        unknown    others   no      no       others        yes     yes        yes     no
inviteUsers/session                  sign-in   sign-in hidden  yes        yes        hidden     hidden   hidden  no       hidden        yes     yes        yes     hidden
inviteUsers/other-session            sign-in   sign-in hidden  hidden     yes        hidden     hidden   hidden  no       hidden        yes     yes        yes     hidden
bulkInvite                           sign-in   sign-in no      no         no         no         no       no      no       yes           no      yes        yes     no
createUser                           sign-in   sign-in no      no         no         no         yes      no      no       yes           yes     yes        yes     no
copyActivationLink/own               sign-in   sign-in no      no         no         no         yes      no      no       yes           yes     yes        yes     no
copyActivationLink                   sign-in   sign-in no      no         no         no         hidden   no      no       hidden        yes     yes        yes     no
sendActivationEmails/own             sign-in   sign-in no      no         no         no         yes      no      no       yes           yes     yes        yes     no
sendActivationEmails                 sign-in   sign-in no      no         no         no         hidden   no      no       hidden        yes     yes        yes     no
sendActivationEmails/all             sign-in   sign-in no      no         no         no         no       no      no       no            yes     yes        yes     no
copyInvitationLink                   sign-in   sign-in no      no         hidden     hidden     yes      no      no       yes           yes     yes        yes     no
copyInvitationLink/group             sign-in   sign-in no      no         yes        hidden     yes      no      no       yes           yes     yes        yes     no
copyInvitationLink/beyond            sign-in   sign-in no      no         others     hidden     yes      no      no       yes           yes     yes        yes     no
changeInvitation                     sign-in   sign-in no      no         hidden     hidden     yes      no      no       yes           yes     yes        yes     no
changeInvitation/group               sign-in   sign-in no      no         yes        hidden     yes      no      no       yes           yes     yes        yes     no
changeInvitation/beyond              sign-in   sign-in no      no         others     hidden     yes      no      no       yes           yes     yes        yes     no
cancelInvitations                    sign-in   sign-in no      no         hidden     hidden     yes      no      no       yes           yes     yes        yes     no
cancelInvitations/group              sign-in   sign-in no      no         yes        hidden     yes      no      no       yes           yes     yes        yes     no
cancelInvitations/beyond             sign-in   sign-in no      no         others     hidden     yes      no      no       yes           yes     yes        yes     no
resendInvitations                    sign-in   sign-in no      no         hidden     hidden     yes      no      no       yes           yes     yes        yes     no
resendInvitations/group              sign-in   sign-in no      no         yes        hidden     yes      no      no       yes           yes     yes        yes     no
resendInvitations/beyond             sign-in   sign-in no      no         others     hidden     yes      no      no       yes           yes     yes        yes     no
cancelInvitations/all                sign-in   sign-in no      no         no         no         yes      no      no       yes           yes     yes        yes     no
cancelInvitations/all-of-group       sign-in   sign-in no      no         yes        hidden     yes      no      no       yes           yes     yes        yes     no
resendInvitations/all                sign-in   sign-in no      no         no         no         yes      no      no       yes           yes     yes        yes     no
resendInvitations/all-of-group       sign-in   sign-in no      no         yes        hidden     yes      no      no       yes           yes     yes        yes     no
reportDelivery                       sign-in   sign-in no      no         no         no         no       no      no       no            yes     yes        yes     no
previewMail                          sign-in   sign-in no      no         no         no         yes      no      no       yes           yes     yes        yes     no
previewMail/invitation               sign-in   sign-in no      yes        yes        yes        yes      no      no       yes           yes     yes        yes     no
previewInvitationMail                sign-in   sign-in no      yes        yes        yes        yes      no      no       yes           yes     yes        yes     no

users                                sign-in   sign-in no      no         no         no         no       no      yes      no            yes     yes        yes     no
countUsers                           sign-in   sign-in no      no         no         no         no       no      yes      no            yes     yes        yes     no
user                                 sign-in   sign-in no      no         no         no         no       no      yes      no            yes     yes        yes     no
user/oneself                         sign-in   sign-in yes     yes        yes        yes        yes      yes     yes      yes           yes     yes        yes     yes
updateUser                           sign-in   sign-in no      no         no         no         no       no      no       no            yes     yes        yes     no
updateUser/founder                   sign-in   sign-in no      no         no         no         no       no      no       no            others  others     yes     no
updateUsers                          sign-in   sign-in no      no         no         no         no       no      no       no            yes     yes        yes     no
deactivateUsers                      sign-in   sign-in no      no         no         no         no       no      no       no            yes     yes        yes     no
reactivateUsers                      sign-in   sign-in no      no         no         no         no       no      no       no            yes     yes        yes     no
deleteUsers                          sign-in   sign-in no      no         no         no         no       no      no       no            yes     yes        yes     no
exportUsers                          sign-in   sign-in no      no         no         no         no       no      no       no            yes     yes        yes     no
availability                         sign-in   sign-in no      yes        yes        yes        yes      yes     no       yes           yes     yes        yes     no
availability/link                    yes       yes     yes     yes        yes        yes        yes      yes     yes      yes           yes     yes        yes     yes
suggestUsername                      sign-in   sign-in no      yes        yes        yes        yes      yes     no       yes           yes     yes        yes     no

identity                             sign-in   sign-in yes     yes        yes        yes        yes      yes     yes      yes           yes     yes        yes     yes
identity/another                     sign-in   sign-in no      no         no         no         no       no      yes      no            no      no         yes     no
identities                           sign-in   sign-in no      no         no         no         no       no      yes      no            no      no         yes     no
identityReads                        sign-in   sign-in yes     yes        yes        yes        yes      yes     yes      yes           yes     yes        yes     yes
ownData                              sign-in   sign-in yes     yes        yes        yes        yes      yes     yes      yes           yes     yes        yes     yes
submitPersonalInformation            sign-in   sign-in decided decided    decided    decided    decided  decided decided  decided       decided decided    yes     yes
registerPersonalInformation          sign-in   sign-in no      no         no         no         no       no      yes      no            no      no         yes     no
registerPersonalInformation/own      sign-in   sign-in no      no         no         no         no       no      oneself  no            no      no         yes     no
validateIdentity                     sign-in   sign-in no      no         no         no         no       no      yes      no            no      no         yes     no
validateIdentity/own                 sign-in   sign-in no      no         no         no         no       no      oneself  no            no      no         decided no
rejectIdentity                       sign-in   sign-in no      no         no         no         no       no      yes      no            no      no         yes     no
rejectIdentity/own                   sign-in   sign-in no      no         no         no         no       no      oneself  no            no      no         decided no
completeRegistration                 sign-in   sign-in no      no         no         no         no       no      no       no            no      no         yes     no

groups                               sign-in   sign-in no      no         yes        yes        yes      no      yes      yes           yes     yes        yes     no
group                                sign-in   sign-in no      no         yes        hidden     yes      no      yes      yes           yes     yes        yes     no
group/members                        sign-in   sign-in no      no         yes        hidden     no       no      yes      no            yes     yes        yes     no
createGroup                          sign-in   sign-in no      no         no         no         no       no      no       no            yes     yes        yes     no
updateGroup                          sign-in   sign-in no      no         no         no         no       no      no       no            yes     yes        yes     no
mergeGroups                          sign-in   sign-in no      no         no         no         no       no      no       no            yes     yes        yes     no
deleteGroups                         sign-in   sign-in no      no         no         no         no       no      no       no            yes     yes        yes     no
addGroupMembers                      sign-in   sign-in no      no         yes        hidden     no       no      no       no            yes     yes        yes     no
addGroupMembers/stranger             sign-in   sign-in no      no         hidden     hidden     no       no      no       no            yes     yes        yes     no
removeGroupMembers                   sign-in   sign-in no      no         yes        hidden     no       no      no       no            yes     yes        yes     no

companies                            sign-in   sign-in no      no         no         no         yes      no      yes      yes           yes     yes        yes     no
company                              sign-in   sign-in no      no         no         no         yes      no      yes      yes           yes     yes        yes     no
createCompany                        sign-in   sign-in no      no         no         no         no       no      no       no            yes     yes        yes     no
updateCompany                        sign-in   sign-in no      no         no         no         no       no      no       no            yes     yes        yes     no
mergeCompanies                       sign-in   sign-in no      no         no         no         no       no      no       no            yes     yes        yes     no
deleteCompanies                      sign-in   sign-in no      no         no         no         no       no      no       no            yes     yes        yes     no
addCompanyMembers                    sign-in   sign-in no      no         no         no         no       no      no       no            yes     yes        yes     no
removeCompanyMembers                 sign-in   sign-in no      no         no         no         no       no      no       no            yes     yes        yes     no

teams                                sign-in   sign-in no      no         no         no         yes      no      yes      yes           yes     yes        yes     no
team                                 sign-in   sign-in no      no         no         no         yes      no      yes      yes           yes     yes        yes     no
createTeam                           sign-in   sign-in no      no         no         no         no       no      no       no            yes     yes        yes     no
updateTeam                           sign-in   sign-in no      no         no         no         no       no      no       no            yes     yes        yes     no
mergeTeams                           sign-in   sign-in no      no         no         no         no       no      no       no            yes     yes        yes     no
deleteTeams                          sign-in   sign-in no      no         no         no         no       no      no       no            yes     yes        yes     no
addTeamMembers                       sign-in   sign-in no      no         no         no         no       no      no       no            yes     yes        yes     no
removeTeamMembers                    sign-in   sign-in no      no         no         no         no       no      no       no            yes     yes        yes     no

labels                               sign-in   sign-in no      no         yes        yes        yes      no      yes      yes           yes     yes        yes     no
label                                sign-in   sign-in no      no         yes        yes        yes      no      yes      yes           yes     yes        yes     no
createLabel                          sign-in   sign-in no      no         no         no         no       no      no       no            yes     yes        yes     no
updateLabel                          sign-in   sign-in no      no         no         no         no       no      no       no            yes     yes        yes     no
mergeLabels                          sign-in   sign-in no      no         no         no         no       no      no       no            yes     yes        yes     no
deleteLabels                         sign-in   sign-in no      no         no         no         no       no      no       no            yes     yes        yes     no
addLabelMembers                      sign-in   sign-in no      no         no         no         no       no      no       no            yes     yes        yes     no
removeLabelMembers                   sign-in   sign-in no      no         no         no         no       no      no       no            yes     yes        yes     no

programSessions                      sign-in   sign-in no      yes        yes        yes        no       no      yes      no            yes     yes        yes     no
programSessions/group                sign-in   sign-in no      yes        yes        hidden     no       no      yes      no            yes     yes        yes     no
programSession                       sign-in   sign-in hidden  yes        yes        hidden     hidden   hidden  yes      hidden        yes     yes        yes     hidden
programSession/members               sign-in   sign-in hidden  yes        yes        hidden     hidden   hidden  yes      hidden        yes     yes        yes     hidden
programSession/other                 sign-in   sign-in hidden  hidden     yes        hidden     hidden   hidden  yes      hidden        yes     yes        yes     hidden
createProgramSession                 sign-in   sign-in no      no         yes        hidden     no       no      no       no            yes     yes        yes     no
updateProgramSession                 sign-in   sign-in hidden  no         yes        hidden     hidden   hidden  no       hidden        yes     yes        yes     hidden
updateProgramSession/other           sign-in   sign-in hidden  hidden     yes        hidden     hidden   hidden  no       hidden        yes     yes        yes     hidden
mergeProgramSessions                 sign-in   sign-in hidden  no         yes        hidden     hidden   hidden  no       hidden        yes     yes        yes     hidden
mergeProgramSessions/other           sign-in   sign-in hidden  hidden     yes        hidden     hidden   hidden  no       hidden        yes     yes        yes     hidden
deleteProgramSessions                sign-in   sign-in hidden  no         yes        hidden     hidden   hidden  no       hidden        yes     yes        yes     hidden
deleteProgramSessions/other          sign-in   sign-in hidden  hidden     yes        hidden     hidden   hidden  no       hidden        yes     yes        yes     hidden
addProgramSessionMembers             sign-in   sign-in hidden  yes        yes        hidden     hidden   hidden  no       hidden        yes     yes        yes     hidden
addProgramSessionMembers/instructor  sign-in   sign-in hidden  others     yes        hidden     hidden   hidden  no       hidden        yes     yes        yes     hidden
addProgramSessionMembers/stranger    sign-in   sign-in hidden  others     hidden     hidden     hidden   hidden  no       hidden        yes     yes        yes     hidden
addProgramSessionMembers/other       sign-in   sign-in hidden  hidden     yes        hidden     hidden   hidden  no       hidden        yes     yes        yes     hidden
removeProgramSessionMembers          sign-in   sign-in hidden  no         yes        hidden     hidden   hidden  no       hidden        yes     yes        yes     hidden

imports                              sign-in   sign-in no      no         no         no         yes      no      no       yes           yes     yes        yes     no
import/own                           sign-in   sign-in no      no         no         no         hidden   no      no       yes           hidden  yes        yes     no
import/another                       sign-in   sign-in no      no         no         no         hidden   no      no       hidden        hidden  hidden     yes     no
columnMapping                        sign-in   sign-in no      no         no         no         no       no      no       yes           no      yes        yes     no
startImport                          sign-in   sign-in no      no         no         no         no       no      no       yes           no      yes        yes     no
stageImportRows                      sign-in   sign-in no      no         no         no         no       no      no       yes           no      yes        yes     no
planImport                           sign-in   sign-in no      no         no         no         no       no      no       yes           no      yes        yes     no
commitImport                         sign-in   sign-in no      no         no         no         no       no      no       yes           no      yes        yes     no
cancelImport                         sign-in   sign-in no      no         no         no         hidden   no      no       yes           hidden  yes        yes     no
cancelImport/another                 sign-in   sign-in no      no         no         no         hidden   no      no       hidden        hidden  hidden     yes     no

onboarding                           sign-in   sign-in no      no         no         no         yes      no      no       yes           yes     yes        yes     no

grantPermission                      sign-in   sign-in no      no         no         no         no       no      no       no            no      no         yes     no
grantPermission/founder              sign-in   sign-in no      no         no         no         no       no      no       no            no      no         never   no
revokePermission                     sign-in   sign-in no      no         no         no         no       no      no       no            no      no         yes     no
revokePermission/founder             sign-in   sign-in no      no         no         no         no       no      no       no            no      no         never   no
foundershipTransfer                  sign-in   sign-in yes     yes        yes        yes        yes      yes     yes      yes           yes     yes        yes     no
requestFoundershipTransfer           sign-in   sign-in no      no         no         no         no       no      no       no            no      no         yes     no
requestFoundershipTransfer/own       sign-in   sign-in no      no         no         no         no       no      no       no            no      no         oneself no
confirmFoundershipTransfer           sign-in   sign-in closed  closed     closed     closed     closed   closed  closed   closed        closed  closed     closed  no
confirmFoundershipTransfer/own       sign-in   sign-in wrong   wrong      wrong      wrong      wrong    wrong   wrong    wrong         wrong   wrong      wrong   no
cancelFoundershipTransfer            sign-in   sign-in closed  closed     closed     closed     closed   closed  closed   closed        closed  closed     yes     no
cancelFoundershipTransfer/own        sign-in   sign-in yes     yes        yes        yes        yes      yes     yes      yes           yes     yes        yes     no

inboxMails                           sign-in   sign-in no      no         no         no         no       no      no       no            no      no         yes     no
inboxMail                            sign-in   sign-in no      no         no         no         no       no      no       no            no      no         yes     no

task/own                             sign-in   sign-in yes     yes        yes        yes        yes      yes     yes      yes           yes     yes        yes     no
task/another                         sign-in   sign-in hidden  hidden     hidden     hidden     hidden   hidden  hidden   hidden        hidden  hidden     hidden  no
`;

export interface Row {
  /** The operation, with the way of calling it behind a slash. */
  readonly call: string;
  readonly operation: string;
  readonly expected: readonly { readonly caller: Caller; readonly code: string | null }[];
}

export const rows = readRows(table);

function readRows(text: string): Row[] {
  const [head, ...lines] = text
    .split("\n")
    .map((line) => line.trim().split(/\s+/))
    .filter(([first]) => first !== "");
  if (head?.join() !== Object.keys(callers).join()) throw new Error("The table's columns are not the callers");
  return lines.map(([call = "", ...cells]) => ({
    call,
    operation: call.replace(/\/.*/, ""),
    expected: (Object.keys(callers) as Caller[]).map((caller, i) => {
      const cell = cells[i] ?? "";
      if (!Object.hasOwn(meanings, cell)) throw new Error(`${call} says "${cell}" of ${caller}`);
      return { caller, code: meanings[cell as keyof typeof meanings] };
    }),
  }));
}
