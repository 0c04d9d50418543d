import { Anchor } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { permissionName } from "../apollo/use-change-permission";
import { useFormat } from "../i18n/format";
import type { PermissionDone } from "./permission-dialog";
import { useToldWords } from "./permission-words";
import { personName } from "./person-name";

/** What came of a change, and what is left to do. */
export function PermissionDoneWords({ done, withLink }: { done: PermissionDone; withLink: boolean }) {
  const { t } = useTranslation("permissions");
  const toldWords = useToldWords();
  const format = useFormat();
  const { person, permissions, give, linksEnded } = done;
  const words = { name: personName(person), permission: format.list(permissions.map(permissionName)) };
  return (
    <>
      {t(give ? "give.done" : "take.done", words)} {toldWords(person)}
      {linksEnded ? ` ${t("linksEnded", words)}` : null}
      {linksEnded && withLink ? (
        <>
          {" "}
          <Anchor component={Link} to={`/users/${person.id}/profile`} inherit underline="always">
            {t("toPerson", words)}
          </Anchor>
        </>
      ) : null}
    </>
  );
}
