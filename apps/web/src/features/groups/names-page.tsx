import { Button } from "@mantine/core";
import { IconArrowMerge, IconPlus, IconTrash } from "@tabler/icons-react";
import { parseAsString, useQueryState } from "nuqs";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { useViewer } from "../../apollo/viewer";
import { DataTable } from "../../ui/data-table";
import { Dock } from "../../ui/dock";
import { EmptyState } from "../../ui/empty-state";
import { GroupsHeader } from "../../ui/groups-header";
import { ListFoot } from "../../ui/list-foot";
import { ListSkeleton } from "../../ui/list-skeleton";
import { LoadFailed } from "../../ui/load-failed";
import { SearchField } from "../../ui/search-field";
import { SelectionBar } from "../../ui/selection-bar";
import { useSelection } from "../../ui/use-selection";
import { DeleteDialog } from "./delete-dialog";
import { companyKind } from "./kinds/company";
import { groupKind } from "./kinds/group";
import { labelKind } from "./kinds/label";
import { teamKind } from "./kinds/team";
import { MergeDialog } from "./merge-dialog";
import type { Moved } from "./moved";
import { useMovedReports } from "./moved-reports";
import { useCompactName, useNameColumns } from "./name-columns";
import { NameDialog } from "./name-dialog";
import { homes, type NameKind } from "./name-kinds";
import classes from "./names-page.module.css";
import { NoNames } from "./no-names";
import { usePages } from "./use-pages";

const pageSize = 50;
/** One call merges or deletes no more. */
const mostAtOnce = 100;

export const GroupsPage = () => <NamesPage kind={groupKind} />;
export const CompaniesPage = () => <NamesPage kind={companyKind} />;
export const TeamsPage = () => <NamesPage kind={teamKind} />;
export const LabelsPage = () => <NamesPage kind={labelKind} />;

function NamesPage({ kind }: { kind: NameKind }) {
  const { t } = useTranslation("groups");
  const { can } = useViewer();
  if (!(kind.key === "group" ? can.seeGroups : can.seeNames)) {
    return (
      <EmptyState wholePage title={t(`${kind.key}.closed`)}>
        {t("closedText")}
      </EmptyState>
    );
  }
  return <Names kind={kind} />;
}

function Names({ kind }: { kind: NameKind }) {
  const { t } = useTranslation("groups");
  const { can } = useViewer();
  const navigate = useNavigate();
  const [search, setSearch] = useQueryState("search", parseAsString.withDefault(""));
  const [dialog, setDialog] = useState<"new" | "merge" | "delete" | null>(null);
  const variables = { first: pageSize, search: search || null };
  const { list, rows, error, loading, retry, refresh, more } = usePages(kind.list, variables, (data) => data.list);
  const selection = useSelection(search, rows);
  const columns = useNameColumns(kind.key, rows);
  const compact = useCompactName(kind.key);
  const { tell, reports } = useMovedReports(kind.key, () => void refresh());
  const chosen = rows.filter(({ id }) => selection.selecting.isSelected(id));
  const home = homes[kind.key];
  const close = () => setDialog(null);

  function onMoved(moved: Moved) {
    close();
    selection.clear();
    tell(moved);
    void refresh();
  }

  const create = can.manageNames ? (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setDialog("new")}>
      {t(`${kind.key}.new`)}
    </Button>
  ) : null;
  return (
    <>
      <GroupsHeader current={kind.field} actions={create} />
      <div className={classes.search}>
        <SearchField label={t(`${kind.key}.search`)} value={search} onSearch={(text) => void setSearch(text || null)} />
      </div>
      {error ? <LoadFailed error={error} retry={retry} /> : null}
      {!list && !error ? <ListSkeleton /> : null}
      {list && rows.length === 0 ? <NoNames kind={kind.key} search={search} onNew={() => setDialog("new")} /> : null}
      {list && rows.length > 0 ? (
        <>
          <DataTable
            label={t(`tab.${kind.field}`)}
            rows={rows}
            columns={columns}
            rowName={({ name }) => name}
            rowPath={({ id }) => `${home}/${id}`}
            compact={compact}
            selecting={can.manageNames ? selection.selecting : undefined}
          />
          <ListFoot
            shown={rows.length}
            total={list.totalCount}
            totalIsExact={list.totalCountIsExact}
            hasMore={list.pageInfo.hasNextPage}
            loading={loading}
            onMore={more}
          />
        </>
      ) : null}
      <Dock>
        {reports}
        {chosen.length > 0 ? (
          <SelectionBar
            count={chosen.length}
            everything={false}
            offer={null}
            onSelectEverything={() => undefined}
            onClear={selection.clear}
            actions={
              chosen.length > mostAtOnce ? (
                t("tooMany", { most: mostAtOnce })
              ) : (
                <>
                  {chosen.length > 1 ? (
                    <Button
                      size="xs"
                      variant="default"
                      leftSection={<IconArrowMerge size={16} stroke={1.6} aria-hidden />}
                      onClick={() => setDialog("merge")}
                    >
                      {t("merge.action")}
                    </Button>
                  ) : null}
                  <Button
                    size="xs"
                    variant="default"
                    c="var(--usher-bad)"
                    leftSection={<IconTrash size={16} stroke={1.6} aria-hidden />}
                    onClick={() => setDialog("delete")}
                  >
                    {t("delete")}
                  </Button>
                </>
              )
            }
          />
        ) : null}
      </Dock>
      {dialog === "new" ? (
        <NameDialog kind={kind} onSaved={({ id }) => void navigate(`${home}/${id}`)} onClose={close} />
      ) : null}
      {dialog === "merge" ? <MergeDialog kind={kind} names={chosen} onMoved={onMoved} onClose={close} /> : null}
      {dialog === "delete" ? <DeleteDialog kind={kind} names={chosen} onMoved={onMoved} onClose={close} /> : null}
    </>
  );
}
