import type { OutboxMail } from "./outbox-mail.entity.js";
import { answerOf, nextContact, nextTry, type Outcome } from "./outcome.js";

/** What nodemailer answers, or throws (its SMTPError). */
type Sent = { response: string };
type SmtpError = Error & { code?: string; command?: string; responseCode?: number; response?: string };

/** Reads the mail server's reply by the rules of RFC 5321: 2yz is its word, 4yz is "not now", 5yz is "never". */
export function smtpOutcome(
  answer: Sent | SmtpError,
  row: Pick<OutboxMail, "attempts" | "createdAt">,
  now: Date,
): Outcome {
  if (!(answer instanceof Error)) return { state: "SENT", answer: answerOf(answer.response), tried: true };
  const words = answerOf(answer.response ?? answer.message);
  if (!isAboutTheMail(answer))
    return { state: "QUEUED", answer: words, tried: false, dueAt: nextContact(row.createdAt, now) };
  const dueAt = isPermanent(answer) ? null : nextTry(row.attempts + 1, now);
  return dueAt
    ? { state: "QUEUED", answer: words, tried: true, dueAt }
    : { state: "FAILED", answer: words, tried: true };
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
