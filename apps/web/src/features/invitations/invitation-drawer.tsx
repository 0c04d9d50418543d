import { useQuery } from "@apollo/client/react";
import { Alert, Anchor, Drawer, Group } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link, useLocation, useNavigate, useOutletContext, useParams } from "react-router";
import { isHidden } from "../../apollo/failure";
import { useViewer } from "../../apollo/viewer";
import { InvitationDocument, type InvitationQuery } from "../../gql/graphql";
import { EmptyState } from "../../ui/empty-state";
import { ListSkeleton } from "../../ui/list-skeleton";
import { LoadFailed } from "../../ui/load-failed";
import { personName } from "../../ui/person-name";
import { InvitationActions } from "./invitation-actions";
import classes from "./invitation-drawer.module.css";
import { InvitationFacts } from "./invitation-facts";
import type { InvitationsOutlet } from "./invitation-list";
import { StatusMark } from "./invitation-marks";
import { InvitationTimeline } from "./invitation-timeline";
import { NotReceived } from "./not-received";
import type { Acts } from "./use-acting";
import { useMayAct } from "./use-may-act";

/** One invitation beside the list; its address can be handed on. */
export function InvitationDrawer() {
  const { t } = useTranslation("invitations");
  const { t: tc } = useTranslation();
  const { invitationId = "" } = useParams();
  const { search } = useLocation();
  const navigate = useNavigate();
  const { home, acts } = useOutletContext<InvitationsOutlet>();
  const { data, error, refetch } = useQuery(InvitationDocument, { variables: { id: invitationId } });
  const invitation = data?.invitation;
  const isGone = !invitation && (data !== undefined || isHidden(error));
  return (
    <Drawer
      opened
      onClose={() => void navigate(`${home}${search}`, { preventScrollReset: true })}
      size={520}
      title={invitation ? personName(invitation) : t("one")}
      closeButtonProps={{ "aria-label": tc("close") }}
    >
      {error && !data && !isGone ? <LoadFailed error={error} retry={() => void refetch()} /> : null}
      {!data && !error ? <ListSkeleton rows={5} /> : null}
      {isGone ? <EmptyState title={t("gone.title")}>{t("gone.text")}</EmptyState> : null}
      {invitation ? <InvitationView invitation={invitation} acts={acts} /> : null}
    </Drawer>
  );
}

function InvitationView({ invitation, acts }: { invitation: NonNullable<InvitationQuery["invitation"]>; acts: Acts }) {
  const { t } = useTranslation("invitations");
  const { t: tc } = useTranslation();
  const { can } = useViewer();
  const may = useMayAct(invitation);
  const { acceptedUser, attention } = invitation;
  return (
    <>
      <title>{tc("pageTitle", { title: personName(invitation) })}</title>
      <Group gap="xs" mb="md">
        <StatusMark status={invitation.status} />
        <span className={classes.email}>{invitation.email}</span>
      </Group>
      {acceptedUser && can.seeUsers ? (
        <Anchor component={Link} to={`/users/${acceptedUser.id}`} size="sm" mb="md" display="inline-block">
          {t("timeline.openUser", { name: personName(acceptedUser) })}
        </Anchor>
      ) : null}
      <InvitationActions invitation={invitation} acts={acts} />
      {may.isBeyond ? (
        <Alert color="gray" mb="lg" title={t("beyond.title")}>
          {may.act ? t("beyond.mayCancel") : t("beyond.text")}
        </Alert>
      ) : null}
      {invitation.isGiven || !may.isOpen ? null : (
        <Alert color="orange" mb="lg" title={t("given.title")}>
          {may.resend && may.handOver ? t("given.text") : t("given.textOthers")}
        </Alert>
      )}
      {attention ? (
        <Alert color="orange" mb="lg" title={t(`attention.${attention}`)}>
          {t(`attention.todo.${attention}`)}
        </Alert>
      ) : null}
      {may.act || may.handOver ? (
        <NotReceived
          invitation={invitation}
          onCopyLink={() => acts.copyLink(invitation)}
          onResend={() => acts.resend(invitation)}
          onChangeAddress={() => acts.changeAddress(invitation)}
        />
      ) : null}
      <InvitationTimeline invitation={invitation} />
      <InvitationFacts invitation={invitation} />
    </>
  );
}
