import { Button, Group } from "@mantine/core";
import { IconAt, IconClock, IconLink, IconMailForward, IconMailOff } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { InvitationRowFragment } from "../../gql/graphql";
import type { Acts } from "./use-acting";
import { useMayAct } from "./use-may-act";

/** The drawer's buttons: the same as those of a row, with their names. */
export function InvitationActions({ invitation, acts }: { invitation: InvitationRowFragment; acts: Acts }) {
  const { t } = useTranslation("invitations");
  const may = useMayAct(invitation);
  if (!may.act && !may.handOver) return null;
  return (
    <Group gap="xs" mb="lg">
      {may.handOver && invitation.status === "PENDING" ? (
        <Button
          size="xs"
          leftSection={<IconLink size={16} stroke={1.6} aria-hidden />}
          onClick={() => acts.copyLink(invitation)}
        >
          {t("copyLink.action")}
        </Button>
      ) : null}
      {may.resend ? (
        <Button
          size="xs"
          variant={invitation.status === "EXPIRED" ? "filled" : "default"}
          leftSection={<IconMailForward size={16} stroke={1.6} aria-hidden />}
          onClick={() => acts.resend(invitation)}
        >
          {t("resend.action")}
        </Button>
      ) : null}
      {may.handOver ? (
        <Button
          size="xs"
          variant="default"
          leftSection={<IconAt size={16} stroke={1.6} aria-hidden />}
          onClick={() => acts.changeAddress(invitation)}
        >
          {t("address.action")}
        </Button>
      ) : null}
      {may.act ? (
        <>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconClock size={16} stroke={1.6} aria-hidden />}
            onClick={() => acts.changeLifetime(invitation)}
          >
            {t("lifetime.action")}
          </Button>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconMailOff size={16} stroke={1.6} aria-hidden />}
            onClick={() => acts.cancel(invitation)}
          >
            {t("cancel.action")}
          </Button>
        </>
      ) : null}
    </Group>
  );
}
