import type { Permission } from "@usher/rules/permissions";
import type { User } from "../users/user.entity.js";

/**
 * Everybody whom the table tells apart, in the order of its columns. Of groups, see access-places.ts: `groupadmin` administers group one,
 * `instructor` coaches it and instructs a program session of it, `othergroup` administers group two.
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
  group: "REQUIRED",
  unknown: "UNKNOWN_GROUP",
} as const;

/**
 * Every operation x everybody (F6, F7, F52 to F57). A row is an operation, or one way of calling it when they differ. Who has an
 * account that is not ACTIVE is nobody: a session cannot make a pending user more than anonymous.
 */
const table = `
                                     anonymous pending member  instructor groupadmin othergroup register bulk    identify register+bulk admin   admin+bulk founder

isFounded                            yes       yes     yes     yes        yes        yes        yes      yes     yes      yes           yes     yes        yes
viewer                               yes       yes     yes     yes        yes        yes        yes      yes     yes      yes           yes     yes        yes
workspace                            yes       yes     yes     yes        yes        yes        yes      yes     yes      yes           yes     yes        yes
publicLook                           yes       yes     yes     yes        yes        yes        yes      yes     yes      yes           yes     yes        yes
updateWorkspace                      sign-in   sign-in no      no         no         no         no       no      no       no            no      no         yes
foundWorkspace                       founded   founded founded founded    founded    founded    founded  founded founded  founded       founded founded    founded
signIn                               yes       yes     yes     yes        yes        yes        yes      yes     yes      yes           yes     yes        yes
signOut                              yes       yes     yes     yes        yes        yes        yes      yes     yes      yes           yes     yes        yes

linkPreview                          yes       yes     yes     yes        yes        yes        yes      yes     yes      yes           yes     yes        yes
requestNewLink                       yes       yes     yes     yes        yes        yes        yes      yes     yes      yes           yes     yes        yes
reportLinkOpened                     yes       yes     yes     yes        yes        yes        yes      yes     yes      yes           yes     yes        yes
acceptInvitation                     yes       yes     other   other      other      other      other    other   other    other         other   other      other
activateUser                         yes       yes     other   other      other      other      other    other   other    other         other   other      other

requestPasswordReset                 yes       yes     yes     yes        yes        yes        yes      yes     yes      yes           yes     yes        yes
resetPassword                        yes       yes     other   other      other      other      other    other   other    other         other   other      other
changePassword                       sign-in   sign-in wrong   wrong      wrong      wrong      wrong    wrong   wrong    wrong         wrong   wrong      wrong
setTemporaryPassword                 sign-in   sign-in no      no         no         no         no       no      no       no            yes     yes        yes
setTemporaryPassword/own             sign-in   sign-in no      no         no         no         no       no      no       no            oneself oneself    oneself
requestEmailChange                   sign-in   sign-in no      no         no         no         no       no      no       no            yes     yes        yes
requestEmailChange/own               sign-in   sign-in wrong   wrong      wrong      wrong      wrong    wrong   wrong    wrong         wrong   wrong      wrong
cancelEmailChange                    sign-in   sign-in no      no         no         no         no       no      no       no            yes     yes        yes
cancelEmailChange/own                sign-in   sign-in yes     yes        yes        yes        yes      yes     yes      yes           yes     yes        yes
updateProfile                        sign-in   sign-in yes     yes        yes        yes        yes      yes     yes      yes           yes     yes        yes
confirmEmailChange                   yes       yes     other   other      other      other      other    other   other    other         other   other      other

invitations                          sign-in   sign-in no      no         no         no         yes      no      no       yes           yes     yes        yes
invitations/group                    sign-in   sign-in no      no         yes        hidden     yes      no      no       yes           yes     yes        yes
countInvitations                     sign-in   sign-in no      no         no         no         yes      no      no       yes           yes     yes        yes
countInvitations/group               sign-in   sign-in no      no         yes        hidden     yes      no      no       yes           yes     yes        yes
invitation                           sign-in   sign-in no      no         hidden     hidden     yes      no      no       yes           yes     yes        yes
invitation/group                     sign-in   sign-in no      no         yes        hidden     yes      no      no       yes           yes     yes        yes
inviteUsers                          sign-in   sign-in no      no         group      group      yes      no      no       yes           yes     yes        yes
inviteUsers/group                    sign-in   sign-in no      no         yes        unknown    yes      no      no       yes           yes     yes        yes
inviteUsers/group-role               sign-in   sign-in no      no         yes        unknown    others   no      no       others        yes     yes        yes
inviteUsers/session                  sign-in   sign-in hidden  yes        yes        hidden     hidden   hidden  no       hidden        yes     yes        yes
inviteUsers/other-session            sign-in   sign-in hidden  hidden     yes        hidden     hidden   hidden  no       hidden        yes     yes        yes
bulkInvite                           sign-in   sign-in no      no         no         no         no       no      no       yes           no      yes        yes
createUser                           sign-in   sign-in no      no         no         no         yes      no      no       yes           yes     yes        yes
copyActivationLink/own               sign-in   sign-in no      no         no         no         yes      no      no       yes           yes     yes        yes
copyActivationLink                   sign-in   sign-in no      no         no         no         hidden   no      no       hidden        yes     yes        yes
sendActivationEmails/own             sign-in   sign-in no      no         no         no         yes      no      no       yes           yes     yes        yes
sendActivationEmails                 sign-in   sign-in no      no         no         no         hidden   no      no       hidden        yes     yes        yes
sendActivationEmails/all             sign-in   sign-in no      no         no         no         no       no      no       no            yes     yes        yes
copyInvitationLink                   sign-in   sign-in no      no         hidden     hidden     yes      no      no       yes           yes     yes        yes
copyInvitationLink/group             sign-in   sign-in no      no         yes        hidden     yes      no      no       yes           yes     yes        yes
copyInvitationLink/beyond            sign-in   sign-in no      no         others     hidden     yes      no      no       yes           yes     yes        yes
changeInvitation                     sign-in   sign-in no      no         hidden     hidden     yes      no      no       yes           yes     yes        yes
changeInvitation/group               sign-in   sign-in no      no         yes        hidden     yes      no      no       yes           yes     yes        yes
changeInvitation/beyond              sign-in   sign-in no      no         others     hidden     yes      no      no       yes           yes     yes        yes
cancelInvitations                    sign-in   sign-in no      no         hidden     hidden     yes      no      no       yes           yes     yes        yes
cancelInvitations/group              sign-in   sign-in no      no         yes        hidden     yes      no      no       yes           yes     yes        yes
cancelInvitations/beyond             sign-in   sign-in no      no         others     hidden     yes      no      no       yes           yes     yes        yes
resendInvitations                    sign-in   sign-in no      no         hidden     hidden     yes      no      no       yes           yes     yes        yes
resendInvitations/group              sign-in   sign-in no      no         yes        hidden     yes      no      no       yes           yes     yes        yes
resendInvitations/beyond             sign-in   sign-in no      no         others     hidden     yes      no      no       yes           yes     yes        yes
cancelInvitations/all                sign-in   sign-in no      no         no         no         yes      no      no       yes           yes     yes        yes
cancelInvitations/all-of-group       sign-in   sign-in no      no         yes        hidden     yes      no      no       yes           yes     yes        yes
resendInvitations/all                sign-in   sign-in no      no         no         no         yes      no      no       yes           yes     yes        yes
resendInvitations/all-of-group       sign-in   sign-in no      no         yes        hidden     yes      no      no       yes           yes     yes        yes
reportDelivery                       sign-in   sign-in no      no         no         no         no       no      no       no            yes     yes        yes
previewMail                          sign-in   sign-in no      no         no         no         yes      no      no       yes           yes     yes        yes
previewMail/invitation               sign-in   sign-in no      yes        yes        yes        yes      no      no       yes           yes     yes        yes
previewInvitationMail                sign-in   sign-in no      yes        yes        yes        yes      no      no       yes           yes     yes        yes

users                                sign-in   sign-in no      no         no         no         no       no      yes      no            yes     yes        yes
countUsers                           sign-in   sign-in no      no         no         no         no       no      yes      no            yes     yes        yes
user                                 sign-in   sign-in no      no         no         no         no       no      yes      no            yes     yes        yes
user/oneself                         sign-in   sign-in yes     yes        yes        yes        yes      yes     yes      yes           yes     yes        yes
updateUser                           sign-in   sign-in no      no         no         no         no       no      no       no            yes     yes        yes
updateUser/founder                   sign-in   sign-in no      no         no         no         no       no      no       no            others  others     yes
updateUsers                          sign-in   sign-in no      no         no         no         no       no      no       no            yes     yes        yes
deactivateUsers                      sign-in   sign-in no      no         no         no         no       no      no       no            yes     yes        yes
reactivateUsers                      sign-in   sign-in no      no         no         no         no       no      no       no            yes     yes        yes
deleteUsers                          sign-in   sign-in no      no         no         no         no       no      no       no            yes     yes        yes
exportUsers                          sign-in   sign-in no      no         no         no         no       no      no       no            yes     yes        yes
availability                         sign-in   sign-in no      yes        yes        yes        yes      yes     no       yes           yes     yes        yes
availability/link                    yes       yes     yes     yes        yes        yes        yes      yes     yes      yes           yes     yes        yes
suggestUsername                      sign-in   sign-in no      yes        yes        yes        yes      yes     no       yes           yes     yes        yes

groups                               sign-in   sign-in no      no         yes        yes        yes      no      yes      yes           yes     yes        yes
group                                sign-in   sign-in no      no         yes        hidden     yes      no      yes      yes           yes     yes        yes
group/members                        sign-in   sign-in no      no         yes        hidden     no       no      yes      no            yes     yes        yes
createGroup                          sign-in   sign-in no      no         no         no         no       no      no       no            yes     yes        yes
updateGroup                          sign-in   sign-in no      no         no         no         no       no      no       no            yes     yes        yes
mergeGroups                          sign-in   sign-in no      no         no         no         no       no      no       no            yes     yes        yes
deleteGroups                         sign-in   sign-in no      no         no         no         no       no      no       no            yes     yes        yes
addGroupMembers                      sign-in   sign-in no      no         yes        hidden     no       no      no       no            yes     yes        yes
addGroupMembers/stranger             sign-in   sign-in no      no         hidden     hidden     no       no      no       no            yes     yes        yes
removeGroupMembers                   sign-in   sign-in no      no         yes        hidden     no       no      no       no            yes     yes        yes

companies                            sign-in   sign-in no      no         no         no         yes      no      yes      yes           yes     yes        yes
company                              sign-in   sign-in no      no         no         no         yes      no      yes      yes           yes     yes        yes
createCompany                        sign-in   sign-in no      no         no         no         no       no      no       no            yes     yes        yes
updateCompany                        sign-in   sign-in no      no         no         no         no       no      no       no            yes     yes        yes
mergeCompanies                       sign-in   sign-in no      no         no         no         no       no      no       no            yes     yes        yes
deleteCompanies                      sign-in   sign-in no      no         no         no         no       no      no       no            yes     yes        yes
addCompanyMembers                    sign-in   sign-in no      no         no         no         no       no      no       no            yes     yes        yes
removeCompanyMembers                 sign-in   sign-in no      no         no         no         no       no      no       no            yes     yes        yes

teams                                sign-in   sign-in no      no         no         no         yes      no      yes      yes           yes     yes        yes
team                                 sign-in   sign-in no      no         no         no         yes      no      yes      yes           yes     yes        yes
createTeam                           sign-in   sign-in no      no         no         no         no       no      no       no            yes     yes        yes
updateTeam                           sign-in   sign-in no      no         no         no         no       no      no       no            yes     yes        yes
mergeTeams                           sign-in   sign-in no      no         no         no         no       no      no       no            yes     yes        yes
deleteTeams                          sign-in   sign-in no      no         no         no         no       no      no       no            yes     yes        yes
addTeamMembers                       sign-in   sign-in no      no         no         no         no       no      no       no            yes     yes        yes
removeTeamMembers                    sign-in   sign-in no      no         no         no         no       no      no       no            yes     yes        yes

labels                               sign-in   sign-in no      no         yes        yes        yes      no      yes      yes           yes     yes        yes
label                                sign-in   sign-in no      no         yes        yes        yes      no      yes      yes           yes     yes        yes
createLabel                          sign-in   sign-in no      no         no         no         no       no      no       no            yes     yes        yes
updateLabel                          sign-in   sign-in no      no         no         no         no       no      no       no            yes     yes        yes
mergeLabels                          sign-in   sign-in no      no         no         no         no       no      no       no            yes     yes        yes
deleteLabels                         sign-in   sign-in no      no         no         no         no       no      no       no            yes     yes        yes
addLabelMembers                      sign-in   sign-in no      no         no         no         no       no      no       no            yes     yes        yes
removeLabelMembers                   sign-in   sign-in no      no         no         no         no       no      no       no            yes     yes        yes

programSessions                      sign-in   sign-in no      yes        yes        yes        no       no      yes      no            yes     yes        yes
programSessions/group                sign-in   sign-in no      yes        yes        hidden     no       no      yes      no            yes     yes        yes
programSession                       sign-in   sign-in hidden  yes        yes        hidden     hidden   hidden  yes      hidden        yes     yes        yes
programSession/members               sign-in   sign-in hidden  yes        yes        hidden     hidden   hidden  yes      hidden        yes     yes        yes
programSession/other                 sign-in   sign-in hidden  hidden     yes        hidden     hidden   hidden  yes      hidden        yes     yes        yes
createProgramSession                 sign-in   sign-in no      no         yes        hidden     no       no      no       no            yes     yes        yes
updateProgramSession                 sign-in   sign-in hidden  no         yes        hidden     hidden   hidden  no       hidden        yes     yes        yes
updateProgramSession/other           sign-in   sign-in hidden  hidden     yes        hidden     hidden   hidden  no       hidden        yes     yes        yes
mergeProgramSessions                 sign-in   sign-in hidden  no         yes        hidden     hidden   hidden  no       hidden        yes     yes        yes
mergeProgramSessions/other           sign-in   sign-in hidden  hidden     yes        hidden     hidden   hidden  no       hidden        yes     yes        yes
deleteProgramSessions                sign-in   sign-in hidden  no         yes        hidden     hidden   hidden  no       hidden        yes     yes        yes
deleteProgramSessions/other          sign-in   sign-in hidden  hidden     yes        hidden     hidden   hidden  no       hidden        yes     yes        yes
addProgramSessionMembers             sign-in   sign-in hidden  yes        yes        hidden     hidden   hidden  no       hidden        yes     yes        yes
addProgramSessionMembers/instructor  sign-in   sign-in hidden  others     yes        hidden     hidden   hidden  no       hidden        yes     yes        yes
addProgramSessionMembers/stranger    sign-in   sign-in hidden  others     hidden     hidden     hidden   hidden  no       hidden        yes     yes        yes
addProgramSessionMembers/other       sign-in   sign-in hidden  hidden     yes        hidden     hidden   hidden  no       hidden        yes     yes        yes
removeProgramSessionMembers          sign-in   sign-in hidden  no         yes        hidden     hidden   hidden  no       hidden        yes     yes        yes

imports                              sign-in   sign-in no      no         no         no         yes      no      no       yes           yes     yes        yes
import/own                           sign-in   sign-in no      no         no         no         hidden   no      no       yes           hidden  yes        yes
import/another                       sign-in   sign-in no      no         no         no         hidden   no      no       hidden        hidden  hidden     yes
columnMapping                        sign-in   sign-in no      no         no         no         no       no      no       yes           no      yes        yes
startImport                          sign-in   sign-in no      no         no         no         no       no      no       yes           no      yes        yes
stageImportRows                      sign-in   sign-in no      no         no         no         no       no      no       yes           no      yes        yes
planImport                           sign-in   sign-in no      no         no         no         no       no      no       yes           no      yes        yes
commitImport                         sign-in   sign-in no      no         no         no         no       no      no       yes           no      yes        yes
cancelImport                         sign-in   sign-in no      no         no         no         no       no      no       yes           no      yes        yes
cancelImport/another                 sign-in   sign-in no      no         no         no         no       no      no       hidden        no      hidden     yes

onboarding                           sign-in   sign-in no      no         no         no         yes      no      no       yes           yes     yes        yes

grantPermission                      sign-in   sign-in no      no         no         no         no       no      no       no            no      no         yes
grantPermission/founder              sign-in   sign-in no      no         no         no         no       no      no       no            no      no         never
revokePermission                     sign-in   sign-in no      no         no         no         no       no      no       no            no      no         yes
revokePermission/founder             sign-in   sign-in no      no         no         no         no       no      no       no            no      no         never
foundershipTransfer                  sign-in   sign-in yes     yes        yes        yes        yes      yes     yes      yes           yes     yes        yes
requestFoundershipTransfer           sign-in   sign-in no      no         no         no         no       no      no       no            no      no         yes
requestFoundershipTransfer/own       sign-in   sign-in no      no         no         no         no       no      no       no            no      no         oneself
confirmFoundershipTransfer           sign-in   sign-in closed  closed     closed     closed     closed   closed  closed   closed        closed  closed     closed
confirmFoundershipTransfer/own       sign-in   sign-in wrong   wrong      wrong      wrong      wrong    wrong   wrong    wrong         wrong   wrong      wrong
cancelFoundershipTransfer            sign-in   sign-in closed  closed     closed     closed     closed   closed  closed   closed        closed  closed     yes
cancelFoundershipTransfer/own        sign-in   sign-in yes     yes        yes        yes        yes      yes     yes      yes           yes     yes        yes

inboxMails                           sign-in   sign-in no      no         no         no         no       no      no       no            no      no         yes
inboxMail                            sign-in   sign-in no      no         no         no         no       no      no       no            no      no         yes

task/own                             sign-in   sign-in yes     yes        yes        yes        yes      yes     yes      yes           yes     yes        yes
task/another                         sign-in   sign-in hidden  hidden     hidden     hidden     hidden   hidden  hidden   hidden        hidden  hidden     hidden
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
