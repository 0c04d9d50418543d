import type { LanguageCode } from "@usher/rules/language";

/** The invitation mail in a person's own language. `inviter` is null once there is nobody of that name any more. */
export interface InvitationMailWords {
  subject(workspace: string, inviter: string | null): string;
  heading(workspace: string): string;
  invitation(workspace: string, inviter: string | null): string;
  quoted(inviter: string | null): string;
  accept: string;
  /** `until`: day, time and zone in words. */
  expiry(until: string): string;
  unexpected(inviter: string | null): string;
}

export const invitationMailWords: Record<LanguageCode, InvitationMailWords> = {
  en: {
    subject: (workspace, inviter) =>
      inviter ? `${inviter} invites you to join ${workspace}` : `You are invited to join ${workspace}`,
    heading: (workspace) => `Your invitation to ${workspace}`,
    invitation: (workspace, inviter) =>
      `${inviter ? `${inviter} invites you` : "You are invited"} to join ${workspace}. To accept, choose a username and a password; it takes about a minute.`,
    quoted: (inviter) => (inviter ? `${inviter} writes:` : "Message for you:"),
    accept: "Accept the invitation",
    expiry: (until) => `The link is for you alone and works until ${until}.`,
    unexpected: (inviter) =>
      `${inviter ? `If you do not know ${inviter} or did` : "If you did"} not expect this mail, there is nothing to do: no account is made unless you accept.`,
  },
  fr: {
    subject: (workspace, inviter) =>
      inviter ? `${inviter} vous invite à rejoindre ${workspace}` : `Votre invitation à rejoindre ${workspace}`,
    heading: (workspace) => `Votre invitation à rejoindre ${workspace}`,
    invitation: (workspace, inviter) =>
      `${inviter ? `${inviter} vous invite` : "On vous invite"} à rejoindre ${workspace}. Pour accepter, choisissez un nom d’utilisateur et un mot de passe\u00a0: une minute suffit.`,
    quoted: (inviter) => (inviter ? `${inviter} vous écrit\u00a0:` : "Message pour vous\u00a0:"),
    accept: "Accepter l’invitation",
    expiry: (until) => `Ce lien vous est personnel et reste valable jusqu’au ${until}.`,
    unexpected: (inviter) =>
      `${inviter ? `Vous ne connaissez pas ${inviter}, ou vous n’attendiez` : "Vous n’attendiez"} pas ce message\u202f? Vous n’avez rien à faire\u00a0: aucun compte n’est créé tant que vous n’acceptez pas.`,
  },
  nl: {
    subject: (workspace, inviter) =>
      inviter ? `${inviter} nodigt u uit voor ${workspace}` : `Uw uitnodiging voor ${workspace}`,
    heading: (workspace) => `Uw uitnodiging voor ${workspace}`,
    invitation: (workspace, inviter) =>
      `${inviter ? `${inviter} nodigt u uit` : "U bent uitgenodigd"} om deel te nemen aan ${workspace}. Om de uitnodiging aan te nemen kiest u een gebruikersnaam en een wachtwoord; dat duurt ongeveer een minuut.`,
    quoted: (inviter) => (inviter ? `${inviter} schrijft:` : "Bericht voor u:"),
    accept: "Uitnodiging aannemen",
    expiry: (until) => `De link is alleen voor u bestemd en werkt tot ${until}.`,
    unexpected: (inviter) =>
      `${inviter ? `Kent u ${inviter} niet, of verwachtte` : "Verwachtte"} u deze mail niet? Dan hoeft u niets te doen: er komt pas een account als u de uitnodiging aanneemt.`,
  },
};
