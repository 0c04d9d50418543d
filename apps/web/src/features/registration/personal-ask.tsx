import { Button, Group } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useViewer } from "../../apollo/viewer";
import type { IdentityAccountFragment, IdentityStateFragment } from "../../gql/graphql";
import { useFormat } from "../../i18n/format";
import { IdentityStatusMark } from "../../ui/identity-status-mark";
import { personName } from "../../ui/person-name";
import classes from "./personal-ask.module.css";

interface Props {
  identity: IdentityStateFragment;
  user: IdentityAccountFragment;
  onOpen: () => void;
}

/** Before what was submitted or found right is opened and written over: most often there is something better to do. */
export function PersonalAsk({ identity, user, onOpen }: Props) {
  const { t } = useTranslation("review");
  const format = useFormat();
  const { user: viewer } = useViewer();
  const { status, submittedAt, decidedAt, decidedBy } = identity;
  const name = personName(user);
  const isWaiting = status === "SUBMITTED";
  const words = {
    name,
    by: decidedBy ? personName(decidedBy) : t("goneAccount"),
    time: format.dateTime((isWaiting ? submittedAt : decidedAt) ?? ""),
  };
  return (
    <div className={classes.card}>
      <IdentityStatusMark status={status} />
      <p className={classes.words}>
        {isWaiting
          ? t("ask.submitted", words)
          : t(decidedBy?.id === viewer.id ? "standing.VALIDATED.you" : "standing.VALIDATED.other", words)}
      </p>
      {user.id === viewer.id ? null : <p className={classes.recorded}>{t("ask.recorded", { name })}</p>}
      <Group gap="xs">
        {isWaiting ? (
          <Button component={Link} to={`/registration/review/${user.id}`}>
            {t("ask.review")}
          </Button>
        ) : null}
        <Button variant={isWaiting ? "default" : "filled"} onClick={onOpen}>
          {isWaiting ? t("ask.anew") : t("ask.change")}
        </Button>
      </Group>
    </div>
  );
}
