import { useTranslation } from "react-i18next";
import type { Availability } from "../gql/graphql";
import { Mark } from "./mark";
import classes from "./username-mark.module.css";

/** Says while typing whether a username can be had (F10). */
export function UsernameMark({ availability }: { availability: Availability | null }) {
  const { t } = useTranslation();
  return (
    <div role="status" className={classes.line}>
      {availability ? (
        <Mark kind={availability === "FREE" ? "good" : "bad"}>{t(`username.${availability}`)}</Mark>
      ) : null}
    </div>
  );
}
