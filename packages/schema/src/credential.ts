import "reflect-metadata";
import { enumOf, type ValueOf } from "./enum.js";

export const Credential = enumOf("Credential", "How the account of someone who was created is first entered.", {
  ACTIVATION_LINK: "By a link, mailed or handed over; the person then chooses a password. The seat is taken then.",
  PASSWORD:
    "By a password that the administrator typed and tells the person; the mail says only that the account exists. It is temporary and replaced at the first sign-in. The seat is taken at creation.",
  GENERATED_PASSWORD:
    "By a password that is made up and mailed to the person. It is temporary and replaced at the first sign-in. The seat is taken at creation.",
});
export type Credential = ValueOf<typeof Credential>;

export const ActivationMail = enumOf("ActivationMail", "When the mail goes out that tells of a new account.", {
  NOW: "At once.",
  LATER: "Not yet: `sendActivationEmails` sends it. The activation link is answered once, to be handed over.",
  TO_ME: "At once, to the caller's own address, naming the person: for people without an e-mail address.",
});
export type ActivationMail = ValueOf<typeof ActivationMail>;
