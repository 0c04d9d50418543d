import { useTranslation } from "react-i18next";
import type { Availability } from "../../gql/graphql";
import { Mark, type MarkKind } from "../../ui/mark";
import classes from "./email-mark.module.css";

const kinds: Record<Availability, MarkKind> = { FREE: "good", INVITED: "warn", TAKEN: "bad", MALFORMED: "bad" };

/** Says while typing whether an account can be made for an address (F10). */
export function EmailMark({ availability }: { availability: Availability | null }) {
  const { t } = useTranslation("create");
  return (
    <div role="status" className={classes.line}>
      {availability ? <Mark kind={kinds[availability]}>{t(`email.${availability}`)}</Mark> : null}
    </div>
  );
}
