import nodemailer from "nodemailer";
import * as quotedPrintable from "nodemailer/lib/qp";
import type { App } from "../context.js";
import { type LaidOut, layOut, logoCid, onOneLine } from "./lay-out.js";
import { sendingTime } from "./lease-batch.js";
import type { MailLogo } from "./look.js";
import type { MailRoute } from "./mail-route.js";
import { messageIdOf } from "./message-id.js";
import { makeOutage } from "./outage.js";
import { senderOf } from "./sender.js";
import { acceptedOutcome, refusedOutcome, type SmtpError } from "./smtp-outcome.js";
import type { OutgoingMail } from "./write-letters.js";

/** Unless the address says otherwise (?maxConnections=2); some providers take no more than a few from one client. */
const connections = 5;

/** Sends through a mail server, over a few connections that are kept. */
export function makeSmtpRoute(app: Pick<App, "clock" | "config" | "log">, url: string, from: string): MailRoute {
  const transport = nodemailer.createTransport({
    url,
    pool: true,
    maxConnections: connections,
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
    dnsTimeout: 15_000,
    socketTimeout: 60_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const width = transport.options.maxConnections ?? connections;
  const outage = makeOutage(app);

  const messageOf = ({ row, letter, look }: OutgoingMail) => ({
    from: senderOf(from, letter.workspace),
    to: { name: onOneLine(row.toName), address: row.toAddress },
    ...bodyOf(layOut(letter, row.language, look, "attached")),
    ...(look.logo && { attachments: [attachedLogo(look.logo)] }),
    messageId: messageIdOf(app, row.id),
    date: app.clock.now(),
    xMailer: false as const,
    headers: {
      "Auto-Submitted": "auto-generated",
      "X-Auto-Response-Suppress": "All",
      "Content-Language": row.language,
    },
    signal: AbortSignal.timeout(sendingTime),
  });

  return {
    isOpen: () => !outage.isOn(),
    async deliver(mails, batch) {
      const queue = [...mails];
      const sendOneByOne = async () => {
        for (let mail = queue.shift(); mail && !outage.isOn(); mail = queue.shift()) {
          if (!(await batch.mayStart(mail))) continue;
          const { row } = mail;
          const outcome = await transport
            .sendMail(messageOf(mail))
            .then(acceptedOutcome, (error: SmtpError) => refusedOutcome(error, row, app.clock.now()));
          if (outcome.tried) outage.reached();
          else outage.missed(outcome.answer);
          await batch.report(mail, outcome);
        }
      };
      await Promise.all(Array.from({ length: width }, sendOneByOne));
    },
    close: () => transport.close(),
  };
}

/** The parts as they travel. Left to nodemailer they are encoded in a stream of small pieces, which takes as long as all the rest. */
const bodyOf = ({ subject, text, html }: LaidOut) => ({
  subject,
  alternatives: [part("text/plain", text), part("text/html", html)],
});

const part = (type: string, content: string) => ({
  contentType: type,
  raw: [
    `Content-Type: ${type}; charset=utf-8`,
    "Content-Transfer-Encoding: quoted-printable",
    "",
    quotedPrintable.wrap(quotedPrintable.encode(content.replace(/\n/g, "\r\n"))),
  ].join("\r\n"),
});

/** Written once for every logo, not for every mail. */
const attachedLogos = new WeakMap<MailLogo, { contentType: string; cid: string; raw: string }>();

/** The logo as a part beside the HTML, which shows it by its Content-ID: programs ask nobody's leave to show what came along. */
function attachedLogo(logo: MailLogo) {
  const { contentType, base64 } = logo;
  const known = attachedLogos.get(logo);
  if (known) return known;
  const lines = [
    `Content-Type: ${contentType}; name=logo.${contentType.slice("image/".length)}`,
    "Content-Disposition: inline",
    "Content-Transfer-Encoding: base64",
    `Content-ID: <${logoCid}>`,
    "",
    ...(base64.match(/.{1,76}/g) ?? []),
  ];
  const attached = { contentType, cid: logoCid, raw: lines.join("\r\n") };
  attachedLogos.set(logo, attached);
  return attached;
}
