import { useTranslation } from "react-i18next";
import type { Availability } from "../gql/graphql";
import { Mark } from "./mark";
import classes from "./username-mark.module.css";

interface Props {
  availability: Availability | null;
  /** False: said only to whoever comes to the field, as where there are many. */
  isLive?: boolean;
}

/** Says while typing whether a username can be had (F10). */
export function UsernameMark({ availability, isLive = true }: Props) {
  const { t } = useTranslation();
  return (
    <div role={isLive ? "status" : undefined} className={classes.line}>
      {availability ? (
        <Mark kind={availability === "FREE" ? "good" : "bad"}>{t(`username.${availability}`)}</Mark>
      ) : null}
    </div>
  );
}
