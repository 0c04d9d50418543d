import { Button, Group } from "@mantine/core";
import { IconFileImport, IconId, IconMailForward, IconUserPlus } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Link, Outlet } from "react-router";
import { useViewer } from "../../apollo/viewer";
import { useFormat } from "../../i18n/format";
import { ChoiceChips } from "../../ui/choice-chips";
import { ColumnMenu, useColumns } from "../../ui/column-menu";
import { DataTable } from "../../ui/data-table";
import { Dock } from "../../ui/dock";
import { EmptyState } from "../../ui/empty-state";
import { FilterBar } from "../../ui/filter-bar";
import { ListFoot } from "../../ui/list-foot";
import { ListSkeleton } from "../../ui/list-skeleton";
import { LoadFailed } from "../../ui/load-failed";
import { PeopleHeader } from "../../ui/people-header";
import { SearchField } from "../../ui/search-field";
import { SelectionBar } from "../../ui/selection-bar";
import { useSelection } from "../../ui/use-selection";
import { ActionsMenu } from "./actions-menu";
import { FilterChips } from "./filter-chips";
import { FilterMenu } from "./filter-menu";
import { NoUsers } from "./no-users";
import { useManage } from "./use-manage";
import { useUserNumbers, useUsers } from "./use-users";
import type { Verb } from "./user-action";
import { useUserColumns } from "./user-columns";
import { userStatuses, userTypes, useUserFilter } from "./user-filter";
import { UserStatusMark } from "./user-status-mark";

/** What a row's drawer may ask of the page behind it. */
export interface UsersOutlet {
  ask: (verb: Verb, user: { id: string; name: string }) => void;
}

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
  const { can } = useViewer();
  const { address, setAddress, pathOf, base, filter, orderBy, isNarrowed, set } = useUserFilter();
  const { list, rows, error, loading, retry, refresh, more } = useUsers(filter, orderBy);
  const numbers = useUserNumbers(base);
  const selection = useSelection(JSON.stringify(filter), rows);
  const manage = useManage({
    onChanged: refresh,
    onDone: ({ target, refusedIds }) => target.kind !== "one" && selection.keepOnly(refusedIds),
  });
  const columns = useUserColumns();
  const { shown, hidden, toggle } = useColumns("users", columns);
  const number = (key: "all" | "active" | "pending" | "deactivated") => {
    const counted = numbers?.[key];
    return counted && format.number(counted.totalCount) + (counted.totalCountIsExact ? "" : "+");
  };

  const total = list?.totalCount ?? 0;
  const target = selection.everything
    ? ({ kind: "filter", filter } as const)
    : ({ kind: "ids", ids: selection.ids } as const);
  const outlet: UsersOutlet = { ask: (verb, one) => void manage.ask(verb, { kind: "one", ...one }) };

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
        end={
          <Group gap="xs" wrap="nowrap">
            <FilterMenu address={address} setAddress={setAddress} count={set.length} />
            <ColumnMenu columns={columns} hidden={hidden} onToggle={toggle} />
          </Group>
        }
      />
      <FilterChips address={address} setAddress={setAddress} set={set} rows={rows} />
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
            rowPath={({ id }) => pathOf(`/users/${id}`)}
            compact={(user) => (
              <>
                <UserStatusMark status={user.status} attention={user.attention} />
                {tc(`userType.${user.userType}`)}
              </>
            )}
            order={address.search ? undefined : orderBy}
            onOrder={
              address.search
                ? undefined
                : ({ field, direction }) => void setAddress({ order: field as typeof address.order, direction })
            }
            selecting={can.changeUsers ? selection.selecting : undefined}
          />
          <ListFoot
            shown={rows.length}
            total={total}
            totalIsExact={list.totalCountIsExact}
            hasMore={list.pageInfo.hasNextPage}
            loading={loading}
            onMore={() => void more()}
          />
          {rows.length === 1 && !isNarrowed ? <FirstPeople /> : null}
        </>
      ) : null}
      <Dock>
        {manage.reports}
        {selection.isEmpty ? null : (
          <SelectionBar
            count={selection.everything ? total : selection.ids.length}
            everything={selection.everything}
            offer={
              selection.selecting.all === "all" && (selection.everything || total > rows.length)
                ? { count: total, isExact: list?.totalCountIsExact ?? true }
                : null
            }
            onSelectEverything={selection.selectEverything}
            onClear={selection.clear}
            actions={<ActionsMenu onChoose={(verb) => void manage.ask(verb, target)} />}
          />
        )}
      </Dock>
      <Outlet context={outlet} />
      {manage.dialog}
    </>
  );
}

function Actions() {
  const { t } = useTranslation("users");
  const { t: tr } = useTranslation("registration");
  const { can } = useViewer();
  // those who have the section find it there
  const toPersonal = can.manageIdentities && !can.openUserRegistration;
  const personal = toPersonal ? (
    <Button
      component={Link}
      to="/registration/personal"
      variant={can.add ? "default" : "filled"}
      leftSection={<IconId size={16} stroke={1.6} aria-hidden />}
    >
      {tr("closed.personal")}
    </Button>
  ) : null;
  if (!can.add) return personal;
  return (
    <>
      {personal}
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
