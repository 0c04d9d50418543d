import { Anchor, Button, Group, Menu } from "@mantine/core";
import {
  IconAt,
  IconDots,
  IconKey,
  IconMail,
  IconPencil,
  IconTrash,
  IconUserCheck,
  IconUserOff,
} from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useViewer } from "../../apollo/viewer";
import type { UserQuery } from "../../gql/graphql";
import { useFormat } from "../../i18n/format";
import { languageName } from "../../i18n/languages";
import { Facts } from "../../ui/facts";
import { personName } from "../../ui/person-name";
import { PersonTimeline } from "../../ui/person-timeline";
import { ChangeEmailDialog } from "./change-email-dialog";
import { CopyActivationLink } from "./copy-activation-link";
import { TemporaryPasswordDialog } from "./temporary-password-dialog";
import type { Verb } from "./user-action";
import { UserIdentity } from "./user-identity";
import { UserPermissions } from "./user-permissions";
import { UserStatusMark } from "./user-status-mark";
import classes from "./user-view.module.css";

type User = NonNullable<UserQuery["user"]>;

interface Props {
  user: User;
  ask: (verb: Verb, user: { id: string; name: string }) => void;
}

/** Everything about one person: state, what can be done, what happened, profile, permissions (F47). */
export function UserView({ user, ask }: Props) {
  return (
    <>
      <Group gap="xs" mb="md">
        <UserStatusMark status={user.status} attention={user.attention} />
        <span className={classes.email}>{user.email ?? user.username}</span>
      </Group>
      <UserActions user={user} ask={ask} />
      <div className={classes.parts}>
        <UserHistory user={user} />
        <UserFacts user={user} />
      </div>
    </>
  );
}

/** Only what the viewer may, and what the account's state allows. */
function UserActions({ user, ask }: Props) {
  const { t } = useTranslation("manage");
  const { t: ta } = useTranslation("account");
  const { can, user: viewer, workspace } = useViewer();
  const isOneself = user.id === viewer.id;
  const isFounder = user.userType === "FOUNDER";
  const mayEdit = can.changeUsers && (!isFounder || isOneself);
  const mayClose = can.changeUsers && !isFounder && !isOneself;
  const mayActivate = can.add && user.status === "PENDING";
  const [dialog, setDialog] = useState<"password" | "email" | null>(null);
  if (!mayEdit && !mayActivate) return null;
  const name = personName(user);
  const act = (verb: Verb) => () => ask(verb, { id: user.id, name });
  const close = () => setDialog(null);
  return (
    <Group gap="xs" mb="lg">
      {dialog === "password" ? <TemporaryPasswordDialog user={{ id: user.id, name }} onClose={close} /> : null}
      {dialog === "email" ? (
        <ChangeEmailDialog user={{ id: user.id, name, isPending: user.status === "PENDING" }} onClose={close} />
      ) : null}
      {mayEdit ? (
        <Button
          component={Link}
          to={`/users/${user.id}/edit`}
          size="xs"
          variant={mayActivate ? "default" : "filled"}
          leftSection={<IconPencil size={16} stroke={1.6} aria-hidden />}
        >
          {t("edit.action")}
        </Button>
      ) : null}
      {mayActivate && workspace.mailDelivery !== "NONE" ? (
        <Button size="xs" leftSection={<IconMail size={16} stroke={1.6} aria-hidden />} onClick={act("activate")}>
          {t("verb.activate.action")}
        </Button>
      ) : null}
      {mayActivate ? <CopyActivationLink user={{ id: user.id, name }} /> : null}
      {mayClose ? (
        <Menu position="bottom-end">
          <Menu.Target>
            <Button size="xs" variant="default" leftSection={<IconDots size={16} stroke={1.6} aria-hidden />}>
              {t("more")}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {user.status === "DEACTIVATED" ? null : (
              <>
                <Menu.Item
                  leftSection={<IconAt size={16} stroke={1.6} aria-hidden />}
                  onClick={() => setDialog("email")}
                >
                  {ta("others.action")}
                </Menu.Item>
                <Menu.Item
                  leftSection={<IconKey size={16} stroke={1.6} aria-hidden />}
                  onClick={() => setDialog("password")}
                >
                  {ta("temporary.action")}
                </Menu.Item>
                <Menu.Divider />
              </>
            )}
            {user.status === "DEACTIVATED" ? (
              <Menu.Item leftSection={<IconUserCheck size={16} stroke={1.6} aria-hidden />} onClick={act("reactivate")}>
                {t("verb.reactivate.action")}
              </Menu.Item>
            ) : (
              <Menu.Item
                color="red"
                leftSection={<IconUserOff size={16} stroke={1.6} aria-hidden />}
                onClick={act("deactivate")}
              >
                {t("verb.deactivate.action")}
              </Menu.Item>
            )}
            <Menu.Item
              color="red"
              leftSection={<IconTrash size={16} stroke={1.6} aria-hidden />}
              onClick={act("delete")}
            >
              {t("verb.delete.action")}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      ) : null}
    </Group>
  );
}

