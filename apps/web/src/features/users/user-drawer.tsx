import { useQuery } from "@apollo/client/react";
import { Anchor, Drawer, Group } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link, useLocation, useNavigate, useParams } from "react-router";
import { UserDocument, type UserQuery } from "../../gql/graphql";
import { useFormat } from "../../i18n/format";
import { languageName } from "../../i18n/languages";
import { EmptyState } from "../../ui/empty-state";
import { Facts } from "../../ui/facts";
import { ListSkeleton } from "../../ui/list-skeleton";
import { LoadFailed } from "../../ui/load-failed";
import { personName } from "../../ui/person-name";
import { type Event, Timeline } from "../../ui/timeline";
import classes from "./user-drawer.module.css";
import { UserStatusMark } from "./user-status-mark";

type User = NonNullable<UserQuery["user"]>;

/** One person beside the list; its address can be handed on. */
export function UserDrawer() {
  const { t } = useTranslation("users");
  const { t: tc } = useTranslation();
  const { userId = "" } = useParams();
  const { search } = useLocation();
  const navigate = useNavigate();
  const { data, error, refetch } = useQuery(UserDocument, { variables: { id: userId } });
  const user = data?.user;
  return (
    <Drawer
      opened
      onClose={() => void navigate(`/users${search}`, { preventScrollReset: true })}
      size={520}
      title={user ? personName(user) : t("one")}
      closeButtonProps={{ "aria-label": tc("close") }}
    >
      {error && !data ? <LoadFailed error={error} retry={() => void refetch()} /> : null}
      {!data && !error ? <ListSkeleton rows={5} /> : null}
      {data && !user ? <EmptyState title={t("gone.title")}>{t("gone.text")}</EmptyState> : null}
      {user ? (
        <>
          <title>{tc("pageTitle", { title: personName(user) })}</title>
          <Group gap="xs" mb="md">
            <UserStatusMark status={user.status} />
            <span className={classes.email}>{user.email ?? user.username}</span>
          </Group>
          <UserTimeline user={user} />
          <UserFacts user={user} />
        </>
      ) : null}
    </Drawer>
  );
}

function UserTimeline({ user }: { user: User }) {
  const { t } = useTranslation("users");
  const { createdAt, activatedAt, lastSignInAt } = user;
  const events: Event[] = [{ key: "created", kind: "quiet", time: createdAt, words: t("timeline.created") }];
  if (activatedAt) events.push({ key: "activated", kind: "good", time: activatedAt, words: t("timeline.activated") });
  if (lastSignInAt) events.push({ key: "signedIn", kind: "good", time: lastSignInAt, words: t("timeline.signedIn") });
  return <Timeline label={t("timeline.label")} events={events} />;
}

function UserFacts({ user }: { user: User }) {
  const { t } = useTranslation("users");
  const { t: tc } = useTranslation();
  const format = useFormat();
  return (
    <Facts
      label={t("facts.title")}
      facts={[
        [t("column.type"), tc(`userType.${user.userType}`)],
        [t("facts.username"), user.username],
        [t("facts.email"), user.email],
        [t("column.company"), user.company?.name],
        [
          t("column.groups"),
          user.groups.length > 0
            ? user.groups.map(({ group, role }) => (
                <div key={`${group.id}${role}`}>{`${group.name}: ${tc(`role.${role}`)}`}</div>
              ))
            : null,
        ],
        [t("facts.team"), user.team?.name],
        [t("facts.label"), user.label?.name],
        [t("facts.language"), languageName(user.language)],
        [t("facts.deletionDate"), user.deletionDate ? format.day(user.deletionDate) : null],
        [t("facts.externalId"), user.externalId],
        [
          t("facts.import"),
          user.import ? (
            <Anchor component={Link} to={`/import/${user.import.id}`} inherit>
              {user.import.fileName}
            </Anchor>
          ) : null,
        ],
      ]}
    />
  );
}
