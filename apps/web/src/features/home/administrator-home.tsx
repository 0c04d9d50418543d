import { useQuery } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { IconUserPlus } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useViewer } from "../../apollo/viewer";
import { HomeDocument } from "../../gql/graphql";
import { LoadFailed } from "../../ui/load-failed";
import { PageHeader } from "../../ui/page-header";
import { WaitingIdentities } from "../../ui/waiting-identities";
import { Counts } from "./counts";
import { FirstSteps } from "./first-steps";
import classes from "./home.module.css";
import { HowItGoes } from "./how-it-goes";
import { PendingList } from "./pending-list";
import { RecentImports } from "./recent-imports";

export function AdministratorHome({ title }: { title: string }) {
  const { t } = useTranslation("home");
  const { can, workspace } = useViewer();
  const { data, error, refetch } = useQuery(HomeDocument, {
    variables: { users: can.seeUsers, invitations: can.seeInvitations },
  });
  const pending = data?.invitations;
  const alone = data && (data.users?.totalCount ?? 0) <= 1 && (pending?.totalCount ?? 0) === 0;
  return (
    <div className={classes.page}>
      <PageHeader
        title={title}
        lead={workspace.name}
        actions={
          can.add && !alone ? (
            <Button component={Link} to="/users/invitations/new" leftSection={<IconUserPlus size={16} aria-hidden />}>
              {t("invite")}
            </Button>
          ) : null
        }
      />
      {error && !data ? <LoadFailed error={error} retry={() => void refetch()} /> : null}
      {data ? (
        <div className={classes.stack}>
          {workspace.mailDelivery === "NONE" ? <p className={classes.notice}>{t("noMail")}</p> : null}
          <WaitingIdentities />
          {alone && can.add ? <FirstSteps /> : null}
          {alone || !can.seeInvitations ? null : <HowItGoes />}
          <Counts seats={data.workspace?.seats} people={data.users ?? null} pending={pending ?? null} />
          {pending && pending.totalCount > 0 ? (
            <PendingList
              invitations={pending.nodes}
              // counting stops somewhere: a number less five of it would be wrong
              more={pending.totalCountIsExact ? pending.totalCount - 5 : 0}
            />
          ) : null}
          {can.importFiles ? <RecentImports /> : null}
        </div>
      ) : null}
    </div>
  );
}