function UserHistory({ user }: { user: User }) {
  const { t } = useTranslation("manage");
  const { status, activationExpiresAt, deletionDate, timeline } = user;
  const ahead = [];
  if (deletionDate) {
    ahead.push({
      key: "deletion",
      kind: "warn" as const,
      time: `${deletionDate}T00:00:00`,
      words: t("ahead.deletion"),
    });
  }
  if (status === "PENDING" && activationExpiresAt && Date.parse(activationExpiresAt) > Date.now()) {
    ahead.push({ key: "expires", kind: "busy" as const, time: activationExpiresAt, words: t("ahead.expires") });
  }
  return <PersonTimeline entries={timeline} ahead={ahead} />;
}

function UserFacts({ user }: { user: User }) {
  const { t } = useTranslation("users");
  const { t: tm } = useTranslation("manage");
  const { t: tc } = useTranslation();
  const format = useFormat();
  const { can, user: viewer } = useViewer();
  const opensGroup = (id: string) =>
    can.seeNames || viewer.groups.some(({ group, role }) => group.id === id && role === "ADMINISTRATOR");
  return (
    <div>
      <Facts
        label={t("facts.title")}
        facts={[
          [t("column.type"), tc(`userType.${user.userType}`)],
          [t("facts.username"), user.username],
          [t("facts.email"), user.email],
          [tm("facts.pendingEmail"), user.pendingEmail],
          [t("column.identity"), user.identityStatus && <UserIdentity user={user} />],
          [t("column.company"), user.company && place("/companies", user.company, can.seeNames)],
          [
            t("column.groups"),
            user.groups.length > 0
              ? user.groups.map(({ group, role }) => (
                  <div key={`${group.id}${role}`}>
                    {place("/groups", group, opensGroup(group.id))}: {tc(`role.${role}`)}
                  </div>
                ))
              : null,
          ],
          [t("facts.team"), user.team && place("/teams", user.team, can.seeNames)],
          [t("facts.label"), user.label && place("/labels", user.label, can.seeNames)],
          [t("facts.language"), languageName(user.language)],
          [t("facts.deletionDate"), user.deletionDate ? format.day(user.deletionDate) : null],
          [t("facts.externalId"), user.externalId],
          [t("column.lastSignIn"), user.lastSignInAt ? format.dateTime(user.lastSignInAt) : t("never")],
          [t("column.created"), format.dateTime(user.createdAt)],
          [
            tm("facts.temporaryUntil"),
            user.temporaryPasswordUntil ? format.dateTime(user.temporaryPasswordUntil) : null,
          ],
          [tm("facts.createdBy"), user.createdBy ? personName(user.createdBy) : null],
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
      <UserPermissions user={user} />
    </div>
  );
}

/** Leads to the page of what somebody belongs to, for those who may open it. */
function place(home: string, { id, name }: { id: string; name: string }, opens: boolean) {
  if (!opens) return name;
  return (
    <Anchor component={Link} to={`${home}/${id}`} inherit>
      {name}
    </Anchor>
  );
}
