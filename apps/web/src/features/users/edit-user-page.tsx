import { useQuery } from "@apollo/client/react";
import { Anchor } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link, useNavigate, useParams } from "react-router";
import { isHidden } from "../../apollo/failure";
import { UserDocument } from "../../gql/graphql";
import { EmptyState } from "../../ui/empty-state";
import { ListSkeleton } from "../../ui/list-skeleton";
import { LoadFailed } from "../../ui/load-failed";
import { PageHeader } from "../../ui/page-header";
import { personName } from "../../ui/person-name";
import { UserForm } from "./user-form";

/** Where an administrator edits one account. */
export function EditUserPage() {
  const { t } = useTranslation("manage");
  const { t: tu } = useTranslation("users");
  const { userId = "" } = useParams();
  const navigate = useNavigate();
  const { data, error, refetch } = useQuery(UserDocument, {
    variables: { id: userId },
    // what is edited is what is there now
    fetchPolicy: "network-only",
  });
  const user = data?.user;
  if (error && !data && !isHidden(error)) return <LoadFailed error={error} retry={() => void refetch()} />;
  if (!data && !error) return <ListSkeleton rows={5} />;
  if (!user) {
    return (
      <EmptyState title={tu("gone.title")} wholePage>
        {tu("gone.text")}
      </EmptyState>
    );
  }
  return (
    <>
      <PageHeader
        title={t("edit.title", { name: personName(user) })}
        above={
          <Anchor component={Link} to={`/users/${user.id}/profile`} size="sm">
            {personName(user)}
          </Anchor>
        }
      />
      <UserForm user={user} onSaved={() => void navigate(`/users/${user.id}/profile`)} />
    </>
  );
}
