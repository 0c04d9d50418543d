import { useQuery } from "@apollo/client/react";
import { Alert, Anchor, Button, Drawer, Group } from "@mantine/core";
import { IconAt, IconClock, IconLink, IconMailForward, IconMailOff } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Link, useLocation, useNavigate, useOutletContext, useParams } from "react-router";
import { InvitationDocument } from "../../gql/graphql";
import { EmptyState } from "../../ui/empty-state";
import { ListSkeleton } from "../../ui/list-skeleton";
import { LoadFailed } from "../../ui/load-failed";
import { personName } from "../../ui/person-name";
import classes from "./invitation-drawer.module.css";
import { InvitationFacts } from "./invitation-facts";
import { StatusMark } from "./invitation-marks";
import { InvitationTimeline } from "./invitation-timeline";
import type { InvitationsOutlet } from "./invitations-page";
import { NotReceived } from "./not-received";

/** One invitation beside the list; its address can be handed on. */
export function InvitationDrawer() {
  const { t } = useTranslation("invitations");
  const { t: tc } = useTranslation();
  const { invitationId = "" } = useParams();
  const { search } = useLocation();
  const navigate = useNavigate();
  const outlet = useOutletContext<InvitationsOutlet>();
  const { data, error, refetch } = useQuery(InvitationDocument, { variables: { id: invitationId } });
  const invitation = data?.invitation;
  const open = invitation?.status === "PENDING" || invitation?.status === "EXPIRED";
  return (
    <Drawer
      opened
      onClose={() => void navigate(`/users/invitations${search}`, { preventScrollReset: true })}
      size={520}
      title={invitation ? personName(invitation) : t("one")}
      closeButtonProps={{ "aria-label": tc("close") }}
    >
      {error && !data ? <LoadFailed error={error} retry={() => void refetch()} /> : null}
      {!data && !error ? <ListSkeleton rows={5} /> : null}
      {data && !invitation ? <EmptyState title={t("gone.title")}>{t("gone.text")}</EmptyState> : null}
      {invitation ? (
        <>
          <title>{tc("pageTitle", { title: personName(invitation) })}</title>
          <Group gap="xs" mb="md">
            <StatusMark status={invitation.status} />
            <span className={classes.email}>{invitation.email}</span>
          </Group>
          {invitation.acceptedUser ? (
            <Anchor
              component={Link}
              to={`/users/${invitation.acceptedUser.id}`}
              size="sm"
              mb="md"
              display="inline-block"
            >
              {t("timeline.openUser", { name: personName(invitation.acceptedUser) })}
            </Anchor>
          ) : null}
          {open ? (
            <Group gap="xs" mb="lg">
              {invitation.status === "PENDING" ? (
                <Button
                  size="xs"
                  leftSection={<IconLink size={16} stroke={1.6} aria-hidden />}
                  onClick={() => outlet.copyLink(invitation)}
                >
                  {t("copyLink.action")}
                </Button>
              ) : null}
              <Button
                size="xs"
                variant={invitation.status === "EXPIRED" ? "filled" : "default"}
                leftSection={<IconMailForward size={16} stroke={1.6} aria-hidden />}
                onClick={() => outlet.resend(invitation)}
              >
                {t("resend.action")}
              </Button>
              <Button
                size="xs"
                variant="default"
                leftSection={<IconAt size={16} stroke={1.6} aria-hidden />}
                onClick={() => outlet.changeAddress(invitation)}
              >
                {t("address.action")}
              </Button>
              <Button
                size="xs"
                variant="default"
                leftSection={<IconClock size={16} stroke={1.6} aria-hidden />}
                onClick={() => outlet.changeLifetime(invitation)}
              >
                {t("lifetime.action")}
              </Button>
              <Button
                size="xs"
                variant="default"
                leftSection={<IconMailOff size={16} stroke={1.6} aria-hidden />}
                onClick={() => outlet.cancel(invitation)}
              >
                {t("cancel.action")}
              </Button>
            </Group>
          ) : null}
          {invitation.attention ? (
            <Alert color="orange" mb="lg" title={t(`attention.${invitation.attention}`)}>
              {t(`attention.todo.${invitation.attention}`)}
            </Alert>
          ) : null}
          {open ? (
            <NotReceived
              invitation={invitation}
              onCopyLink={() => outlet.copyLink(invitation)}
              onResend={() => outlet.resend(invitation)}
              onChangeAddress={() => outlet.changeAddress(invitation)}
            />
          ) : null}
          <InvitationTimeline invitation={invitation} />
          <InvitationFacts invitation={invitation} />
        </>
      ) : null}
    </Drawer>
  );
}
