import { useQuery } from "@apollo/client/react";
import { Anchor, Title } from "@mantine/core";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Link, Outlet, useLocation, useOutletContext, useParams } from "react-router";
import { isHidden } from "../../apollo/failure";
import { useViewer } from "../../apollo/viewer";
import { GroupDocument, type GroupHeadFragment } from "../../gql/graphql";
import { takeArrival } from "../../ui/arrival";
import { ListSkeleton } from "../../ui/list-skeleton";
import { LoadFailed } from "../../ui/load-failed";
import classes from "./group-layout.module.css";
import { NameGone } from "./name-gone";

interface GroupOutlet {
  group: GroupHeadFragment;
  /** Reads its numbers again, and what the viewer may do with it: they may have changed their own role. */
  refresh: () => Promise<unknown>;
}

/** The group whose tab this is. */
export const useGroup = () => useOutletContext<GroupOutlet>();

/** One group: its heading, and its tabs, each with an address of its own. */
export function GroupLayout() {
  const { groupId = "" } = useParams();
  const { data, error, refetch } = useQuery(GroupDocument, { variables: { id: groupId } });
  const group = data?.group;
  // also one that was open a moment ago, when the viewer has lost their role in it
  if (isHidden(error) || data?.group === null) return <NameGone kind="group" />;
  if (group) return <OpenGroup key={group.id} group={group} refresh={() => refetch()} />;
  if (error) return <LoadFailed error={error} retry={() => void refetch()} />;
  return <ListSkeleton rows={5} />;
}

function OpenGroup({ group, refresh }: GroupOutlet) {
  const { t } = useTranslation("groups");
  const { t: tc } = useTranslation();
  const { can: viewerCan } = useViewer();
  const { pathname } = useLocation();
  const heading = useRef<HTMLHeadingElement>(null);
  const tab = useRef<HTMLAnchorElement>(null);
  const context: GroupOutlet = { group, refresh };
  const home = `/groups/${group.id}`;
  const { can } = group;
  const tabs = [
    { key: "people", to: home, opens: true },
    { key: "invitations", to: `${home}/invitations`, opens: can.invite },
    { key: "sessions", to: `${home}/sessions`, opens: viewerCan.seeProgramSessions && can.seeMembers },
    { key: "settings", to: `${home}/settings`, opens: can.invite || can.manage },
  ] as const;
  const current = tabs.find(({ to }) => (to === home ? pathname === home : pathname.startsWith(to)));

  useEffect(() => {
    if (takeArrival()) heading.current?.focus({ preventScroll: true });
  }, []);

  useEffect(() => {
    // on a phone the tabs scroll sideways
    tab.current?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [current?.key]);

  // the form that invites is a page of its own, with a heading of its own
  if (!current) return <Outlet context={context} />;
  return (
    <>
      <header className={classes.header}>
        <title>{tc("pageTitle", { title: t("tabTitle", { tab: t(`part.${current.key}`), name: group.name }) })}</title>
        <Anchor component={Link} to="/groups" size="sm">
          {t("tab.groups")}
        </Anchor>
        <Title order={1} ref={heading} tabIndex={-1} data-page-heading className={classes.name}>
          {group.name}
        </Title>
        <nav className={classes.tabs} aria-label={t("parts")}>
          {tabs
            .filter(({ opens }) => opens)
            .map(({ key, to }) => (
              <Link
                key={key}
                to={to}
                ref={key === current.key ? tab : undefined}
                className={classes.tab}
                aria-current={key === current.key ? "page" : undefined}
              >
                {t(`part.${key}`)}
              </Link>
            ))}
        </nav>
      </header>
      <Outlet context={context} />
    </>
  );
}
