import { Anchor } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useViewer } from "../../apollo/viewer";
import type { IdentityAccountFragment } from "../../gql/graphql";
import { personName } from "../../ui/person-name";
import { Note } from "./note";

interface Props {
  hindrance: "deactivated" | "founder" | "own";
  user: IdentityAccountFragment;
}

/** Why nothing can be registered for this person here, and what to do instead. */
export function PersonalClosed({ hindrance, user }: Props) {
  const { t } = useTranslation("review");
  const { founderName } = useViewer();
  if (hindrance === "deactivated") {
    return (
      <Note>
        {t("personal.deactivated", { name: personName(user) })}{" "}
        <Anchor component={Link} to={`/users/${user.id}/profile`} inherit underline="always">
          {t("account.open")}
        </Anchor>
      </Note>
    );
  }
  if (hindrance === "founder") return <Note>{t("personal.founder", { name: personName(user) })}</Note>;
  return (
    <Note>
      {founderName ? t("personal.own", { founder: founderName }) : t("personal.ownUnnamed")}{" "}
      <Anchor component={Link} to="/my-registration" inherit underline="always">
        {t("personal.toMine")}
      </Anchor>
    </Note>
  );
}
