import { parseAsString, useQueryStates } from "nuqs";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { isHidden } from "../../apollo/failure";
import { useViewer } from "../../apollo/viewer";
import { useFormat } from "../../i18n/format";
import { DataTable } from "../../ui/data-table";
import { EmptyState } from "../../ui/empty-state";
import { FilterBar } from "../../ui/filter-bar";
import { ListFoot } from "../../ui/list-foot";
import { ListSkeleton } from "../../ui/list-skeleton";
import { LoadFailed } from "../../ui/load-failed";
import { SearchField } from "../../ui/search-field";
import { GroupFilter } from "./group-filter";
import { NoSessions } from "./no-sessions";
import { useSessionColumns } from "./session-columns";
import { SessionMark } from "./session-mark";
import { useSessions } from "./use-sessions";

interface Props {
  /** Only those of this group. Absent: all that the viewer may see, and the address may name one. */
  groupId?: string;
  /** Stands beside the search. */
  action?: ReactNode;
}

/** Program sessions, the latest first (F51). */
export function SessionList({ groupId, action }: Props) {
  const { t } = useTranslation("sessions");
  const format = useFormat();
  const { can } = useViewer();
  const [address, setAddress] = useQueryStates({ search: parseAsString.withDefault(""), group: parseAsString });
  const group = groupId ?? address.group;
  const { list, rows, error, loading, retry, more } = useSessions(address.search, group);
  const columns = useSessionColumns(groupId !== undefined);
  const isClosed = error !== undefined && isHidden(error);

  return (
    <>
      <FilterBar
        search={
          <SearchField
            label={t("search")}
            value={address.search}
            onSearch={(search) => void setAddress({ search: search || null })}
          />
        }
        filters={
          groupId === undefined && can.seeGroups ? (
            <GroupFilter value={address.group} onChange={(group) => void setAddress({ group })} />
          ) : null
        }
        end={action}
      />
      {isClosed ? <EmptyState title={t("closed.ofGroup")}>{t("closed.text")}</EmptyState> : null}
      {error && !isClosed ? <LoadFailed error={error} retry={retry} /> : null}
      {!list && !error ? <ListSkeleton /> : null}
      {list && rows.length === 0 ? (
        <NoSessions
          groupId={group}
          isNarrowed={address.search !== "" || (groupId === undefined && address.group !== null)}
          onShowAll={() => void setAddress({ search: null, group: null })}
        />
      ) : null}
      {list && rows.length > 0 ? (
        <>
          <DataTable
            label={t("title")}
            rows={rows}
            columns={columns}
            rowName={({ name }) => name}
            rowPath={({ id }) => `/program-sessions/${id}`}
            compact={(session) => (
              <>
                <SessionMark session={session} />
                <span>{format.days(session.startsOn, session.endsOn)}</span>
                {groupId === undefined ? <span>{session.group?.name}</span> : null}
              </>
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
    </>
  );
}
