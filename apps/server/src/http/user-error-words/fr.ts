import type { UserErrorCode } from "@usher/schema/user-error";

export const fr: Record<UserErrorCode, string> = {
  REQUIRED: "Ce champ est nécessaire. Veuillez le remplir.",
  TOO_LONG: "Ce texte est trop long. Veuillez le raccourcir.",
  MALFORMED: "La forme de cette valeur n’est pas correcte. Veuillez la vérifier.",
  EMAIL_MALFORMED: "Ce n’est pas une adresse e-mail. Elle s’écrit nom@exemple.org.",
  EMAIL_TAKEN: "Quelqu’un utilise déjà cette adresse ici. Veuillez en indiquer une autre.",
  EMAIL_UNCHANGED: "C’est l’adresse actuelle. Indiquez-en une autre.",
  ALREADY_INVITED:
    "Cette adresse est déjà invitée. Rien d’autre n’a été envoyé ; renvoyez l’invitation si elle s’est perdue.",
  INVITED_TO_MORE:
    "Cette personne a une invitation qui contient plus que ce que vous pouvez donner. Renvoyez cette invitation ou demandez-le à un administrateur.",
  USERNAME_MALFORMED:
    "Ce nom d’utilisateur ne convient pas. Utilisez des lettres de a à z, des chiffres, le point, le trait d’union et le trait bas ; commencez par une lettre ou un chiffre.",
  USERNAME_TAKEN: "Ce nom d’utilisateur est pris. Veuillez en choisir un autre.",
  EXTERNAL_ID_TAKEN: "Quelqu’un a déjà cet identifiant externe ici. Vérifiez à qui il appartient.",
  UNKNOWN_LANGUAGE: "Cette langue n’est pas disponible. Utilisez en, fr ou nl.",
  UNKNOWN_GROUP:
    "Aucun groupe ne porte ce nom. Vérifiez l’orthographe ou autorisez la création des éléments manquants.",
  UNKNOWN_COMPANY:
    "Aucune entreprise ne porte ce nom. Vérifiez l’orthographe ou autorisez la création des éléments manquants.",
  UNKNOWN_TEAM:
    "Aucune équipe ne porte ce nom. Vérifiez l’orthographe ou autorisez la création des éléments manquants.",
  UNKNOWN_LABEL:
    "Aucun libellé ne porte ce nom. Vérifiez l’orthographe ou autorisez la création des éléments manquants.",
  UNKNOWN_ROLE: "Ce rôle n’existe pas. Utilisez apprenant, coach ou administrateur.",
  UNKNOWN_USER_TYPE: "Ce type d’utilisateur n’existe pas. Utilisez membre ou administrateur.",
  UNKNOWN_COLUMN: "Cette colonne n’existe pas. Choisissez-en une dans la liste ou ignorez-la.",
  DATE_MALFORMED: "Ce n’est pas une date. Écrivez-la ainsi : 2020-12-31.",
  DATE_IN_PAST: "Cette date est passée. Veuillez en choisir une plus tardive.",
  PASSWORD_TOO_SHORT:
    "Le mot de passe est trop court. Utilisez 15 caractères ou plus ; quelques mots à la suite se retiennent facilement.",
  PASSWORD_TOO_LONG: "Le mot de passe est trop long. Utilisez 256 caractères au maximum.",
  PASSWORD_TOO_COMMON: "Ce mot de passe est de ceux que l’on essaie en premier. Veuillez en choisir un autre.",
  PASSWORD_TOO_OBVIOUS:
    "Ce mot de passe se devine : il est fait de votre adresse, d’un nom ou de l’espace de travail. Veuillez en choisir un autre.",
  PASSWORD_WRONG: "Ce n’est pas votre mot de passe actuel. Vérifiez-le et réessayez.",
  PASSWORD_UNCHANGED: "C’est le mot de passe que vous aviez. Choisissez-en un autre.",
  LINK_INVALID: "Ce lien ne fonctionne pas. Il a peut-être été coupé ; copiez-le en entier depuis le message.",
  LINK_EXPIRED: "Ce lien a expiré. Demandez-en un nouveau.",
  LINK_USED: "Ce lien a déjà servi. Connectez-vous.",
  LINK_CANCELLED: "Ce lien a été retiré. Adressez-vous à la personne qui vous l’a envoyé.",
  LINK_REPLACED:
    "Un lien plus récent l’a remplacé. Utilisez le dernier que vous avez reçu, par e-mail ou de la main à la main.",
  WRONG_ACCOUNT: "Quelqu’un d’autre est connecté ici. Déconnectez-vous et ouvrez le lien à nouveau.",
  SEAT_LIMIT_REACHED:
    "Toutes les places sont prises pour le moment. Un lien déjà envoyé reste valable ; la personne qui l’a envoyé, ou le fondateur, peut libérer une place.",
  TOO_MANY_PEOPLE:
    "C’est trop de personnes à la fois. Envoyez-en moins ou demandez au fondateur l’autorisation d’inviter en masse.",
  NOT_ALLOWED:
    "Cela dépasse ce que vous détenez vous-même. Retirez-le ou demandez à quelqu’un qui en a le droit, comme le fondateur.",
  NOT_COMBINABLE: "Cela ne va pas avec le reste de votre demande. Retirez l’un des deux.",
  PERMISSION_REVOKED:
    "L’autorisation d’importer a été retirée avant que cette ligne ne soit traitée. Avec l’autorisation, importez à nouveau ce qui reste.",
  NOT_THE_FOUNDER: "Cela ne se fait pas sur le compte du fondateur. Il est resté tel quel.",
  NOT_ONESELF: "Cela ne se fait pas sur son propre compte. Le vôtre est resté tel quel.",
  NOT_ATTEMPTED:
    "Tout était correct ici, mais rien n’a été fait parce que d’autres lignes ont été refusées. Corrigez-les et recommencez.",
  DUPLICATE_IN_INPUT: "Ceci figure déjà plus haut, et seule la première occurrence compte. Retirez l’une des deux.",
  LEADER_REPLACED:
    "Une personne plus bas désigne un autre responsable pour cette équipe, et c’est la dernière qui compte. Vérifiez laquelle est juste.",
  LEADER_WITHOUT_TEAM:
    "Un responsable d’équipe est indiqué ici, mais aucune équipe. Indiquez l’équipe ou retirez le responsable.",
  KEY_REUSED: "Cette clé d’idempotence a déjà servi avec d’autres données. Utilisez une nouvelle clé.",
  SELECTION_CHANGED: "La sélection a changé entre-temps. Rien n’a été fait ; vérifiez et confirmez à nouveau.",
  CHUNK_DIFFERS: "Cette partie du fichier a déjà été envoyée avec un autre contenu. Recommencez l’importation.",
  IMPORT_INCOMPLETE: "Des parties du fichier ne sont pas arrivées. Envoyez-les, puis réessayez.",
  IMPORT_CLOSED: "Cette importation n’accepte plus de modifications. Commencez-en une nouvelle.",
  WRONG_LOGIN: "Cet identifiant et ce mot de passe ne vont pas ensemble. Vérifiez-les et réessayez.",
  SETUP_CODE_WRONG:
    "Ce n’est pas le code d’installation. Il figure dans l’adresse que le serveur a affichée au démarrage.",
  ALREADY_FOUNDED: "L’espace de travail est déjà fondé. Connectez-vous.",
  INVITATION_CLOSED: "Cette invitation n’est plus ouverte. Invitez la personne à nouveau.",
  USER_NOT_PENDING: "Ce compte est déjà actif ou fermé\u00a0: il n’a pas besoin de message d’activation.",
  NO_MAIL_DELIVERY:
    "Ceci passe par e-mail, et aucun e-mail ne peut partir\u00a0: aucun serveur n’est configuré, ou il n’y a pas d’adresse. Un lien ou un mot de passe temporaire peut être remis par une personne qui administre l’espace.",
  USER_CLOSED: "Ce compte est désactivé. Réactivez-le d’abord.",
  OUT_OF_RANGE: "Ce nombre est trop petit ou trop grand.",
  UNKNOWN_TIME_ZONE: "Ce fuseau horaire n’existe pas. Choisissez-en un dans la liste, par exemple Europe/Brussels.",
  COLOR_MALFORMED: "Ce n’est pas une couleur. Écrivez-la sous la forme #3b54cb.",
  COLOR_TOO_LIGHT: "Un texte blanc serait illisible sur cette couleur. Choisissez-en une plus foncée.",
  IMAGE_MALFORMED: "Ce fichier n’est pas une image PNG ou JPEG lisible. Choisissez-en un autre.",
  IMAGE_TOO_LARGE:
    "Cette image est trop grande. Elle peut avoir 200\u00a0Ko et 2\u202f000\u00a0pixels de côté au plus.",
  NAME_TAKEN: "Ce nom est déjà utilisé. Fusionnez les deux ou choisissez un autre nom.",
  MOVE_UNDER_WAY:
    "Des personnes sont encore en train d’en être déplacées, ou d’y arriver. Attendez que ce soit terminé, puis réessayez.",
  UNKNOWN_PERSON: "Personne ici n’a cette adresse. Invitez-la plutôt.",
  DATES_REVERSED: "Le dernier jour précède le premier. Modifiez l’un des deux.",
  USER_NOT_ACTIVE: "Ce compte n’a pas été activé ou est fermé. Il doit être actif pour cela.",
  TRANSFER_CLOSED: "Il n’y a plus d’offre ouverte : elle a été confirmée, retirée ou a expiré.",
  DATE_IN_FUTURE: "Ce jour est dans le futur. Vérifiez l’année.",
  UNKNOWN_COUNTRY:
    "Ce n’est pas un pays. Choisissez-en un dans la liste, ou écrivez son nom ou son code à deux lettres.",
  PHONE_MALFORMED: "Ce n’est pas un numéro de téléphone. Écrivez-le avec son pays, par exemple +32 470 12 34 56.",
  TAX_NUMBER_MALFORMED:
    "Ce n’est pas un numéro fiscal de ce pays. Vérifiez les chiffres : l’un d’eux est peut-être mal saisi.",
  UNKNOWN_DOCUMENT_KIND:
    "Ce type de document n’est pas connu. Utilisez carte d’identité, passeport, titre de séjour ou permis de conduire.",
  NOT_ASKED: "Ceci n’est pas demandé ici. Laissez ce champ vide.",
  NOT_REJECTED: "Ceci a été jugé correct et ne peut être modifié maintenant. Corrigez seulement ce qui a été rejeté.",
  ALREADY_REGISTERED:
    "Quelqu’un est déjà inscrit avec ce numéro. Vérifiez-le ; s’il est correct, adressez-vous à la personne qui administre l’espace.",
  IDENTITY_CLOSED:
    "Ceci a été envoyé ou décidé entre-temps et ne peut être modifié maintenant. Consultez-le à nouveau.",
  CHANGED_MEANWHILE: "Quelqu’un a modifié cela au même moment. Vérifiez et réessayez.",
};
