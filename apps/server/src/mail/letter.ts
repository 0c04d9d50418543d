/** What a mail says, in the person's language: plain text throughout, whoever wrote it. Every kind has the same layout. */
export interface Letter {
  /** The workspace's name, on whose behalf it is sent. */
  workspace: string;
  subject: string;
  /** What mail programs show behind the subject. */
  preview: string;
  heading: string;
  greeting: string;
  paragraphs: readonly string[];
  list?: readonly string[];
  /** What a person wrote, line breaks kept. */
  quote?: { by: string; text: string };
  /** `isLink`: the address holds a secret of this person's; the mail then says how to paste it by hand. */
  action?: { label: string; address: string; isLink: boolean };
  /** In smaller print, below the action. */
  notes: readonly string[];
}
