import type { LanguageCode } from "@usher/rules/language";
import { type EntityManager, In, IsNull, Not } from "typeorm";
import type { App } from "../context.js";
import { Invitation } from "../invitations/invitation.entity.js";
import type { NewMail } from "../mail/enqueue-mail.js";
import type { Letter } from "../mail/letter.js";
import { letterWords } from "../mail/letter-words.js";
import type { MailKind } from "../mail/mail-kind.js";
import { personName } from "../mail/person-name.js";
import { rowsById } from "../mail/rows-by-id.js";
import { User } from "../users/user.entity.js";
import { seatLimitMailWords } from "./seat-limit-mail-words.js";
import { Workspace } from "./workspace.entity.js";
import { WorkspaceSeats } from "./workspace-seats.entity.js";

const kind = "seat-limit-reached";
/** More would push the button off the screen. */
const listedPeople = 10;
/** The rest is only counted, and not beyond this. */
const readPeople = 1_000;

type Told = Pick<User, "id" | "workspaceId" | "language" | "email" | "firstName" | "lastName" | "generation">;

/** Tells somebody that a person whom they added found no seat free (F66); none for who has no address. */
export const seatLimitMail = (user: Told): NewMail[] =>
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
          generation: user.generation,
          secret: null,
        },
      ];

interface SeatLimitLetter {
  workspace: Pick<Workspace, "name">;
  userType: User["userType"];
  firstName: string | null;
  /** null where it was lifted meanwhile. */
  limit: number | null;
  /** Addresses of those who wait, the latest first. */
  waiting: readonly string[];
}

function writeSeatLimit(
  app: Pick<App, "config">,
  language: LanguageCode,
  { workspace, userType, firstName, limit, waiting }: SeatLimitLetter,
): Letter {
  const words = seatLimitMailWords[language];
  const full = words.full(workspace.name, limit);
  const more = waiting.length - listedPeople;
  const list = more > 0 ? [...waiting.slice(0, listedPeople), words.more(more)] : waiting;
  return {
    workspace: workspace.name,
    subject: words.subject(workspace.name),
    preview: words.remedy[userType],
    heading: words.heading,
    greeting: letterWords[language].hello(firstName),
    paragraphs: [full, words.remedy[userType], ...(list.length > 0 ? [words.waiting] : [])],
    list,
    action: { label: words.open, address: app.config.publicUrl, isLink: false },
    notes: [words.alive, words.seldom],
  };
}

/** Addresses of those who wait for a seat, by who added them. */
async function waitingOf(
  read: EntityManager,
  workspaceIds: string[],
  adderIds: string[],
): Promise<Map<string, string[]>> {
  const waits = { workspaceId: In(workspaceIds), attention: "SEAT_LIMIT" as const };
  const invited = await read.find(Invitation, {
    where: { ...waits, inviterId: In(adderIds) },
    select: { id: true, email: true, inviterId: true },
    order: { id: "DESC" },
    take: readPeople,
  });
  const created = await read.find(User, {
    where: { ...waits, createdById: In(adderIds), email: Not(IsNull()) },
    select: { id: true, email: true, createdById: true },
    order: { id: "DESC" },
    take: readPeople,
  });
  const byAdder = new Map<string, string[]>(adderIds.map((id) => [id, []]));
  for (const { inviterId, email } of invited) byAdder.get(inviterId)?.push(email);
  for (const { createdById, email } of created) byAdder.get(createdById as string)?.push(email as string);
  return byAdder;
}

export const seatLimitMailKind: MailKind = {
  name: kind,
  sample: ({ config, language, workspace, firstName, email }) =>
    writeSeatLimit({ config }, language, {
      workspace,
      userType: "ADMINISTRATOR",
      firstName,
      limit: 25,
      waiting: [email],
    }),
  async write(app, read, mails) {
    const userIds = [...new Set(mails.map(({ row }) => row.subjectId))];
    const workspaceIds = [...new Set(mails.map(({ row }) => row.workspaceId))];
    const users = await rowsById(read, User, userIds, { id: true, status: true, firstName: true, userType: true });
    const workspaces = await rowsById(read, Workspace, workspaceIds);
    const seats = await read.findBy(WorkspaceSeats, { workspaceId: In(workspaceIds) });
    const waiting = await waitingOf(read, workspaceIds, userIds);
    return mails.map(({ row }) => {
      const user = users.get(row.subjectId);
      const workspace = workspaces.get(row.workspaceId);
      if (!user || !workspace || user.status !== "ACTIVE")
        return { withheld: "SUPPRESSED", reason: "The account is closed." };
      return writeSeatLimit(app, row.language, {
        workspace,
        userType: user.userType,
        firstName: user.firstName,
        limit: seats.find(({ workspaceId }) => workspaceId === row.workspaceId)?.seatLimit ?? null,
        waiting: waiting.get(user.id) ?? [],
      });
    });
  },
};
