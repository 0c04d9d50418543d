import { Button } from "@mantine/core";
import { IconMailForward, IconUserMinus, IconUserPlus } from "@tabler/icons-react";
import { parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useViewer } from "../../apollo/viewer";
import { type GroupMemberRowFragment, GroupMembersDocument } from "../../gql/graphql";
import { useFormat } from "../../i18n/format";
import { ChoiceChips } from "../../ui/choice-chips";
import { DataTable } from "../../ui/data-table";
import { Dock } from "../../ui/dock";
import { EmptyState } from "../../ui/empty-state";
import { FilterBar } from "../../ui/filter-bar";
import { ListFoot } from "../../ui/list-foot";
import { ListSkeleton } from "../../ui/list-skeleton";
import { LoadFailed } from "../../ui/load-failed";
import { personName } from "../../ui/person-name";
import { ReportCard } from "../../ui/report-card";
import { SearchField } from "../../ui/search-field";
import { SelectionBar } from "../../ui/selection-bar";
import { useSelection } from "../../ui/use-selection";
import { AddPeopleDialog } from "./add-people-dialog";
import { Focused } from "./focused";
import { useGroup } from "./group-layout";
import { groupKind } from "./kinds/group";
import { MemberActions } from "./member-actions";
import { useMemberColumns } from "./member-columns";
import { useMovedReports } from "./moved-reports";
import { PersonStatus } from "./person-status";
import { RoleMarks } from "./role-marks";
import { RolesDialog } from "./roles-dialog";
import { TakeOutDialog } from "./take-out-dialog";
import { useCountWords } from "./use-count-words";
import { usePages } from "./use-pages";

const pageSize = 50;
const roles = ["LEARNER", "COACH", "ADMINISTRATOR"] as const;

/** Who is in a group, and in which roles (F51, F53). */
export function GroupPeoplePage() {
  const { t } = useTranslation("groups");
  const { can, id } = useGroup().group;
  if (can.seeMembers) return <GroupPeople />;
  return (
    <EmptyState
      title={t("group.membersClosed.title")}
      actions={
        can.invite ? (
          <Button component={Link} to={`/groups/${id}/invite`}>
            {t("group.invite")}
          </Button>
        ) : null
      }
    >
      {t("group.membersClosed.text")}
    </EmptyState>
  );
}

type Asked = { what: "add" } | { what: "roles" | "takeOut"; members: GroupMemberRowFragment[] };

