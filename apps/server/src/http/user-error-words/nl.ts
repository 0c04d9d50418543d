import type { UserErrorCode } from "@usher/schema/user-error";

export const nl: Record<UserErrorCode, string> = {
  REQUIRED: "Dit is nodig. Vul het in.",
  TOO_LONG: "Dit is te lang. Kort het in.",
  MALFORMED: "Dit is niet juist geschreven. Controleer het.",
  EMAIL_MALFORMED: "Dit is geen e-mailadres. Het heeft de vorm naam@voorbeeld.org.",
  EMAIL_TAKEN: "Iemand gebruikt dit e-mailadres hier al. Neem een ander.",
  EMAIL_UNCHANGED: "Dit is het huidige adres. Vul een ander in.",
  ALREADY_INVITED:
    "Dit adres is al uitgenodigd. Er is verder niets verstuurd; verstuur de uitnodiging opnieuw als ze verloren ging.",
  INVITED_TO_MORE:
    "Deze persoon heeft een uitnodiging die meer bevat dan u kunt geven. Verstuur die uitnodiging opnieuw, of vraag het aan een beheerder.",
  USERNAME_MALFORMED:
    "Dit is geen gebruikersnaam. Gebruik letters van a tot z, cijfers, punt, koppelteken en laag streepje, en begin met een letter of cijfer.",
  USERNAME_TAKEN: "Deze gebruikersnaam is bezet. Kies een andere.",
  EXTERNAL_ID_TAKEN: "Iemand hier heeft dit externe ID al. Controleer bij wie het hoort.",
  UNKNOWN_LANGUAGE: "Deze taal is niet beschikbaar. Gebruik en, fr of nl.",
  UNKNOWN_GROUP: "Er is geen groep met deze naam. Controleer de spelling, of sta toe dat ontbrekende worden gemaakt.",
  UNKNOWN_COMPANY:
    "Er is geen bedrijf met deze naam. Controleer de spelling, of sta toe dat ontbrekende worden gemaakt.",
  UNKNOWN_TEAM: "Er is geen team met deze naam. Controleer de spelling, of sta toe dat ontbrekende worden gemaakt.",
  UNKNOWN_LABEL: "Er is geen label met deze naam. Controleer de spelling, of sta toe dat ontbrekende worden gemaakt.",
  UNKNOWN_ROLE: "Deze rol bestaat niet. Gebruik cursist, coach of beheerder.",
  UNKNOWN_USER_TYPE: "Dit gebruikerstype bestaat niet. Gebruik lid of beheerder.",
  UNKNOWN_COLUMN: "Deze kolom bestaat niet. Kies er een uit de lijst, of negeer ze.",
  DATE_MALFORMED: "Dit is geen datum. Schrijf ze als 2020-12-31.",
  DATE_IN_PAST: "Deze datum ligt in het verleden. Kies een latere.",
  PASSWORD_TOO_SHORT:
    "Het wachtwoord is te kort. Gebruik 15 tekens of meer; een paar woorden na elkaar onthoudt u gemakkelijk.",
  PASSWORD_TOO_LONG: "Het wachtwoord is te lang. Gebruik hoogstens 256 tekens.",
  PASSWORD_TOO_COMMON: "Dit wachtwoord hoort bij de wachtwoorden die het eerst worden geprobeerd. Kies een ander.",
  PASSWORD_TOO_OBVIOUS:
    "Dit wachtwoord is gemakkelijk te raden: het bestaat uit uw adres, een naam of de werkruimte. Kies een ander.",
  PASSWORD_WRONG: "Dit is niet uw huidige wachtwoord. Controleer het en probeer opnieuw.",
  PASSWORD_UNCHANGED: "Dit is het wachtwoord dat u al had. Kies een ander.",
  LINK_INVALID: "Deze link werkt niet. Misschien is hij afgekapt; kopieer hem volledig uit de mail.",
  LINK_EXPIRED: "Deze link is verlopen. Vraag een nieuwe aan.",
  LINK_USED: "Deze link is al gebruikt. Meld u aan.",
  LINK_CANCELLED: "Deze link is ingetrokken. Neem contact op met wie hem u stuurde.",
  LINK_REPLACED: "Een nieuwere link heeft deze vervangen. Gebruik de laatste die u kreeg, per mail of persoonlijk.",
  WRONG_ACCOUNT: "Iemand anders is hier aangemeld. Meld u af en open de link opnieuw.",
  SEAT_LIMIT_REACHED:
    "Alle plaatsen zijn op dit moment bezet. Een link die verstuurd is, blijft geldig; wie hem verstuurde, of de oprichter, kan plaats maken.",
  TOO_MANY_PEOPLE:
    "Dit zijn te veel mensen tegelijk. Stuur er minder, of vraag de oprichter om toestemming om in bulk uit te nodigen.",
  NOT_ALLOWED: "Dit gaat verder dan wat u zelf hebt. Laat het weg, of vraag het aan wie dit mag, zoals de oprichter.",
  NOT_COMBINABLE: "Dit gaat niet samen met de rest van wat u vraagt. Laat een van de twee weg.",
  PERMISSION_REVOKED:
    "De toestemming om te importeren is ingetrokken voordat dit aan de beurt was. Met de toestemming kunt u de rest opnieuw importeren.",
  NOT_THE_FOUNDER: "Dit gebeurt niet met het account van de oprichter. Het is gebleven zoals het was.",
  NOT_ONESELF: "Dit doet niemand met zijn eigen account. Het uwe is gebleven zoals het was.",
  NOT_ATTEMPTED:
    "Hier was alles in orde, maar er is niets gedaan omdat andere zijn geweigerd. Verbeter die en probeer opnieuw.",
  DUPLICATE_IN_INPUT: "Dit komt eerder al voor, en alleen het eerste telt. Haal een van beide weg.",
  LEADER_REPLACED:
    "Een latere persoon noemt een andere leider voor dit team, en de laatste telt. Kijk na welke juist is.",
  LEADER_WITHOUT_TEAM: "Hier staat een teamleider, maar geen team. Vul het team in, of laat de teamleider weg.",
  KEY_REUSED: "Deze idempotentiesleutel is eerder met andere invoer gebruikt. Gebruik een nieuwe sleutel.",
  SELECTION_CHANGED: "De selectie is intussen veranderd. Er is niets gedaan; kijk opnieuw en bevestig.",
  CHUNK_DIFFERS: "Dit deel van het bestand is eerder met andere inhoud verstuurd. Begin de import opnieuw.",
  IMPORT_INCOMPLETE: "Delen van het bestand zijn niet aangekomen. Verstuur ze en probeer opnieuw.",
  IMPORT_CLOSED: "Deze import kan niet meer worden gewijzigd. Begin een nieuwe.",
  WRONG_LOGIN: "Deze login en dit wachtwoord horen niet bij elkaar. Controleer beide en probeer opnieuw.",
  SETUP_CODE_WRONG:
    "Dit is niet de installatiecode. Ze staat in het adres dat de server bij het starten heeft getoond.",
  ALREADY_FOUNDED: "De werkruimte is al opgericht. Meld u aan.",
  INVITATION_CLOSED: "Deze uitnodiging is niet meer open. Nodig de persoon opnieuw uit.",
  USER_NOT_PENDING: "Dit account is al actief of gesloten en heeft geen activeringsmail nodig.",
  NO_MAIL_DELIVERY:
    "Dit gaat per mail, en er kan geen mail worden verstuurd: er is geen mailserver ingesteld, of er is geen adres. Een beheerder kan een link of een tijdelijk wachtwoord doorgeven.",
  USER_CLOSED: "Dit account is gedeactiveerd. Activeer het eerst opnieuw.",
  OUT_OF_RANGE: "Dit getal is te klein of te groot.",
  UNKNOWN_TIME_ZONE: "Deze tijdzone bestaat niet. Kies er een uit de lijst, bijvoorbeeld Europe/Brussels.",
  COLOR_MALFORMED: "Dit is geen kleur. Schrijf ze als #3b54cb.",
  COLOR_TOO_LIGHT: "Witte tekst is op deze kleur niet te lezen. Kies een donkerdere.",
  IMAGE_MALFORMED: "Dit bestand is geen leesbare PNG- of JPEG-afbeelding. Kies een ander.",
  IMAGE_TOO_LARGE: "Deze afbeelding is te groot. Gebruik er een van hooguit 200 kB en 2.000 pixels per zijde.",
  NAME_TAKEN: "Deze naam bestaat al. Voeg de twee samen of kies een andere naam.",
  MOVE_UNDER_WAY:
    "Er worden nog mensen uit of naar een hiervan verplaatst. Wacht tot dat klaar is en probeer het dan opnieuw.",
  UNKNOWN_PERSON: "Niemand heeft hier dit adres. Nodig het in plaats daarvan uit.",
  DATES_REVERSED: "De laatste dag ligt voor de eerste. Pas een van beide aan.",
  USER_NOT_ACTIVE: "Dit account is niet geactiveerd of is gesloten. Het moet hiervoor actief zijn.",
  TRANSFER_CLOSED: "Er is geen openstaand aanbod meer: het werd bevestigd, ingetrokken of is verlopen.",
  DATE_IN_FUTURE: "Deze dag ligt in de toekomst. Controleer het jaar.",
  UNKNOWN_COUNTRY: "Dit is geen land. Kies er een uit de lijst, of schrijf de naam of de tweeletterige code.",
  PHONE_MALFORMED: "Dit is geen telefoonnummer. Schrijf het met het land, zoals +32 470 12 34 56.",
  TAX_NUMBER_MALFORMED:
    "Dit is geen fiscaal nummer van dat land. Controleer de cijfers; misschien is er een verkeerd getypt.",
  UNKNOWN_DOCUMENT_KIND:
    "Dit soort document is niet bekend. Gebruik identiteitskaart, paspoort, verblijfsvergunning of rijbewijs.",
  NOT_ASKED: "Dit wordt hier niet gevraagd. Laat het leeg.",
  NOT_REJECTED: "Dit is in orde bevonden en kan nu niet worden gewijzigd. Verbeter alleen wat werd afgekeurd.",
  ALREADY_REGISTERED:
    "Er is al iemand met dit nummer geregistreerd. Controleer het; klopt het, vraag het dan aan een beheerder.",
  IDENTITY_CLOSED: "Dit is intussen verzonden of beslist en kan nu niet worden gewijzigd. Bekijk het opnieuw.",
  CHANGED_MEANWHILE: "Iemand heeft dit op hetzelfde moment gewijzigd. Kijk opnieuw en probeer nog eens.",
};
