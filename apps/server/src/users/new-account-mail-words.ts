import type { LanguageCode } from "@usher/rules/language";

/** Who made the account, by name; null once there is nobody of that name any more. */
type CreatorName = string | null;

/**
 * The mails about a new account. Those to `me` go to the administrator who made it and name the person: for people without an
 * e-mail address, or when the administrator wants to hand everything over.
 */
interface NewAccountMailWords {
  signInWith(email: string | null, username: string | null): string;
  activation: {
    subject(workspace: string): string;
    heading: string;
    made(workspace: string, creator: CreatorName): string;
    action: string;
    /** `until`: day, time and zone in words. */
    expiry(until: string): string;
    unexpected: string;
    mySubject(workspace: string, person: string): string;
    myHeading(person: string): string;
    myMade(workspace: string, person: string): string;
    myExpiry(until: string): string;
  };
  /** The password is told by who made the account, never by mail. */
  created: {
    subject(workspace: string): string;
    heading: string;
    made(workspace: string, creator: CreatorName): string;
    told(creator: CreatorName): string;
    until(until: string): string;
    mySubject(workspace: string, person: string): string;
    myHeading(person: string): string;
    myMade(workspace: string, person: string): string;
  };
  credentials: {
    password(password: string): string;
    once: string;
    until(until: string): string;
    mySubject(workspace: string, person: string): string;
    myMade(workspace: string, person: string): string;
  };
  signIn(workspace: string): string;
}

