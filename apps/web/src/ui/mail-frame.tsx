import classes from "./mail-frame.module.css";

interface Props {
  title: string;
  html: string;
  /** Links open in a tab of their own. Without it they lead nowhere. */
  followLinks?: boolean;
}

/** A mail as its reader gets it, shut off from the page: no scripts, no forms, no origin. */
export function MailFrame({ title, html, followLinks = false }: Props) {
  return (
    <iframe
      title={title}
      className={classes.frame}
      srcDoc={withBase(html)}
      sandbox={followLinks ? "allow-popups allow-popups-to-escape-sandbox" : ""}
      referrerPolicy="no-referrer"
    />
  );
}

/** Without it a link would open inside of the frame, where no page of ours may run. */
function withBase(html: string): string {
  const base = '<base target="_blank">';
  return /<head[^>]*>/i.test(html) ? html.replace(/<head[^>]*>/i, (head) => head + base) : base + html;
}
