import { Button, Group } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useViewer } from "../../apollo/viewer";
import type { IdentityAccountFragment } from "../../gql/graphql";
import { Mark } from "../../ui/mark";
import { PageHeader } from "../../ui/page-header";
import { personName } from "../../ui/person-name";
import classes from "./personal-done.module.css";
import { useToldWords } from "./use-told-words";

/** It is registered: what follows from it, and where to go on. */
export function PersonalDone({ user }: { user: IdentityAccountFragment }) {
  const { t } = useTranslation("review");
  const { workspace } = useViewer();
  const toldWords = useToldWords();
  const words = { name: personName(user), workspace: workspace.name };
  return (
    <div className={classes.page}>
      <PageHeader title={t("registered.title", words)} />
      <p className={classes.words}>
        <Mark kind="good">{t("registered.validated")}</Mark>
      </p>
      <p className={classes.words}>
        {workspace.identityRequired ? t("registered.opens", words) : null} {toldWords(user)}
      </p>
      <Group gap="xs" mt="lg">
        <Button component={Link} to="/registration/personal">
          {t("registered.another")}
        </Button>
        <Button component={Link} to={`/users/${user.id}/profile`} variant="default">
          {t("registered.open", words)}
        </Button>
      </Group>
    </div>
  );
}
