import { Button, Group } from "@mantine/core";
import { IconMailForward, IconMailOff } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Outlet } from "react-router";
import { useViewer } from "../../apollo/viewer";
import { useFormat } from "../../i18n/format";
import { ChoiceChips } from "../../ui/choice-chips";
import { ColumnMenu, useColumns } from "../../ui/column-menu";
import { DataTable } from "../../ui/data-table";
import { Dock } from "../../ui/dock";
import { FilterBar } from "../../ui/filter-bar";
import { FilterChips } from "../../ui/filter-chips";
import { ListFoot } from "../../ui/list-foot";
import { ListSkeleton } from "../../ui/list-skeleton";
import { LoadFailed } from "../../ui/load-failed";
import { SearchField } from "../../ui/search-field";
import { SelectionBar } from "../../ui/selection-bar";
import { useSelection } from "../../ui/use-selection";
import { FilterMenu } from "./filter-menu";
import { useInvitationColumns } from "./invitation-columns";
import { type InvitationScope, statuses, useInvitationFilter } from "./invitation-filter";
import { DeliveryMark, StatusMark } from "./invitation-marks";
import { NoInvitations } from "./no-invitations";
import { RowActions } from "./row-actions";
import { type Acts, useActing } from "./use-acting";
import { useInvitationNumbers, useInvitations } from "./use-invitations";
import { useSetFilters } from "./use-set-filters";

/** What a row's drawer knows of the list behind it. */
export interface InvitationsOutlet {
  home: string;
  acts: Acts;
}

interface Props {
  scope: InvitationScope;
  /** Stands beside the search. */
  action?: ReactNode;
}

/** The invitations of the workspace, or of one group: with state, delivery, and what can be done (F14 to F16). */
export function InvitationList({ scope, action }: Props) {
  const { t } = useTranslation("invitations");
  const format = useFormat();
  const { can, user } = useViewer();
  const { address, setAddress, pathOf, base, filter, orderBy, isNarrowed } = useInvitationFilter(scope);
  const { list, rows, error, loading, retry, refresh, more } = useInvitations(filter, orderBy);
  const numbers = useInvitationNumbers(base);
  const selection = useSelection(JSON.stringify(filter), rows);
  const columns = useInvitationColumns();
  const { shown, hidden, toggle } = useColumns("invitations", columns);
  const { acts, ask, reports, dialogs } = useActing({
    onChanged: () => void refresh(),
    onRefused: selection.keepOnly,
  });
  const setFilters = useSetFilters(address, setAddress, rows, user.id);
  const total = list?.totalCount ?? 0;
  const target = selection.everything
    ? ({ kind: "filter", filter } as const)
    : ({ kind: "ids", ids: selection.ids } as const);
  const outlet: InvitationsOutlet = { home: scope.home, acts };
  const number = (key: "all" | "pending" | "expired" | "accepted" | "cancelled") => {
    const counted = numbers?.[key];
    return counted && format.number(counted.totalCount) + (counted.totalCountIsExact ? "" : "+");
  };

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
          <>
            <ChoiceChips
              label={t("column.status")}
              value={address.status}
              onChange={(status) => void setAddress({ status })}
              choices={[
                { value: null, label: t("all"), count: number("all") },
                ...statuses.map((status) => ({
                  value: status,
                  label: t(`status.${status}`),
                  count: number(status.toLowerCase() as "pending" | "expired" | "accepted" | "cancelled"),
                })),
              ]}
            />
            <ChoiceChips
              label={t("column.inviter")}
              value={address.inviter}
              onChange={(inviter) => void setAddress({ inviter: inviter === address.inviter ? null : inviter })}
              choices={[{ value: user.id, label: t("mine") }]}
            />
          </>
        }
        end={
          <Group gap={8} wrap="nowrap">
            <FilterMenu address={address} setAddress={setAddress} offersGroups={!scope.groupId} />
            <ColumnMenu columns={columns} hidden={hidden} onToggle={toggle} />
            {action}
          </Group>
        }
        isTall={action !== undefined}
      />
      <FilterChips filters={setFilters} />
      {error ? <LoadFailed error={error} retry={retry} /> : null}
      {!list && !error ? <ListSkeleton /> : null}
      {list && rows.length === 0 ? <NoInvitations scope={scope} isNarrowed={isNarrowed} /> : null}
      {list && rows.length > 0 ? (
        <>
          <DataTable
            label={t("title")}
            rows={rows}
            columns={shown}
            rowName={({ email }) => email}
            rowPath={({ id }) => pathOf(`${scope.home}/${id}`)}
            compact={(invitation) => (
              <>
                <StatusMark status={invitation.status} />
                <DeliveryMark invitation={invitation} />
              </>
            )}
            rowActions={(invitation) => <RowActions invitation={invitation} acts={acts} />}
            order={orderBy}
            onOrder={({ field, direction }) => void setAddress({ order: field as typeof address.order, direction })}
            selecting={can.invite ? selection.selecting : undefined}
          />
          <ListFoot
            shown={rows.length}
            total={total}
            totalIsExact={list.totalCountIsExact}
            hasMore={list.pageInfo.hasNextPage}
            loading={loading}
            onMore={() => void more()}
          />
        </>
      ) : null}
      <Dock>
        {reports}
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
            actions={
              <>
                <Button
                  size="xs"
                  leftSection={<IconMailForward size={16} stroke={1.6} aria-hidden />}
                  onClick={() => void ask("resend", target)}
                >
                  {t("resend.action")}
                </Button>
                <Button
                  size="xs"
                  variant="default"
                  leftSection={<IconMailOff size={16} stroke={1.6} aria-hidden />}
                  onClick={() => void ask("cancel", target)}
                >
                  {t("cancel.actionMany")}
                </Button>
              </>
            }
          />
        )}
      </Dock>
      <Outlet context={outlet} />
      {dialogs}
    </>
  );
}
