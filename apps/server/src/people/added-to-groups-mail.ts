import type { LanguageCode } from "@usher/rules/language";
import { In } from "typeorm";
import type { App } from "../context.js";
import { Group } from "../groups/group.entity.js";
import { GroupMember } from "../groups/group-member.entity.js";
import type { NewMail } from "../mail/enqueue-mail.js";
import type { Letter } from "../mail/letter.js";
import { letterWords } from "../mail/letter-words.js";
import type { MailKind } from "../mail/mail-kind.js";
import { personName } from "../mail/person-name.js";
import { rowsById } from "../mail/rows-by-id.js";
import { User } from "../users/user.entity.js";
import { Workspace } from "../workspaces/workspace.entity.js";
import { addedToGroupsMailWords } from "./added-to-groups-mail-words.js";

const kind = "added-to-groups";
/** More would push the button off the screen. */
const listedGroups = 20;

type Member = Pick<User, "id" | "workspaceId" | "language" | "email" | "firstName" | "lastName">;

/** Tells somebody who has an account that they were added to groups (F9); none for who has no address. */
export const addedToGroupsMail = (user: Member): NewMail[] =>
  user.email === null
    ? []
    : [
        {
          workspaceId: user.workspaceId,
          kind,
          language: user.language,
          toAddress: user.email,
          toName: personName(user),
          subjectId: user.id,
          generation: 0,
          secret: null,
        },
      ];

interface AddedToGroupsLetter {
  workspace: Pick<Workspace, "name">;
  firstName: string | null;
  /** Their names in order, however many. */
  groups: readonly string[];
}

function writeAddedToGroups(
  app: Pick<App, "config">,
  language: LanguageCode,
  { workspace, firstName, groups }: AddedToGroupsLetter,
): Letter {
  const words = addedToGroupsMailWords[language];
  const more = groups.length - listedGroups;
  return {
    workspace: workspace.name,
    subject: words.subject(workspace.name),
    preview: groups.slice(0, 5).join(", "),
    heading: words.heading,
    greeting: letterWords[language].hello(firstName),
    paragraphs: [words.added(workspace.name)],
    list: more > 0 ? [...groups.slice(0, listedGroups), words.more(more)] : groups,
    action: { label: words.open(workspace.name), address: app.config.publicUrl, isLink: false },
    notes: [words.account],
  };
}

export const addedToGroupsMailKind: MailKind = {
  name: kind,
  sample: ({ config, language, workspace, firstName }) =>
    writeAddedToGroups({ config }, language, {
      workspace,
      firstName,
      groups: addedToGroupsMailWords[language].samples,
    }),
  async write(app, read, mails) {
    const userIds = [...new Set(mails.map(({ row }) => row.subjectId))];
    const users = await rowsById(read, User, userIds, { id: true, status: true, firstName: true });
    const memberships = await read.find(GroupMember, {
      where: { workspaceId: In([...new Set(mails.map(({ row }) => row.workspaceId))]), userId: In(userIds) },
    });
    const groups = await rowsById(
      read,
      Group,
      memberships.map(({ groupId }) => groupId),
    );
    const workspaces = await rowsById(
      read,
      Workspace,
      mails.map(({ row }) => row.workspaceId),
    );
    const groupsOf = new Map<string, Map<string, Group>>(userIds.map((id) => [id, new Map()]));
    for (const { userId, groupId } of memberships) {
      const group = groups.get(groupId);
      // several roles in a group are still one group
      if (group) groupsOf.get(userId)?.set(groupId, group);
    }
    return mails.map(({ row }) => {
      const user = users.get(row.subjectId);
      const workspace = workspaces.get(row.workspaceId);
      if (!user || !workspace || user.status === "DEACTIVATED")
        return { withheld: "SUPPRESSED", reason: "The account is closed." };
      const sorted = [...(groupsOf.get(user.id)?.values() ?? [])].sort((a, b) => (a.nameKey < b.nameKey ? -1 : 1));
      if (sorted.length === 0) return { withheld: "SUPPRESSED", reason: "The person is in no group any more." };
      const names = sorted.map(({ name }) => name);
      return writeAddedToGroups(app, row.language, { workspace, firstName: user.firstName, groups: names });
    });
  },
};
