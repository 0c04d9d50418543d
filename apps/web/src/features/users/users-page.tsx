import { Button } from "@mantine/core";
import { IconFileImport, IconMailForward, IconUserPlus } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Link, Outlet, useLocation } from "react-router";
import { useViewer } from "../../apollo/viewer";
import { useFormat } from "../../i18n/format";
import { ChoiceChips } from "../../ui/choice-chips";
import { ColumnMenu, useColumns } from "../../ui/column-menu";
import { DataTable } from "../../ui/data-table";
import { EmptyState } from "../../ui/empty-state";
import { FilterBar } from "../../ui/filter-bar";
import { ListFoot } from "../../ui/list-foot";
import { ListSkeleton } from "../../ui/list-skeleton";
import { LoadFailed } from "../../ui/load-failed";
import { PeopleHeader } from "../../ui/people-header";
import { SearchField } from "../../ui/search-field";
import { NoUsers } from "./no-users";
import { useUserNumbers, useUsers } from "./use-users";
import { useUserColumns } from "./user-columns";
import { userStatuses, userTypes, useUserFilter } from "./user-filter";
import { UserStatusMark } from "./user-status-mark";

export function UsersPage() {
  const { t } = useTranslation("users");
  const { can } = useViewer();
  if (!can.seeUsers) {
    return (
      <EmptyState title={t("closed.title")} wholePage>
        {t("closed.text")}
      </EmptyState>
    );
  }
  return <UserList />;
}

function UserList() {
  const { t } = useTranslation("users");
  const { t: tc } = useTranslation();
  const format = useFormat();
  const { search: query } = useLocation();
  const { address, setAddress, base, filter, orderBy, isNarrowed } = useUserFilter();
  const { list, rows, error, loading, retry, more } = useUsers(filter, orderBy);
  const numbers = useUserNumbers(base);
  const columns = useUserColumns();
  const { shown, hidden, toggle } = useColumns("users", columns);
  const number = (key: "all" | "active" | "pending" | "deactivated") => {
    const counted = numbers?.[key];
    return counted && format.number(counted.totalCount) + (counted.totalCountIsExact ? "" : "+");
  };

  return (
    <>
      <PeopleHeader current="users" actions={<Actions />} />
      <FilterBar
        search={
          <SearchField
            label={t("search")}
            value={address.search}
            onSearch={(search) => void setAddress({ search: search || null })}
          />
        }
        filters={
          <>
            <ChoiceChips
              label={t("column.status")}
              value={address.status}
              onChange={(status) => void setAddress({ status })}
              choices={[
                { value: null, label: t("all"), count: number("all") },
                ...userStatuses.map((status) => ({
                  value: status,
                  label: t(`status.${status}`),
                  count: number(status.toLowerCase() as "active" | "pending" | "deactivated"),
                })),
              ]}
            />
            <ChoiceChips
              label={t("column.type")}
              value={address.type}
              onChange={(type) => void setAddress({ type: type === address.type ? null : type })}
              choices={userTypes.map((type) => ({ value: type, label: tc(`userType.${type}`) }))}
            />
          </>
        }
        end={<ColumnMenu columns={columns} hidden={hidden} onToggle={toggle} />}
      />
      {error ? <LoadFailed error={error} retry={retry} /> : null}
      {!list && !error ? <ListSkeleton /> : null}
      {list && rows.length === 0 ? <NoUsers /> : null}
      {list && rows.length > 0 ? (
        <>
          <DataTable
            label={t("title")}
            rows={rows}
            columns={shown}
            rowName={({ email, username, id }) => email ?? username ?? id}
            rowPath={({ id }) => `/users/${id}${query}`}
            compact={(user) => (
              <>
                <UserStatusMark status={user.status} />
                {tc(`userType.${user.userType}`)}
              </>
            )}
            order={address.search ? undefined : orderBy}
            onOrder={
              address.search
                ? undefined
                : ({ field, direction }) => void setAddress({ order: field as typeof address.order, direction })
            }
          />
          <ListFoot
            shown={rows.length}
            total={list.totalCount}
            totalIsExact={list.totalCountIsExact}
            hasMore={list.pageInfo.hasNextPage}
            loading={loading}
            onMore={() => void more()}
          />
          {rows.length === 1 && !isNarrowed ? <FirstPeople /> : null}
        </>
      ) : null}
      <Outlet />
    </>
  );
}

function Actions() {
  const { t } = useTranslation("users");
  const { can } = useViewer();
  if (!can.add) return null;
  return (
    <>
      <Button
        component={Link}
        to="/import"
        variant="default"
        leftSection={<IconFileImport size={16} stroke={1.6} aria-hidden />}
      >
        {t("import")}
      </Button>
      <Button
        component={Link}
        to="/users/invitations/new"
        variant="default"
        leftSection={<IconMailForward size={16} stroke={1.6} aria-hidden />}
      >
        {t("invite")}
      </Button>
      <Button component={Link} to="/users/new" leftSection={<IconUserPlus size={16} aria-hidden />}>
        {t("add")}
      </Button>
    </>
  );
}

/** So far the founder is alone here. */
function FirstPeople() {
  const { t } = useTranslation("users");
  return <EmptyState title={t("first.title")}>{t("first.text")}</EmptyState>;
}
