import { Anchor } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link, useLocation } from "react-router";
import type { AccountBesideFragment } from "../../gql/graphql";
import { PageHeader } from "../../ui/page-header";
import { personName } from "../../ui/person-name";
import { AccountBeside } from "./account-beside";
import classes from "./beside.module.css";

interface Props {
  user: AccountBesideFragment;
  actions?: ReactNode;
  children: ReactNode;
}

/** Around what is done for one person: who it is, the way back to the list, and what the account says. */
export function PersonalFrame({ user, actions, children }: Props) {
  const { t } = useTranslation("review");
  const listPath = useListPath();
  return (
    <>
      <PageHeader
        above={
          <Anchor component={Link} to={listPath} size="sm">
            {t("personal.title")}
          </Anchor>
        }
        title={personName(user)}
        lead={t("personal.one")}
        actions={actions}
      />
      <div className={classes.columns}>
        <div className={classes.main}>{children}</div>
        <aside className={classes.aside} aria-label={t("account.title")}>
          <AccountBeside user={user} />
        </aside>
      </div>
    </>
  );
}

/** The list as it was left, without the step of the form. */
export function useListPath(): string {
  const { search } = useLocation();
  const query = new URLSearchParams(search);
  query.delete("step");
  return `/registration/personal${query.size > 0 ? `?${query}` : ""}`;
}
