import { useQuery } from "@apollo/client/react";
import { Anchor } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link, useNavigate, useParams } from "react-router";
import { isHidden } from "../../apollo/failure";
import { UserDocument } from "../../gql/graphql";
import { Dock } from "../../ui/dock";
import { EmptyState } from "../../ui/empty-state";
import { ListSkeleton } from "../../ui/list-skeleton";
import { LoadFailed } from "../../ui/load-failed";
import { PageHeader } from "../../ui/page-header";
import { personName } from "../../ui/person-name";
import { useManage } from "./use-manage";
import classes from "./user-page.module.css";
import { UserView } from "./user-view";

/** One person on a page of their own (F47). */
export function UserPage() {
  const { t } = useTranslation("users");
  const { userId = "" } = useParams();
  const navigate = useNavigate();
  const { data, error, refetch } = useQuery(UserDocument, { variables: { id: userId } });
  const manage = useManage({
    onChanged: () => undefined,
    onDone: ({ verb, report }) => {
      if (verb === "delete" && report?.done) void navigate("/users");
    },
  });
  const user = data?.user;
  if (error && !data && !isHidden(error)) return <LoadFailed error={error} retry={() => void refetch()} />;
  if (!data && !error) return <ListSkeleton rows={5} />;
  if (!user) {
    return (
      <EmptyState title={t("gone.title")} wholePage>
        {t("gone.text")}
      </EmptyState>
    );
  }
  return (
    <div className={classes.page}>
      <PageHeader
        title={personName(user)}
        above={
          <Anchor component={Link} to="/users" size="sm">
            {t("title")}
          </Anchor>
        }
      />
      <UserView user={user} ask={(verb, one) => void manage.ask(verb, { kind: "one", ...one })} />
      <Dock>{manage.reports}</Dock>
      {manage.dialog}
    </div>
  );
}
