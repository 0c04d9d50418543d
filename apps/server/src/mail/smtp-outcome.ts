import type { OutboxMail } from "./outbox-mail.entity.js";
import { answerOf, nextContact, nextTry, type Outcome } from "./outcome.js";

/** What nodemailer throws. */
export type SmtpError = Error & { code?: string; command?: string; responseCode?: number; response?: string };

export const acceptedOutcome = ({ response }: { response: string }): Outcome => ({
  state: "SENT",
  answer: answerOf(response),
  tried: true,
});

/** Reads a refusal by the rules of RFC 5321: 4yz is "not now", 5yz is "never". */
export function refusedOutcome(error: SmtpError, row: Pick<OutboxMail, "attempts" | "createdAt">, now: Date): Outcome {
  const answer = answerOf(error.response ?? error.message);
  if (!isAboutTheMail(error)) {
    return { state: "QUEUED", answer, tried: false, dueAt: nextContact(row.createdAt, now) };
  }
  const dueAt = isPermanent(error) ? null : nextTry(row.attempts + 1, now);
  return dueAt ? { state: "QUEUED", answer, tried: true, dueAt } : { state: "FAILED", answer, tried: true };
}

/**
 * Whether the server judged this recipient or this message. Before RCPT TO it knows neither, so a refusal there (of our
 * greeting, login or sender) says that the settings are wrong: the mails wait until somebody mends them. 421 closes the
 * connection whatever was sent.
 */
function isAboutTheMail({ code, command, responseCode }: SmtpError): boolean {
  // refused before anything was sent: an address that cannot be written in SMTP
  if (code === "EENVELOPE" && command === "API") return true;
  if (responseCode === undefined || responseCode === 421) return false;
  return command === "RCPT TO" || command === "DATA";
}

/** 503 (bad sequence) speaks of the connection's state, not of the mail. */
const isPermanent = ({ code, command, responseCode = 0 }: SmtpError): boolean =>
  (code === "EENVELOPE" && command === "API") || (responseCode >= 500 && responseCode !== 503);