function GroupPeople() {
  const { t } = useTranslation("groups");
  const format = useFormat();
  const { group, refresh: refreshGroup } = useGroup();
  const { can: viewerCan } = useViewer();
  const countWords = useCountWords();
  const [address, setAddress] = useQueryStates({
    search: parseAsString.withDefault(""),
    role: parseAsStringLiteral(roles),
  });
  const variables = { id: group.id, first: pageSize, search: address.search || null, role: address.role };
  const pages = usePages(GroupMembersDocument, variables, (data) => data.group?.members);
  const { list, rows } = pages;
  const selection = useSelection(JSON.stringify(variables), rows);
  const columns = useMemberColumns();
  const [asked, setAsked] = useState<Asked | null>(null);
  const [takenOut, setTakenOut] = useState<number | null>(null);
  const chosen = rows.filter(({ id }) => selection.selecting.isSelected(id));
  const isNarrowed = address.search !== "" || address.role !== null;
  const counts = { LEARNER: group.learners, COACH: group.coaches, ADMINISTRATOR: group.administrators };
  const close = () => setAsked(null);

  async function refresh() {
    // whoever took themselves out reads neither any more, and the layout says so
    await Promise.allSettled([pages.refresh(), refreshGroup()]);
  }

  const { reports } = useMovedReports("group", () => void refresh());
  const { changeMembers, invite, giveRoles } = group.can;
  const add = changeMembers ? (
    <Button leftSection={<IconUserPlus size={16} aria-hidden />} onClick={() => setAsked({ what: "add" })}>
      {t("add.action")}
    </Button>
  ) : null;
  const inviteLink = invite ? (
    <Button
      component={Link}
      to={`/groups/${group.id}/invite`}
      variant="default"
      leftSection={<IconMailForward size={16} stroke={1.6} aria-hidden />}
    >
      {t("group.inviteShort")}
    </Button>
  ) : null;
  const isEmpty = list !== null && list !== undefined && rows.length === 0 && !isNarrowed;
  return (
    <>
      {isEmpty ? null : (
        <FilterBar
          search={
            <SearchField
              label={t("searchPeople")}
              value={address.search}
              onSearch={(search) => void setAddress({ search: search || null })}
            />
          }
          filters={
            <ChoiceChips
              label={t("column.roles")}
              value={address.role}
              onChange={(role) => void setAddress({ role })}
              choices={[
                { value: null, label: t("everyone") },
                ...roles.map((role) => ({
                  value: role,
                  label: t(`column.${role}`),
                  count: countWords(counts[role]) || undefined,
                })),
              ]}
            />
          }
          end={
            <>
              {inviteLink}
              {add}
            </>
          }
        />
      )}
      {pages.error ? <LoadFailed error={pages.error} retry={pages.retry} /> : null}
      {!list && !pages.error ? <ListSkeleton /> : null}
      {list && rows.length === 0 ? (
        isNarrowed ? (
          <EmptyState
            title={t("nobody.title")}
            actions={
              <Button variant="default" onClick={() => void setAddress({ search: null, role: null })}>
                {t("nobody.all")}
              </Button>
            }
          />
        ) : (
          <EmptyState
            title={t("group.empty.title")}
            actions={
              <>
                {add}
                {inviteLink}
              </>
            }
          >
            {changeMembers ? t("group.empty.text") : null}
          </EmptyState>
        )
      ) : null}
      {list && rows.length > 0 ? (
        <>
          <DataTable
            label={t("group.people", { name: group.name })}
            rows={rows}
            columns={columns}
            rowName={personName}
            rowPath={({ id }) => (viewerCan.seeUsers ? `/users/${id}/profile` : null)}
            rowActions={
              changeMembers
                ? (member) => (
                    <MemberActions
                      name={personName(member)}
                      onRoles={() => setAsked({ what: "roles", members: [member] })}
                      onTakeOut={() => setAsked({ what: "takeOut", members: [member] })}
                    />
                  )
                : undefined
            }
            compact={(member) => (
              <>
                <RoleMarks roles={member.roles} />
                <PersonStatus status={member.status} />
              </>
            )}
            selecting={changeMembers ? selection.selecting : undefined}
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
        {takenOut === null ? null : (
          <Focused>
            <ReportCard
              title={t("group.takeOut.done", { count: takenOut, number: format.number(takenOut) })}
              onClose={() => setTakenOut(null)}
            />
          </Focused>
        )}
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
                leftSection={<IconUserMinus size={16} stroke={1.6} aria-hidden />}
                onClick={() => setAsked({ what: "takeOut", members: chosen })}
              >
                {t("group.takeOut.action")}
              </Button>
            }
          />
        ) : null}
      </Dock>
      {asked?.what === "add" ? (
        <AddPeopleDialog
          kind={groupKind}
          named={group}
          offered={giveRoles}
          onAdded={() => void refresh()}
          onClose={close}
        />
      ) : null}
      {asked?.what === "roles" && asked.members[0] ? (
        <RolesDialog group={group} member={asked.members[0]} onChanged={() => void refresh()} onClose={close} />
      ) : null}
      {asked?.what === "takeOut" ? (
        <TakeOutDialog
          group={group}
          members={asked.members}
          onDone={(affected) => {
            setTakenOut(affected);
            selection.clear();
            close();
            void refresh();
          }}
          onClose={close}
        />
      ) : null}
    </>
  );
}
