import type { LanguageCode } from "@usher/rules/language";
import type { Permission } from "@usher/rules/permissions";

/** A permission is called as one types it: can_bulk_invite. */
interface PermissionMailWords {
  granted: {
    subject(workspace: string): string;
    heading(permission: string): string;
    told(permission: string, workspace: string): string;
    /** What it lets one do. */
    allows: Record<Permission, string>;
    atOnce: string;
  };
  revoked: {
    subject(workspace: string): string;
    heading(permission: string): string;
    told(permission: string, workspace: string): string;
    /** What one can no longer do without it. */
    closes: Record<Permission, string>;
    atOnce: string;
  };
  open(workspace: string): string;
  /** Whom to ask when it is a mistake. */
  ask: string;
}

export const permissionMailWords: Record<LanguageCode, PermissionMailWords> = {
  en: {
    granted: {
      subject: (workspace) => `You have a new permission in ${workspace}`,
      heading: (permission) => `You now have ${permission}`,
      told: (permission, workspace) => `The founder of ${workspace} gave you the permission ${permission}.`,
      allows: {
        USER_REGISTRATION:
          "It opens the section “User registration” to you: you can invite people and create accounts for them.",
        CAN_BULK_INVITE:
          "Wherever you may add people, you can now add many at once: from a list, or, in the whole workspace, from a file.",
        MANAGE_USERS: "You can find users, and register, validate and reject digital identities.",
      },
      atOnce: "It holds at once; you need not sign in again.",
    },
    revoked: {
      subject: (workspace) => `A permission of yours in ${workspace} was taken back`,
      heading: (permission) => `You no longer have ${permission}`,
      told: (permission, workspace) => `The founder of ${workspace} took the permission ${permission} back from you.`,
      closes: {
        USER_REGISTRATION:
          "The section “User registration” is closed to you. Whatever else you may do in the workspace stays open.",
        CAN_BULK_INVITE:
          "You can no longer add many people at once. In an import of yours that is under way, the rows that are left are refused.",
        MANAGE_USERS: "You can no longer register, validate or reject digital identities.",
      },
      atOnce: "It holds at once. What you did before stays as it is.",
    },
    open: (workspace) => `Open ${workspace}`,
    ask: "If you think that this is a mistake, ask the founder of the workspace.",
  },
  fr: {
    granted: {
      subject: (workspace) => `Vous avez une nouvelle autorisation dans ${workspace}`,
      heading: (permission) => `Vous avez désormais ${permission}`,
      told: (permission, workspace) => `Le fondateur de ${workspace} vous a accordé l’autorisation ${permission}.`,
      allows: {
        USER_REGISTRATION:
          "Elle vous ouvre la section «\u00a0Inscription d’utilisateurs\u00a0»\u00a0: vous pouvez inviter des personnes et créer des comptes pour elles.",
        CAN_BULK_INVITE:
          "Partout où vous pouvez ajouter des personnes, vous pouvez désormais en ajouter beaucoup à la fois\u00a0: à partir d’une liste ou, pour l’espace entier, d’un fichier.",
        MANAGE_USERS:
          "Vous pouvez rechercher les utilisateurs, et enregistrer, valider et rejeter des identités numériques.",
      },
      atOnce: "Elle vaut tout de suite\u00a0; vous n’avez pas à vous reconnecter.",
    },
    revoked: {
      subject: (workspace) => `L’une de vos autorisations dans ${workspace} vous a été retirée`,
      heading: (permission) => `Vous n’avez plus ${permission}`,
      told: (permission, workspace) => `Le fondateur de ${workspace} vous a retiré l’autorisation ${permission}.`,
      closes: {
        USER_REGISTRATION:
          "La section «\u00a0Inscription d’utilisateurs\u00a0» vous est fermée. Tout ce que vous pouvez faire d’autre dans l’espace vous reste ouvert.",
        CAN_BULK_INVITE:
          "Vous ne pouvez plus ajouter beaucoup de personnes à la fois. Si l’une de vos importations est en cours, les lignes restantes sont refusées.",
        MANAGE_USERS: "Vous ne pouvez plus enregistrer, valider ni rejeter d’identités numériques.",
      },
      atOnce: "Cela vaut tout de suite. Ce que vous avez fait auparavant reste tel quel.",
    },
    open: (workspace) => `Ouvrir ${workspace}`,
    ask: "Si vous pensez qu’il s’agit d’une erreur, adressez-vous au fondateur de l’espace.",
  },
  nl: {
    granted: {
      subject: (workspace) => `U hebt een nieuwe machtiging in ${workspace}`,
      heading: (permission) => `U hebt nu ${permission}`,
      told: (permission, workspace) => `De oprichter van ${workspace} heeft u de machtiging ${permission} gegeven.`,
      allows: {
        USER_REGISTRATION:
          "Ze opent voor u het onderdeel “Gebruikersregistratie”: u kunt mensen uitnodigen en accounts voor hen aanmaken.",
        CAN_BULK_INVITE:
          "Overal waar u mensen mag toevoegen, kunt u er nu veel tegelijk toevoegen: uit een lijst of, voor de hele werkruimte, uit een bestand.",
        MANAGE_USERS: "U kunt gebruikers opzoeken, en digitale identiteiten registreren, goedkeuren en afwijzen.",
      },
      atOnce: "Ze geldt meteen; u hoeft zich niet opnieuw aan te melden.",
    },
    revoked: {
      subject: (workspace) => `Een machtiging van u in ${workspace} is ingetrokken`,
      heading: (permission) => `U hebt ${permission} niet meer`,
      told: (permission, workspace) => `De oprichter van ${workspace} heeft uw machtiging ${permission} ingetrokken.`,
      closes: {
        USER_REGISTRATION:
          "Het onderdeel “Gebruikersregistratie” is voor u gesloten. Wat u verder in de werkruimte mag, blijft open.",
        CAN_BULK_INVITE:
          "U kunt niet meer veel mensen tegelijk toevoegen. In een import van u die nog loopt, worden de overige rijen geweigerd.",
        MANAGE_USERS: "U kunt geen digitale identiteiten meer registreren, goedkeuren of afwijzen.",
      },
      atOnce: "Dat geldt meteen. Wat u eerder hebt gedaan, blijft zoals het is.",
    },
    open: (workspace) => `${workspace} openen`,
    ask: "Denkt u dat dit een vergissing is? Vraag het dan aan de oprichter van de werkruimte.",
  },
};
