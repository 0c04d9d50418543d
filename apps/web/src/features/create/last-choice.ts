import type { ActivationMail, Credential } from "../../gql/graphql";

const place = "usher.add-user.choice";

interface Choice {
  credential: Credential;
  activationMail: ActivationMail;
}

const usual: Choice = { credential: "ACTIVATION_LINK", activationMail: "NOW" };

/** How the last account was made in this browser: most administrators make all of them alike (F25). */
export function lastChoice(): Choice {
  try {
    return { ...usual, ...JSON.parse(localStorage.getItem(place) ?? "{}") };
  } catch {
    return usual;
  }
}

export function rememberChoice(choice: Choice) {
  try {
    localStorage.setItem(place, JSON.stringify(choice));
  } catch {
    // Storage closed to us: the next form begins with the usual choice.
  }
}