export const newAccountMailWords: Record<LanguageCode, NewAccountMailWords> = {
  en: {
    signInWith: (email, username) =>
      `To sign in: ${[email && `e-mail address ${email}`, username && `username ${username}`].filter(Boolean).join(" or ")}.`,
    activation: {
      subject: (workspace) => `Activate your account in ${workspace}`,
      heading: "Your account is waiting for you",
      made: (workspace, creator) =>
        `${creator ? `${creator} has made an account for you` : "An account was made for you"} in ${workspace}. To activate it, choose a password; it takes less than a minute.`,
      action: "Activate my account",
      expiry: (until) => `The link is for you alone and works until ${until}.`,
      unexpected:
        "If you did not expect this mail, there is nothing to do: nobody can use the account until its owner has chosen a password.",
      mySubject: (workspace, person) => `Activation link of ${person} for ${workspace}`,
      myHeading: (person) => `The activation link of ${person}`,
      myMade: (workspace, person) =>
        `With this link ${person} chooses a password and can then use the account in ${workspace}. Hand it over to nobody else.`,
      myExpiry: (until) => `The link works until ${until}.`,
    },
    created: {
      subject: (workspace) => `Your account in ${workspace}`,
      heading: "You have an account now",
      made: (workspace, creator) =>
        `${creator ? `${creator} has made an account for you` : "An account was made for you"} in ${workspace}.`,
      told: (creator) =>
        `${creator ?? "Whoever made it"} tells you the password, which is temporary: when you first sign in you choose your own.`,
      until: (until) => `The temporary password works until ${until}.`,
      mySubject: (workspace, person) => `The account of ${person} in ${workspace}`,
      myHeading: (person) => `${person} has an account now`,
      myMade: (workspace, person) =>
        `You have made an account for ${person} in ${workspace}. Tell them the password that you chose: at the first sign-in they replace it by their own.`,
    },
    credentials: {
      password: (password) => `Temporary password: ${password}`,
      once: "The password is temporary: at the first sign-in it is replaced by one that nobody else knows.",
      until: (until) => `It works until ${until}. Delete this mail afterwards.`,
      mySubject: (workspace, person) => `Temporary password of ${person} for ${workspace}`,
      myMade: (workspace, person) => `You have made an account for ${person} in ${workspace}. Hand this over to them:`,
    },
    signIn: (workspace) => `Sign in to ${workspace}`,
  },
  fr: {
    signInWith: (email, username) =>
      `Pour vous connecter\u00a0: ${[email && `adresse e-mail ${email}`, username && `nom d’utilisateur ${username}`].filter(Boolean).join(" ou ")}.`,
    activation: {
      subject: (workspace) => `Activez votre compte dans ${workspace}`,
      heading: "Votre compte vous attend",
      made: (workspace, creator) =>
        `${creator ? `${creator} a créé un compte pour vous` : "Un compte a été créé pour vous"} dans ${workspace}. Pour l’activer, choisissez un mot de passe\u00a0: cela prend moins d’une minute.`,
      action: "Activer mon compte",
      expiry: (until) => `Ce lien vous est personnel et reste valable jusqu’au ${until}.`,
      unexpected:
        "Si vous n’attendiez pas ce message, vous n’avez rien à faire\u00a0: personne ne peut utiliser le compte tant que son titulaire n’a pas choisi de mot de passe.",
      mySubject: (workspace, person) => `Lien d’activation de ${person} pour ${workspace}`,
      myHeading: (person) => `Le lien d’activation de ${person}`,
      myMade: (workspace, person) =>
        `Avec ce lien, ${person} choisit un mot de passe et peut ensuite utiliser le compte dans ${workspace}. Ne le remettez à personne d’autre.`,
      myExpiry: (until) => `Ce lien reste valable jusqu’au ${until}.`,
    },
    created: {
      subject: (workspace) => `Votre compte dans ${workspace}`,
      heading: "Vous avez désormais un compte",
      made: (workspace, creator) =>
        `${creator ? `${creator} a créé un compte pour vous` : "Un compte a été créé pour vous"} dans ${workspace}.`,
      told: (creator) =>
        `${creator ?? "La personne qui l’a créé"} vous communique le mot de passe. Il est temporaire\u00a0: à la première connexion, vous choisissez le vôtre.`,
      until: (until) => `Le mot de passe temporaire reste valable jusqu’au ${until}.`,
      mySubject: (workspace, person) => `Le compte de ${person} dans ${workspace}`,
      myHeading: (person) => `${person} a désormais un compte`,
      myMade: (workspace, person) =>
        `Vous avez créé un compte pour ${person} dans ${workspace}. Communiquez-lui le mot de passe que vous avez choisi\u00a0: il sera remplacé à la première connexion.`,
    },
    credentials: {
      password: (password) => `Mot de passe temporaire\u00a0: ${password}`,
      once: "Ce mot de passe est temporaire\u00a0: à la première connexion, il est remplacé par un autre que personne d’autre ne connaît.",
      until: (until) => `Il reste valable jusqu’au ${until}. Supprimez ensuite ce message.`,
      mySubject: (workspace, person) => `Mot de passe temporaire de ${person} pour ${workspace}`,
      myMade: (workspace, person) =>
        `Vous avez créé un compte pour ${person} dans ${workspace}. Remettez-lui ceci\u00a0:`,
    },
    signIn: (workspace) => `Se connecter à ${workspace}`,
  },
  nl: {
    signInWith: (email, username) =>
      `Om u aan te melden: ${[email && `e-mailadres ${email}`, username && `gebruikersnaam ${username}`].filter(Boolean).join(" of ")}.`,
    activation: {
      subject: (workspace) => `Activeer uw account bij ${workspace}`,
      heading: "Uw account staat voor u klaar",
      made: (workspace, creator) =>
        `${creator ? `${creator} heeft een account voor u gemaakt` : "Er is een account voor u gemaakt"} bij ${workspace}. Om het te activeren kiest u een wachtwoord; dat duurt nog geen minuut.`,
      action: "Mijn account activeren",
      expiry: (until) => `De link is alleen voor u bestemd en werkt tot ${until}.`,
      unexpected:
        "Verwachtte u deze mail niet? Dan hoeft u niets te doen: niemand kan het account gebruiken zolang de eigenaar geen wachtwoord heeft gekozen.",
      mySubject: (workspace, person) => `Activeringslink van ${person} voor ${workspace}`,
      myHeading: (person) => `De activeringslink van ${person}`,
      myMade: (workspace, person) =>
        `Met deze link kiest ${person} een wachtwoord en kan daarna het account bij ${workspace} gebruiken. Geef hem aan niemand anders.`,
      myExpiry: (until) => `De link werkt tot ${until}.`,
    },
    created: {
      subject: (workspace) => `Uw account bij ${workspace}`,
      heading: "U hebt nu een account",
      made: (workspace, creator) =>
        `${creator ? `${creator} heeft een account voor u gemaakt` : "Er is een account voor u gemaakt"} bij ${workspace}.`,
      told: (creator) =>
        `${creator ?? "Wie het heeft gemaakt"} vertelt u het wachtwoord. Het is tijdelijk: bij de eerste aanmelding kiest u er zelf een.`,
      until: (until) => `Het tijdelijke wachtwoord werkt tot ${until}.`,
      mySubject: (workspace, person) => `Het account van ${person} bij ${workspace}`,
      myHeading: (person) => `${person} heeft nu een account`,
      myMade: (workspace, person) =>
        `U hebt een account gemaakt voor ${person} bij ${workspace}. Vertel het wachtwoord dat u koos: bij de eerste aanmelding wordt het vervangen.`,
    },
    credentials: {
      password: (password) => `Tijdelijk wachtwoord: ${password}`,
      once: "Het wachtwoord is tijdelijk: bij de eerste aanmelding wordt het vervangen door een wachtwoord dat niemand anders kent.",
      until: (until) => `Het werkt tot ${until}. Verwijder deze mail daarna.`,
      mySubject: (workspace, person) => `Tijdelijk wachtwoord van ${person} voor ${workspace}`,
      myMade: (workspace, person) => `U hebt een account gemaakt voor ${person} bij ${workspace}. Geef dit door:`,
    },
    signIn: (workspace) => `Aanmelden bij ${workspace}`,
  },
};
