/** A mail server in a process of its own that takes everything and keeps nothing; tells its port, and on request what it got. */
import { SMTPServer } from "smtp-server";

let mails = 0;
let bytes = 0;
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS"],
  disableReverseLookup: true,
  logger: false,
  onData(stream, _session, done) {
    stream.on("data", (chunk) => {
      bytes += chunk.length;
    });
    stream.on("end", () => {
      mails++;
      done(null, "2.0.0 taken");
    });
  },
});
server.on("error", () => undefined);
server.listen(0, "127.0.0.1", () => process.send({ port: server.server.address().port }));
process.on("message", () => {
  process.send({ mails, bytes });
  mails = 0;
  bytes = 0;
});
process.on("disconnect", () => process.exit(0));
