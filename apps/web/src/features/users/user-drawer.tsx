import { useQuery } from "@apollo/client/react";
import { Anchor, Drawer } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link, useLocation, useNavigate, useOutletContext, useParams } from "react-router";
import { isHidden } from "../../apollo/failure";
import { UserDocument } from "../../gql/graphql";
import { EmptyState } from "../../ui/empty-state";
import { ListSkeleton } from "../../ui/list-skeleton";
import { LoadFailed } from "../../ui/load-failed";
import { personName } from "../../ui/person-name";
import { UserView } from "./user-view";
import type { UsersOutlet } from "./users-page";

/** One person beside the list; its address can be handed on. */
export function UserDrawer() {
  const { t } = useTranslation("users");
  const { t: tm } = useTranslation("manage");
  const { t: tc } = useTranslation();
  const { userId = "" } = useParams();
  const { search } = useLocation();
  const navigate = useNavigate();
  const { ask } = useOutletContext<UsersOutlet>();
  const { data, error, refetch } = useQuery(UserDocument, { variables: { id: userId } });
  const user = data?.user;
  const isGone = !user && (data !== undefined || isHidden(error));
  return (
    <Drawer
      opened
      onClose={() => void navigate(`/users${search}`, { preventScrollReset: true })}
      size={520}
      title={user ? personName(user) : t("one")}
      closeButtonProps={{ "aria-label": tc("close") }}
    >
      {error && !data && !isGone ? <LoadFailed error={error} retry={() => void refetch()} /> : null}
      {!data && !error ? <ListSkeleton rows={5} /> : null}
      {isGone ? <EmptyState title={t("gone.title")}>{t("gone.text")}</EmptyState> : null}
      {user ? (
        <>
          <title>{tc("pageTitle", { title: personName(user) })}</title>
          <UserView user={user} ask={ask} />
          <Anchor component={Link} to={`/users/${user.id}/profile`} size="sm" mt="lg" display="inline-block">
            {tm("openPage")}
          </Anchor>
        </>
      ) : null}
    </Drawer>
  );
}
