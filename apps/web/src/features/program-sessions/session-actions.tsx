import { Button, Menu } from "@mantine/core";
import { IconArrowMerge, IconDots, IconPencil, IconTrash, IconUserPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { DeleteSessionDialog } from "./delete-session-dialog";
import { EditSessionDialog } from "./edit-session-dialog";
import { MergeSessionDialog } from "./merge-session-dialog";
import type { OpenSession } from "./session-page";
import classes from "./session-page.module.css";

/** Only what the viewer may. */
export function SessionActions({ session }: { session: OpenSession }) {
  const { t } = useTranslation("sessions");
  const [dialog, setDialog] = useState<"edit" | "merge" | "delete" | null>(null);
  const close = () => setDialog(null);
  const { can } = session;
  return (
    <>
      {can.manage ? (
        <>
          <Button
            variant="default"
            leftSection={<IconPencil size={16} stroke={1.6} aria-hidden />}
            onClick={() => setDialog("edit")}
          >
            {t("edit.action")}
          </Button>
          <Menu position="bottom-end">
            <Menu.Target>
              <Button variant="default" leftSection={<IconDots size={16} stroke={1.6} aria-hidden />}>
                {t("more")}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item
                leftSection={<IconArrowMerge size={16} stroke={1.6} aria-hidden />}
                onClick={() => setDialog("merge")}
              >
                {t("merge.action")}
              </Menu.Item>
              <Menu.Item
                color="red"
                leftSection={<IconTrash size={16} stroke={1.6} aria-hidden />}
                onClick={() => setDialog("delete")}
              >
                {t("delete.action")}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </>
      ) : null}
      {can.invite ? (
        <Button
          component={Link}
          to={`/program-sessions/${session.id}/invite`}
          className={classes.main}
          leftSection={<IconUserPlus size={16} aria-hidden />}
        >
          {t("invite")}
        </Button>
      ) : null}
      {dialog === "edit" ? <EditSessionDialog session={session} onClose={close} /> : null}
      {dialog === "merge" ? <MergeSessionDialog session={session} onClose={close} /> : null}
      {dialog === "delete" ? <DeleteSessionDialog session={session} onClose={close} /> : null}
    </>
  );
}
