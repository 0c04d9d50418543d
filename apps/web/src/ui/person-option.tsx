import { Combobox } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { UserStatus } from "../gql/graphql";
import { EmailText } from "./email-text";
import { Mark, type MarkKind } from "./mark";
import classes from "./people-picker.module.css";
import { personName } from "./person-name";
import type { FoundPerson } from "./use-found-people";

const kinds: Record<UserStatus, MarkKind> = { ACTIVE: "good", PENDING: "busy", DEACTIVATED: "quiet" };

interface Props {
  id: string;
  user: FoundPerson;
  isActive: boolean;
  /** Why this one cannot be chosen. */
  hindrance: "chosenAlready" | "noEmail" | null;
  onPoint: () => void;
}

/** One who was found: enough to tell two of the same name apart. */
export function PersonOption({ id, user, isActive, hindrance, onPoint }: Props) {
  const { t } = useTranslation("people");
  const { t: tu } = useTranslation("users");
  const name = personName(user);
  // nothing can be done to a closed account, whose mark says so
  const isBarred = hindrance !== null || user.status === "DEACTIVATED";
  const detail = user.email ?? user.username;
  return (
    <Combobox.Option
      id={id}
      value={user.id}
      className={classes.option}
      selected={isActive}
      aria-selected={isActive}
      disabled={isBarred}
      onPointerMove={isBarred ? undefined : onPoint}
    >
      <span className={classes.who}>
        <span className={classes.name}>{name}</span>
        {detail && detail !== name ? (
          <span className={classes.detail}>
            <EmailText email={detail} />
          </span>
        ) : null}
      </span>
      {hindrance ? (
        <Mark kind={hindrance === "noEmail" ? "quiet" : "good"}>{t(hindrance)}</Mark>
      ) : (
        <Mark kind={kinds[user.status]}>{tu(`status.${user.status}`)}</Mark>
      )}
    </Combobox.Option>
  );
}
