import classes from "./one-line.module.css";

/** A text that is cut where its column ends; the whole of it on hover. */
export function OneLine({ text }: { text: string }) {
  return (
    <span className={classes.line} title={text}>
      {text}
    </span>
  );
}
