import { useTranslation } from "react-i18next";
import type { AddMode, Availability } from "../../gql/graphql";
import { Mark, type MarkKind } from "../../ui/mark";
import classes from "./email-mark.module.css";

/** Who has an account is not created again; invited, they are at most told of groups (F9). */
const kinds: Record<AddMode, Record<Availability, MarkKind>> = {
  CREATE: { FREE: "good", INVITED: "warn", TAKEN: "bad", MALFORMED: "bad" },
  INVITE: { FREE: "good", INVITED: "quiet", TAKEN: "warn", MALFORMED: "bad" },
};

interface Props {
  availability: Availability | null;
  mode?: AddMode;
  /** False: said only to whoever comes to the field, as where there are many. */
  isLive?: boolean;
}

/** Says while typing what an address is to the workspace (F10). */
export function EmailMark({ availability, mode = "CREATE", isLive = true }: Props) {
  const { t } = useTranslation("create");
  return (
    <div role={isLive ? "status" : undefined} className={classes.line}>
      {availability ? (
        <Mark kind={kinds[mode][availability]}>
          {t(mode === "CREATE" ? `email.${availability}` : `emailToInvite.${availability}`)}
        </Mark>
      ) : null}
    </div>
  );
}
