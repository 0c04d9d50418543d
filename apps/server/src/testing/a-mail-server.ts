import type { AddressInfo } from "node:net";
import PostalMime, { type Email } from "postal-mime";
import { SMTPServer } from "smtp-server";

export interface ReceivedMail extends Email {
  /** As it came over the wire. */
  raw: string;
  /** The envelope's recipient. */
  recipient: string;
}

/** A refusal in the server's words, such as `{ code: 550, words: "5.1.1 no such user" }`. */
export interface SmtpRefusal {
  code: number;
  words: string;
}

/** A real SMTP server that keeps what it gets. */
export interface MailServer {
  /** For SMTP_URL; stays the same when it is stopped and started again. */
  readonly url: string;
  readonly mails: ReceivedMail[];
  /** Asked for each MAIL FROM, RCPT TO and message; what it answers is the server's refusal. */
  refuse: (stage: "sender" | "recipient" | "message", address: string) => SmtpRefusal | undefined;
  /** Called when a whole message has arrived, before the server answers; "hang up" ends the connection without an answer. */
  onMessage: (mail: ReceivedMail) => "hang up" | undefined;
  start(): Promise<void>;
  stop(): Promise<void>;
}

export async function startMailServer(): Promise<MailServer> {
  let port = 0;
  let server: SMTPServer;
  const toError = (refusal: SmtpRefusal | undefined) =>
    refusal && Object.assign(new Error(refusal.words), { responseCode: refusal.code });
  const mail: MailServer = {
    get url() {
      return `smtp://127.0.0.1:${port}`;
    },
    mails: [],
    refuse: () => undefined,
    onMessage: () => undefined,
    async start() {
      server = new SMTPServer({
        authOptional: true,
        disabledCommands: ["STARTTLS"],
        disableReverseLookup: true,
        logger: false,
        onMailFrom: ({ address }, _session, done) => done(toError(mail.refuse("sender", address))),
        onRcptTo: ({ address }, _session, done) => done(toError(mail.refuse("recipient", address))),
        onData(stream, session, done) {
          const chunks: Buffer[] = [];
          stream.on("data", (chunk) => chunks.push(chunk));
          stream.on("end", () => {
            const recipient = session.envelope.rcptTo[0]?.address ?? "";
            receive(Buffer.concat(chunks), recipient).then((answer) => {
              if (answer === "hang up") hangUp(session.id);
              else done(answer, "2.0.0 kept");
            }, done);
          });
        },
      });
      // a client that goes away midway is no failure of the test
      server.on("error", () => undefined);
      await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
      port = (server.server.address() as AddressInfo).port;
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
  const hangUp = (id: string) => {
    for (const connection of server.connections as Iterable<{ id: string; close(): void }>) {
      if (connection.id === id) connection.close();
    }
  };
  async function receive(bytes: Buffer, recipient: string): Promise<Error | "hang up" | undefined> {
    const refusal = toError(mail.refuse("message", recipient));
    if (refusal) return refusal;
    const received = { ...(await PostalMime.parse(bytes)), raw: bytes.toString("latin1"), recipient };
    mail.mails.push(received);
    return mail.onMessage(received);
  }
  await mail.start();
  return mail;
}

/** Starts a mail server around all tests of a `describe`, emptied before each. */
export function aMailServer(): { server: MailServer } {
  const test = {} as { server: MailServer };
  beforeAll(async () => {
    test.server = await startMailServer();
  });
  beforeEach(() => {
    test.server.mails.length = 0;
    test.server.refuse = () => undefined;
    test.server.onMessage = () => undefined;
  });
  afterAll(() => test.server.stop());
  return test;
}
