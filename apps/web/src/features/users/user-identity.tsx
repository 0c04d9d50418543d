import { Anchor, Group } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useViewer } from "../../apollo/viewer";
import type { UserQuery } from "../../gql/graphql";
import { IdentityStatusMark } from "../../ui/identity-status-mark";

type User = Pick<NonNullable<UserQuery["user"]>, "id" | "status" | "identityStatus">;

/** How far somebody's digital identity is; who holds manage_users goes on from there. */
export function UserIdentity({ user }: { user: User }) {
  const { t } = useTranslation("users");
  const { can, user: viewer } = useViewer();
  const status = user.identityStatus;
  if (!status) return null;
  const mayAct = can.manageIdentities && user.id !== viewer.id && user.status !== "DEACTIVATED";
  return (
    <Group gap="sm">
      <IdentityStatusMark status={status} />
      {mayAct && status === "SUBMITTED" ? (
        <Anchor component={Link} to={`/registration/review/${user.id}`} inherit>
          {t("identity.review")}
        </Anchor>
      ) : null}
      {mayAct && (status === "NONE" || status === "DRAFT" || status === "REJECTED") ? (
        <Anchor component={Link} to={`/registration/personal/${user.id}`} inherit>
          {t("identity.register")}
        </Anchor>
      ) : null}
    </Group>
  );
}
