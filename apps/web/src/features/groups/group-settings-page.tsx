import { Button, Group, Text, Title } from "@mantine/core";
import { IconMailForward } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate } from "react-router";
import { DeleteDialog } from "./delete-dialog";
import { useGroup } from "./group-layout";
import classes from "./group-settings-page.module.css";
import { groupKind } from "./kinds/group";
import { MergeIntoDialog } from "./merge-into-dialog";
import type { Moved } from "./moved";
import { taskQuery } from "./moved-reports";
import { NameDialog } from "./name-dialog";
import { homes } from "./name-kinds";

/** What is done with a group as a whole; inviting to it comes first (F6). */
export function GroupSettingsPage() {
  const { t } = useTranslation("groups");
  const { group } = useGroup();
  const navigate = useNavigate();
  const [dialog, setDialog] = useState<"rename" | "merge" | "delete" | null>(null);
  const { can } = group;
  const close = () => setDialog(null);

  function onMoved(moved: Moved) {
    const place = moved.into ? `${homes.group}/${moved.into.id}` : homes.group;
    void navigate(place + taskQuery(moved), { state: { moved } });
  }

  return (
    <div className={classes.parts}>
      {can.invite ? (
        <Part title={t("group.invite")} text={t("group.inviteText")}>
          <Button
            component={Link}
            to={`/groups/${group.id}/invite`}
            leftSection={<IconMailForward size={16} stroke={1.6} aria-hidden />}
          >
            {t("group.invite")}
          </Button>
        </Part>
      ) : null}
      {can.manage ? (
        <>
          <Part title={t("name")} text={t("group.renameText")}>
            <Button variant="default" onClick={() => setDialog("rename")}>
              {t("rename")}
            </Button>
          </Part>
          <Part title={t("mergeInto")} text={t("group.merge.text")}>
            <Button variant="default" onClick={() => setDialog("merge")}>
              {t("mergeIntoAction")}
            </Button>
          </Part>
          <Part title={t("group.deleteTitle")} text={t("group.delete.text")}>
            <Button variant="default" c="var(--usher-bad)" onClick={() => setDialog("delete")}>
              {t("deleteAction")}
            </Button>
          </Part>
        </>
      ) : (
        <Text size="sm" c="dimmed">
          {t("group.settingsClosed")}
        </Text>
      )}
      {dialog === "rename" ? <NameDialog kind={groupKind} named={group} onSaved={close} onClose={close} /> : null}
      {dialog === "merge" ? <MergeIntoDialog kind={groupKind} named={group} onMoved={onMoved} onClose={close} /> : null}
      {dialog === "delete" ? <DeleteDialog kind={groupKind} names={[group]} onMoved={onMoved} onClose={close} /> : null}
    </div>
  );
}

function Part({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  return (
    <section className={classes.part} aria-label={title}>
      <div className={classes.text}>
        <Title order={2}>{title}</Title>
        <Text size="sm" c="dimmed">
          {text}
        </Text>
      </div>
      <Group className={classes.action}>{children}</Group>
    </section>
  );
}
