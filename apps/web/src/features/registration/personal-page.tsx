import { useQuery } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { IconSearchOff } from "@tabler/icons-react";
import { createSerializer, parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { useTranslation } from "react-i18next";
import { Link, useLocation } from "react-router";
import { useViewer } from "../../apollo/viewer";
import { type IdentityAccountFragment, type IdentityStatus, PeopleToRegisterDocument } from "../../gql/graphql";
import { ChoiceChips } from "../../ui/choice-chips";
import { type Column, DataTable } from "../../ui/data-table";
import { EmptyState } from "../../ui/empty-state";
import { FilterBar } from "../../ui/filter-bar";
import { IdentityStatusMark } from "../../ui/identity-status-mark";
import { ListFoot } from "../../ui/list-foot";
import { ListSkeleton } from "../../ui/list-skeleton";
import { LoadFailed } from "../../ui/load-failed";
import { Mark } from "../../ui/mark";
import { PageHeader } from "../../ui/page-header";
import { personName } from "../../ui/person-name";
import { SearchField } from "../../ui/search-field";
import { ToRegistration } from "../../ui/to-registration";
import { PersonCell } from "./person-cell";
import classes from "./personal-page.module.css";

const pageSize = 50;
const identityStatuses = [
  "NONE",
  "DRAFT",
  "REJECTED",
  "SUBMITTED",
  "VALIDATED",
] as const satisfies readonly IdentityStatus[];

const parts = {
  search: parseAsString.withDefault(""),
  identity: parseAsStringLiteral(identityStatuses),
};
const serialize = createSerializer(parts);

/** Whose draft was just kept, handed over by the page that was left. */
export interface KeptDraft {
  kept: string;
}

/** User registration > Register personal information: who is it about? (F59) */
export function PersonalPage() {
  const { t } = useTranslation("review");
  const { t: ti } = useTranslation("identity");
  const { can } = useViewer();
  const { state } = useLocation();
  const [address, setAddress] = useQueryStates(parts);
  const filter = {
    search: address.search || undefined,
    identityStatuses: address.identity ? [address.identity] : undefined,
  };
  const { data, previousData, error, loading, fetchMore, refetch } = useQuery(PeopleToRegisterDocument, {
    variables: { first: pageSize, filter },
  });
  const list = (data ?? previousData)?.users;
  const rows = list?.nodes ?? [];
  const kept = (state as KeptDraft | null)?.kept;
  return (
    <>
      <PageHeader
        above={<ToRegistration />}
        title={t("personal.title")}
        lead={t("personal.lead")}
        actions={
          can.completeRegistration ? (
            <Button component={Link} to="/registration/complete" variant="default">
              {t("personal.notHere")}
            </Button>
          ) : null
        }
      />
      <div role="status" className={classes.kept}>
        {kept ? <Mark kind="good">{t("personal.kept", { name: kept })}</Mark> : null}
      </div>
      <FilterBar
        search={
          <SearchField
            label={t("personal.search")}
            value={address.search}
            onSearch={(search) => void setAddress({ search: search || null })}
          />
        }
        filters={
          <ChoiceChips
            label={t("column.status")}
            value={address.identity}
            onChange={(identity) => void setAddress({ identity })}
            choices={[
              { value: null, label: t("personal.all") },
              ...identityStatuses.map((status) => ({ value: status, label: ti(`status.${status}`) })),
            ]}
          />
        }
      />
      {error && !data ? <LoadFailed error={error} retry={() => void refetch()} /> : null}
      {!list && !error ? <ListSkeleton /> : null}
      {list && rows.length === 0 ? (
        <EmptyState icon={<IconSearchOff size={22} stroke={1.5} />} title={t("personal.nobody.title")}>
          {t("personal.nobody.text")}
        </EmptyState>
      ) : null}
      {list && rows.length > 0 ? (
        <>
          <People rows={rows} pathOf={(id) => serialize(`/registration/personal/${id}`, address)} />
          <ListFoot
            shown={rows.length}
            total={list.totalCount}
            totalIsExact={list.totalCountIsExact}
            hasMore={list.pageInfo.hasNextPage}
            loading={loading}
            onMore={() => void fetchMore({ variables: { after: list.pageInfo.endCursor } })}
          />
        </>
      ) : null}
    </>
  );
}

interface PeopleProps {
  rows: readonly IdentityAccountFragment[];
  pathOf: (userId: string) => string;
}

function People({ rows, pathOf }: PeopleProps) {
  const { t } = useTranslation("review");
  const columns: Column<IdentityAccountFragment>[] = [
    { key: "person", label: t("column.person"), cell: (user) => <PersonCell user={user} /> },
    { key: "company", label: t("column.company"), from: "md", cell: ({ company }) => company?.name },
    { key: "identity", label: t("column.status"), width: 260, cell: (user) => <Standing user={user} /> },
  ];
  return (
    <DataTable
      label={t("personal.people")}
      rows={rows}
      columns={columns}
      rowName={personName}
      // a closed account is registered by nobody
      rowPath={({ id, status }) => (status === "DEACTIVATED" ? null : pathOf(id))}
      compact={(user) => <Standing user={user} />}
    />
  );
}

function Standing({ user }: { user: IdentityAccountFragment }) {
  const { t } = useTranslation("users");
  return (
    <span className={classes.standing}>
      <IdentityStatusMark status={user.identityStatus ?? "NONE"} />
      {user.status === "DEACTIVATED" ? (
        <Mark kind="quiet" soft>
          {t("status.DEACTIVATED")}
        </Mark>
      ) : null}
    </span>
  );
}
