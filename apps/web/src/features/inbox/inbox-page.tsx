import { useQuery } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { IconInbox, IconMailOff } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Link, NavLink, Outlet, useParams } from "react-router";
import { useViewer } from "../../apollo/viewer";
import { InboxMailsDocument } from "../../gql/graphql";
import { EmptyState } from "../../ui/empty-state";
import { ListFoot } from "../../ui/list-foot";
import { ListSkeleton } from "../../ui/list-skeleton";
import { LoadFailed } from "../../ui/load-failed";
import { PageHeader } from "../../ui/page-header";
import { RelativeTime } from "../../ui/relative-time";
import classes from "./inbox-page.module.css";

const pageSize = 50;
/** A mail that was just queued arrives within a moment. */
const readAgainEvery = 5_000;

/** Mails that would have been sent, for whoever tries Usher out without a mail server. */
export function InboxPage() {
  const { t } = useTranslation("inbox");
  const { can } = useViewer();
  if (!can.readInbox) {
    return (
      <EmptyState icon={<IconMailOff size={22} stroke={1.5} />} title={t("closed.title")} wholePage>
        {t("closed.text")}
      </EmptyState>
    );
  }
  return <Inbox />;
}

function Inbox() {
  const { t } = useTranslation("inbox");
  const { mailId } = useParams();
  const { data, error, loading, fetchMore, refetch } = useQuery(InboxMailsDocument, {
    variables: { first: pageSize },
    pollInterval: readAgainEvery,
  });
  const list = data?.inboxMails;
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      {error && !data ? <LoadFailed error={error} retry={() => void refetch()} /> : null}
      {!list && !error ? <ListSkeleton rows={5} /> : null}
      {list?.nodes.length === 0 ? <NoMails /> : null}
      {list && list.nodes.length > 0 ? (
        <div className={classes.columns} data-open={mailId ? true : undefined}>
          <nav className={classes.list} aria-label={t("mails")}>
            <ul className={classes.mails}>
              {list.nodes.map(({ id, to, subject, createdAt }) => (
                <li key={id}>
                  <NavLink to={`/inbox/${id}`} className={classes.mail} preventScrollReset>
                    <span className={classes.to}>{to}</span>
                    <span className={classes.subject}>{subject}</span>
                    <span className={classes.time}>
                      <RelativeTime time={createdAt} />
                    </span>
                  </NavLink>
                </li>
              ))}
            </ul>
            <ListFoot
              shown={list.nodes.length}
              total={list.totalCount}
              totalIsExact={list.totalCountIsExact}
              hasMore={list.pageInfo.hasNextPage}
              loading={loading}
              onMore={() => void fetchMore({ variables: { after: list.pageInfo.endCursor } })}
            />
          </nav>
          <div className={classes.reading}>{mailId ? <Outlet /> : <p className={classes.hint}>{t("choose")}</p>}</div>
        </div>
      ) : null}
    </>
  );
}

function NoMails() {
  const { t } = useTranslation("inbox");
  return (
    <EmptyState
      icon={<IconInbox size={22} stroke={1.5} />}
      title={t("none.title")}
      actions={
        <Button component={Link} to="/users/invitations/new">
          {t("none.invite")}
        </Button>
      }
    >
      {t("none.text")}
    </EmptyState>
  );
}
