import { ActionIcon, Button } from "@mantine/core";
import { IconUserMinus, IconUserPlus, IconX } from "@tabler/icons-react";
import { parseAsString, useQueryState } from "nuqs";
import { useTranslation } from "react-i18next";
import { useViewer } from "../../apollo/viewer";
import { NamedPeopleDocument } from "../../gql/graphql";
import { type Column, DataTable } from "../../ui/data-table";
import { Dock } from "../../ui/dock";
import { EmptyState } from "../../ui/empty-state";
import { ListFoot } from "../../ui/list-foot";
import { ListSkeleton } from "../../ui/list-skeleton";
import { LoadFailed } from "../../ui/load-failed";
import { personName } from "../../ui/person-name";
import { SearchField } from "../../ui/search-field";
import { SelectionBar } from "../../ui/selection-bar";
import { useSelection } from "../../ui/use-selection";
import { AddPeopleDialog } from "./add-people-dialog";
import { useMovedReports } from "./moved-reports";
import type { NameRow, PersonalNameKind } from "./name-kinds";
import classes from "./names-page.module.css";
import { PersonCell } from "./person-cell";
import { LastSignIn, PersonStatus } from "./person-status";
import { RemovedReport } from "./removed-report";
import { usePages } from "./use-pages";
import { type NamedPerson, useRemoval } from "./use-removal";

const pageSize = 50;

interface Props {
  kind: PersonalNameKind;
  named: NameRow;
  isAdding: boolean;
  onAdd: () => void;
  onAdded: () => void;
  /** The numbers of the page are other ones now. */
  onChanged: () => void;
}

/** The users of a company, team or label, by name. Taking somebody out can be undone: nothing was lost or mailed. */
export function NamedPeople({ kind, named, isAdding, onAdd, onAdded, onChanged }: Props) {
  const { t } = useTranslation("groups");
  const { can } = useViewer();
  const [search, setSearch] = useQueryState("search", parseAsString.withDefault(""));
  const filter = { ...kind.usersOf(named.id), search: search || undefined };
  const pages = usePages(NamedPeopleDocument, { first: pageSize, filter }, (data) => data.users);
  const { list, rows } = pages;
  const selection = useSelection(search, rows);
  const columns = usePersonColumns();
  const chosen = rows.filter(({ id }) => selection.selecting.isSelected(id));

  function refresh() {
    onChanged();
    return pages.refresh();
  }

  const { reports } = useMovedReports(kind.key, () => void refresh());
  const removal = useRemoval(kind, named, refresh);

  return (
    <>
      {list && rows.length === 0 && !search ? null : (
        <div className={classes.search}>
          <SearchField label={t("searchPeople")} value={search} onSearch={(text) => void setSearch(text || null)} />
        </div>
      )}
      {pages.error ? <LoadFailed error={pages.error} retry={pages.retry} /> : null}
      {!list && !pages.error ? <ListSkeleton /> : null}
      {list && rows.length === 0 && search ? (
        <EmptyState
          title={t("nobody.title")}
          actions={
            <Button variant="default" onClick={() => void setSearch(null)}>
              {t("nobody.all")}
            </Button>
          }
        />
      ) : null}
      {list && rows.length === 0 && !search ? (
        <EmptyState
          title={t(`${kind.key}.empty.title`)}
          actions={
            can.manageNames ? (
              <Button leftSection={<IconUserPlus size={16} aria-hidden />} onClick={onAdd}>
                {t("add.action")}
              </Button>
            ) : null
          }
        >
          {t(`${kind.key}.empty.text`)}
        </EmptyState>
      ) : null}
      {list && rows.length > 0 ? (
        <>
          <DataTable
            label={t(`${kind.key}.people`, { name: named.name })}
            rows={rows}
            columns={columns}
            rowName={personName}
            rowPath={({ id }) => `/users/${id}/profile`}
            compact={({ status }) => <PersonStatus status={status} />}
            rowActions={
              can.manageNames
                ? (person) => (
                    <ActionIcon
                      variant="subtle"
                      color="gray"
                      size={32}
                      aria-label={t(`${kind.key}.remove`, { name: personName(person) })}
                      title={t(`${kind.key}.remove`, { name: personName(person) })}
                      onClick={() => void removal.remove([person])}
                    >
                      <IconX size={16} stroke={1.6} aria-hidden />
                    </ActionIcon>
                  )
                : undefined
            }
            selecting={can.manageNames ? selection.selecting : undefined}
          />
          <ListFoot
            shown={rows.length}
            total={list.totalCount}
            totalIsExact={list.totalCountIsExact}
            hasMore={list.pageInfo.hasNextPage}
            loading={pages.loading}
            onMore={pages.more}
          />
        </>
      ) : null}
      <Dock>
        {reports}
        <RemovedReport kind={kind} named={named} removal={removal} />
        {chosen.length > 0 ? (
          <SelectionBar
            count={chosen.length}
            everything={false}
            offer={null}
            onSelectEverything={() => undefined}
            onClear={selection.clear}
            actions={
              <Button
                size="xs"
                variant="default"
                loading={removal.sending}
                leftSection={<IconUserMinus size={16} stroke={1.6} aria-hidden />}
                onClick={() => {
                  selection.clear();
                  void removal.remove(chosen);
                }}
              >
                {t(`${kind.key}.removeSome`)}
              </Button>
            }
          />
        ) : null}
      </Dock>
      {isAdding ? <AddPeopleDialog kind={kind} named={named} onAdded={() => void refresh()} onClose={onAdded} /> : null}
    </>
  );
}

function usePersonColumns(): Column<NamedPerson>[] {
  const { t } = useTranslation("groups");
  const { t: tu } = useTranslation("users");
  return [
    { key: "name", label: t("name"), cell: (person) => <PersonCell person={person} /> },
    { key: "status", label: tu("column.status"), width: 150, cell: ({ status }) => <PersonStatus status={status} /> },
    {
      key: "lastSignIn",
      label: tu("column.lastSignIn"),
      width: 190,
      from: "md",
      cell: ({ lastSignInAt }) => <LastSignIn at={lastSignInAt} />,
    },
  ];
}
