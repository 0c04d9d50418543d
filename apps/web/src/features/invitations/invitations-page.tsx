import { Button, Group } from "@mantine/core";
import { IconMailForward, IconMailOff, IconUserPlus } from "@tabler/icons-react";
import { parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, Outlet, useLocation } from "react-router";
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
import { PeopleHeader } from "../../ui/people-header";
import { SearchField } from "../../ui/search-field";
import { SelectionBar } from "../../ui/selection-bar";
import { useSelection } from "../../ui/use-selection";
import { ActionDialog } from "./action-dialog";
import { ActionReport } from "./action-report";
import { ChangeAddressDialog } from "./change-address-dialog";
import { ChangeLifetimeDialog } from "./change-lifetime-dialog";
import { CopyLinkDialog } from "./copy-link-dialog";
import { FilterMenu } from "./filter-menu";
import { type Report, useInvitationAction } from "./invitation-action";
import { useInvitationColumns } from "./invitation-columns";
import { statuses, useInvitationFilter } from "./invitation-filter";
import { DeliveryMark, StatusMark } from "./invitation-marks";
import { type HandedLink, NewLinksDialog } from "./new-links-dialog";
import { NoInvitations } from "./no-invitations";
import { RowActions } from "./row-actions";
import { TaskReport } from "./task-report";
import { useInvitationNumbers, useInvitations } from "./use-invitations";
import { useSetFilters } from "./use-set-filters";

/** What a row's drawer may ask of the page behind it. */
export interface InvitationsOutlet {
  copyLink: (invitation: { id: string; email: string }) => void;
  resend: (invitation: { id: string; email: string }) => void;
  cancel: (invitation: { id: string; email: string }) => void;
  changeAddress: (invitation: { id: string; email: string }) => void;
  changeLifetime: (invitation: { id: string; email: string }) => void;
}

export function InvitationsPage() {
  const { t } = useTranslation("invitations");
  const format = useFormat();
  const { can, user } = useViewer();
  const { search: query } = useLocation();
  const { address, setAddress, base, filter, orderBy, isNarrowed } = useInvitationFilter();
  const { list, rows, error, loading, retry, refresh, more } = useInvitations(filter, orderBy);
  const numbers = useInvitationNumbers(base);
  const selection = useSelection(JSON.stringify(filter), rows);
  const columns = useInvitationColumns();
  const { shown, hidden, toggle } = useColumns("invitations", columns);
  const [copying, setCopying] = useState<{ id: string; email: string } | null>(null);
  const [readdressing, setReaddressing] = useState<{ id: string; email: string } | null>(null);
  const [prolonging, setProlonging] = useState<{ id: string; email: string } | null>(null);
  const [newLinks, setNewLinks] = useState<readonly HandedLink[]>([]);
  const [report, setReport] = useState<Report | null>(null);
  const [task, setTask] = useQueryStates({
    task: parseAsString,
    did: parseAsStringLiteral(["resend", "cancel"] as const).withDefault("resend"),
  });

  const action = useInvitationAction((did, outcome) => {
    setReport(outcome.report);
    setNewLinks(outcome.links);
    selection.keepOnly(outcome.refusedIds);
    if (outcome.taskId) void setTask({ task: outcome.taskId, did });
    else void refresh();
  });

  const setFilters = useSetFilters(address, setAddress, rows, user.id);
  const total = list?.totalCount ?? 0;
  const chosen = selection.everything ? total : selection.ids.length;
  const target = selection.everything
    ? ({ kind: "filter", filter } as const)
    : ({ kind: "ids", ids: selection.ids } as const);
  const outlet: InvitationsOutlet = {
    copyLink: setCopying,
    resend: ({ id, email }) => void action.ask("resend", { kind: "one", id, email }),
    cancel: ({ id, email }) => void action.ask("cancel", { kind: "one", id, email }),
    changeAddress: setReaddressing,
    changeLifetime: setProlonging,
  };
  const number = (key: "all" | "pending" | "expired" | "accepted" | "cancelled") => {
    const counted = numbers?.[key];
    return counted && format.number(counted.totalCount) + (counted.totalCountIsExact ? "" : "+");
  };

  return (
    <>
      <PeopleHeader
        current="invitations"
        actions={
          can.add ? (
            <Button component={Link} to="/users/invitations/new" leftSection={<IconUserPlus size={16} aria-hidden />}>
              {t("invite")}
            </Button>
          ) : null
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
            <FilterMenu address={address} setAddress={setAddress} />
            <ColumnMenu columns={columns} hidden={hidden} onToggle={toggle} />
          </Group>
        }
      />
      <FilterChips filters={setFilters} />
      {error ? <LoadFailed error={error} retry={retry} /> : null}
      {!list && !error ? <ListSkeleton /> : null}
      {list && rows.length === 0 ? <NoInvitations isNarrowed={isNarrowed} /> : null}
      {list && rows.length > 0 ? (
        <>
          <DataTable
            label={t("title")}
            rows={rows}
            columns={shown}
            rowName={({ email }) => email}
            rowPath={({ id }) => `/users/invitations/${id}${query}`}
            compact={(invitation) => (
              <>
                <StatusMark status={invitation.status} />
                <DeliveryMark invitation={invitation} />
              </>
            )}
            rowActions={(invitation) => (
              <RowActions
                invitation={invitation}
                onCopyLink={() => outlet.copyLink(invitation)}
                onResend={() => outlet.resend(invitation)}
                onCancel={() => outlet.cancel(invitation)}
                onChangeAddress={() => outlet.changeAddress(invitation)}
                onChangeLifetime={() => outlet.changeLifetime(invitation)}
              />
            )}
            order={orderBy}
            onOrder={({ field, direction }) => void setAddress({ order: field as typeof address.order, direction })}
            selecting={can.add ? selection.selecting : undefined}
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
        {report ? <ActionReport report={report} onClose={() => setReport(null)} /> : null}
        {task.task ? (
          <TaskReport
            key={task.task}
            taskId={task.task}
            action={task.did}
            onFinished={() => void refresh()}
            onClose={() => void setTask({ task: null, did: null })}
          />
        ) : null}
        {selection.isEmpty ? null : (
          <SelectionBar
            count={chosen}
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
                  onClick={() => void action.ask("resend", target)}
                >
                  {t("resend.action")}
                </Button>
                <Button
                  size="xs"
                  variant="default"
                  leftSection={<IconMailOff size={16} stroke={1.6} aria-hidden />}
                  onClick={() => void action.ask("cancel", target)}
                >
                  {t("cancel.actionMany")}
                </Button>
              </>
            }
          />
        )}
      </Dock>
      <Outlet context={outlet} />
      <CopyLinkDialog invitation={copying} onClose={() => setCopying(null)} />
      <ChangeAddressDialog
        invitation={readdressing}
        onChanged={() => void refresh()}
        onClose={() => setReaddressing(null)}
      />
      <ChangeLifetimeDialog
        invitation={prolonging}
        onChanged={() => void refresh()}
        onClose={() => setProlonging(null)}
      />
      <NewLinksDialog links={newLinks} onClose={() => setNewLinks([])} />
      <ActionDialog question={action.question} onConfirm={() => void action.confirm()} onClose={action.drop} />
    </>
  );
}
