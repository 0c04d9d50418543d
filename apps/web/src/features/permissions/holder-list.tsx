import { Button } from "@mantine/core";
import { IconKey, IconPlus } from "@tabler/icons-react";
import { type ReactNode, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { type Holder, type PermissionChange, permissionName, permissions } from "../../apollo/use-change-permission";
import type { Permission } from "../../gql/graphql";
import { useFormat } from "../../i18n/format";
import { ChoiceChips } from "../../ui/choice-chips";
import { type Column, DataTable } from "../../ui/data-table";
import { Dock } from "../../ui/dock";
import { EmptyState } from "../../ui/empty-state";
import { FilterBar } from "../../ui/filter-bar";
import { ListFoot } from "../../ui/list-foot";
import { ListSkeleton } from "../../ui/list-skeleton";
import { LoadFailed } from "../../ui/load-failed";
import { PageHeader } from "../../ui/page-header";
import { PermissionCell } from "../../ui/permission-cell";
import { PermissionDialog, type PermissionDone } from "../../ui/permission-dialog";
import { PermissionDoneWords } from "../../ui/permission-done";
import { personName } from "../../ui/person-name";
import { ReportCard } from "../../ui/report-card";
import { SearchField } from "../../ui/search-field";
import { GiveDialog } from "./give-dialog";
import { HolderName } from "./holder-name";
import classes from "./permissions-page.module.css";
import { useHolders } from "./use-holders";

const numberKeys = { USER_REGISTRATION: "registration", CAN_BULK_INVITE: "bulk", MANAGE_USERS: "identities" } as const;

/** Who has what, since when, from whom; given and taken back where it stands. `children`: what follows the list. */
export function HolderList({ children }: { children: ReactNode }) {
  const { t } = useTranslation("permissions");
  const format = useFormat();
  const { address, setAddress, list, numbers, error, loading, retry, more } = useHolders();
  const [change, setChange] = useState<PermissionChange | null>(null);
  const [giving, setGiving] = useState(false);
  const [done, setDone] = useState<PermissionDone | null>(null);
  const rows = list?.nodes ?? [];

  // whoever holds nothing any more leaves the list, and the button that was pressed with them
  useEffect(() => {
    if (!done || document.activeElement !== document.body) return;
    document.querySelector<HTMLElement>("h1[data-page-heading]")?.focus({ preventScroll: true });
  }, [rows.length, done]);

  const number = (key: "all" | (typeof numberKeys)[Permission]) => {
    const counted = numbers?.[key];
    return counted && format.number(counted.totalCount) + (counted.totalCountIsExact ? "" : "+");
  };
  const columns: Column<Holder>[] = [
    { key: "person", label: t("person"), cell: (person) => <HolderName person={person} /> },
    ...permissions.map((permission) => ({
      key: permission,
      label: permissionName(permission),
      width: "23%",
      cell: (person: Holder) => <PermissionCell person={person} permission={permission} onAsk={setChange} />,
    })),
  ];
  const isNarrowed = address.search !== "" || address.permission !== null;

  return (
    <>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        actions={
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setGiving(true)}>
            {t("give.action")}
          </Button>
        }
      />
      <FilterBar
        search={
          <SearchField
            label={t("search")}
            value={address.search}
            onSearch={(search) => void setAddress({ search: search || null })}
          />
        }
        filters={
          <ChoiceChips
            label={t("filter")}
            value={address.permission}
            onChange={(permission) => void setAddress({ permission })}
            choices={[
              { value: null, label: t("all"), count: number("all") },
              ...permissions.map((permission) => ({
                value: permission,
                label: permissionName(permission),
                count: number(numberKeys[permission]),
              })),
            ]}
          />
        }
      />
      {error ? <LoadFailed error={error} retry={retry} /> : null}
      {!list && !error ? <ListSkeleton rows={4} /> : null}
      {list && rows.length === 0 ? (
        isNarrowed ? (
          <EmptyState
            title={t("none.title")}
            actions={
              <Button variant="default" onClick={() => void setAddress({ search: null, permission: null })}>
                {t("none.showAll")}
              </Button>
            }
          >
            {t("none.text")}
          </EmptyState>
        ) : (
          <EmptyState
            icon={<IconKey size={22} stroke={1.5} />}
            title={t("nobody.title")}
            actions={<Button onClick={() => setGiving(true)}>{t("give.action")}</Button>}
          >
            {t("nobody.text")}
          </EmptyState>
        )
      ) : null}
      {list && rows.length > 0 ? (
        <>
          <DataTable
            label={t("holders")}
            rows={rows}
            columns={columns}
            rowName={personName}
            rowPath={({ id }) => `/users/${id}/profile`}
            compact={(person) => (
              <div className={classes.cells}>
                {permissions.map((permission) => (
                  <PermissionCell key={permission} person={person} permission={permission} onAsk={setChange} isNamed />
                ))}
              </div>
            )}
          />
          <ListFoot
            shown={rows.length}
            total={list.totalCount}
            totalIsExact={list.totalCountIsExact}
            hasMore={list.pageInfo.hasNextPage}
            loading={loading}
            onMore={() => void more()}
          />
        </>
      ) : null}
      {children}
      <Dock>
        {done ? (
          <ReportCard
            title={t(done.give ? "give.doneTitle" : "take.doneTitle", {
              permission: format.list(done.permissions.map(permissionName)),
            })}
            onClose={() => setDone(null)}
          >
            <PermissionDoneWords done={done} withLink />
          </ReportCard>
        ) : null}
      </Dock>
      <PermissionDialog change={change} onDone={setDone} onClose={() => setChange(null)} />
      <GiveDialog opened={giving} onDone={setDone} onClose={() => setGiving(false)} />
    </>
  );
}
