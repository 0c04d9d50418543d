import { Anchor } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useViewer } from "../../apollo/viewer";
import type { AccountBesideFragment, IdentityStateFragment } from "../../gql/graphql";
import { useFormat } from "../../i18n/format";
import { personName } from "../../ui/person-name";
import { Note } from "./note";

interface Props {
  identity: IdentityStateFragment & { user?: AccountBesideFragment | null };
  /** It was decided or changed while it was looked at. */
  isOvertaken: boolean;
  onReadAgain: () => void;
}

/** Whether the viewer may decide: never their own, unless they are the founder, and never the founder's (F53, F56). */
export function useMayDecide() {
  const { user: viewer } = useViewer();
  return ({ status, user }: Props["identity"]): boolean =>
    status === "SUBMITTED" &&
    user != null &&
    user.status !== "DEACTIVATED" &&
    (user.userType !== "FOUNDER" || viewer.userType === "FOUNDER") &&
    (user.id !== viewer.id || viewer.userType === "FOUNDER");
}

/** Why there is nothing to decide, and what can be done instead. */
export function Standing({ identity, isOvertaken, onReadAgain }: Props) {
  const { t } = useTranslation("review");
  const format = useFormat();
  const { user: viewer, founderName } = useViewer();
  const { status, user, decidedBy, decidedAt } = identity;
  if (!user) return <Note>{t("standing.gone")}</Note>;
  const name = personName(user);
  const words = {
    name,
    by: decidedBy ? personName(decidedBy) : t("goneAccount"),
    time: decidedAt ? format.dateTime(decidedAt) : "",
  };
  if (status === "VALIDATED" || status === "REJECTED") {
    const isOwnWork = decidedBy?.id === viewer.id;
    return (
      <Note isUrgent={isOvertaken} takesFocus={isOvertaken}>
        {t(isOwnWork ? `standing.${status}.you` : `standing.${status}.other`, words)}{" "}
        {isOvertaken ? t("standing.overtaken") : null} <ToPersonal userId={user.id} />
      </Note>
    );
  }
  if (status === "DRAFT" || status === "NONE") {
    return (
      <Note isUrgent={isOvertaken} takesFocus={isOvertaken}>
        {t("standing.DRAFT", words)} <ToPersonal userId={user.id} />
      </Note>
    );
  }
  if (user.status === "DEACTIVATED") {
    return (
      <Note>
        {t("standing.closed", words)}{" "}
        <Anchor component={Link} to={`/users/${user.id}/profile`} inherit underline="always">
          {t("account.open")}
        </Anchor>
      </Note>
    );
  }
  if (isOvertaken) {
    return (
      <Note isUrgent takesFocus>
        {t("standing.changed", words)}{" "}
        <Anchor component="button" type="button" inherit underline="always" onClick={onReadAgain}>
          {t("standing.readAgain")}
        </Anchor>
      </Note>
    );
  }
  if (user.userType === "FOUNDER") return <Note>{t("standing.founder", words)}</Note>;
  return <Note>{founderName ? t("standing.own", { founder: founderName }) : t("standing.ownUnnamed")}</Note>;
}

function ToPersonal({ userId }: { userId: string }) {
  const { t } = useTranslation("review");
  return (
    <Anchor component={Link} to={`/registration/personal/${userId}`} inherit underline="always">
      {t("standing.register")}
    </Anchor>
  );
}
