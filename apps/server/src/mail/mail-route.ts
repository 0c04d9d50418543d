import type { Outcome } from "./outcome.js";
import type { OutgoingMail } from "./write-letters.js";

/** A way for mails to leave: through a mail server, or into the development inbox. */
export interface MailRoute {
  /** False while there is no point in trying, so that due mails are left where they are. */
  isOpen(): boolean;
  /** Sends the batch, or a part of it: what is not reported was not tried. */
  deliver(mails: readonly OutgoingMail[], batch: Batch): Promise<void>;
  /** Ends what it holds open; called when nothing is under way any more. */
  close(): void;
}

export interface Batch {
  /** Whether this mail may be started now: it is still ours for as long as sending can take, and nobody wants to stop. */
  mayStart(mail: OutgoingMail): Promise<boolean>;
  /** Says what became of it. Resolves at once, or when what waits to be stored was stored. */
  report(mail: Pick<OutgoingMail, "row">, outcome: Outcome): Promise<void>;
}
