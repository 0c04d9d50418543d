import { ActionIcon, Button, Tooltip } from "@mantine/core";
import { IconUserMinus, IconUserPlus } from "@tabler/icons-react";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useViewer } from "../../apollo/viewer";
import type { SessionMemberFragment, SessionPart } from "../../gql/graphql";
import { useFormat } from "../../i18n/format";
import { type Column, DataTable } from "../../ui/data-table";
import { Dock } from "../../ui/dock";
import { EmailText } from "../../ui/email-text";
import { ListFoot } from "../../ui/list-foot";
import { ListSkeleton } from "../../ui/list-skeleton";
import { LoadFailed } from "../../ui/load-failed";
import { personName } from "../../ui/person-name";
import { SelectionBar } from "../../ui/selection-bar";
import { useSelection } from "../../ui/use-selection";
import { AddMembersDialog } from "./add-members-dialog";
import { MemberState } from "./member-state";
import { RemoveMembersDialog } from "./remove-members-dialog";
import type { OpenSession } from "./session-page";
import classes from "./session-page.module.css";
import { useSessionMembers } from "./use-session-members";

interface Props {
  session: OpenSession;
  part: SessionPart;
}

/** Those who instruct, or those who take part: who they are, and adding and removing them. */
export function SessionPeople({ session, part }: Props) {
  const { t } = useTranslation("sessions");
  const format = useFormat();
  const { can: viewerCan } = useViewer();
  const { list, rows, error, loading, retry, refresh, more } = useSessionMembers(session.id, part);
  const selection = useSelection(part, rows);
  const [isAdding, setAdding] = useState(false);
  const [removing, setRemoving] = useState<readonly SessionMemberFragment[]>([]);
  const [removed, setRemoved] = useState(0);
  const heading = useRef<HTMLHeadingElement>(null);
  const columns = useMemberColumns();
  const { can } = session;
  // instructors who coach the group bring participants; who instructs is said by those who run it
  const mayAdd = can.manage || (can.invite && part === "PARTICIPANT");
  const { count, isExact } = part === "INSTRUCTOR" ? session.instructors : session.participants;
  const title = t(`part.${part}.title`);

  return (
    <section className={classes.part} aria-label={title}>
      <div className={classes.partHead}>
        <div>
          <h2 ref={heading} tabIndex={-1}>
            {title}
            <span className={classes.count}>{format.number(count) + (isExact ? "" : "+")}</span>
          </h2>
          <p className={classes.help}>{t(`part.${part}.help`)}</p>
          <p className={classes.help} role="status">
            {removed > 0 ? t("remove.done", { count: removed, number: format.number(removed) }) : null}
          </p>
        </div>
        {mayAdd ? (
          <Button
            variant="default"
            size="xs"
            leftSection={<IconUserPlus size={16} stroke={1.6} aria-hidden />}
            onClick={() => setAdding(true)}
          >
            {t(`part.${part}.add`)}
          </Button>
        ) : null}
      </div>
      {error ? <LoadFailed error={error} retry={retry} /> : null}
      {!list && !error ? <ListSkeleton rows={3} /> : null}
      {list && rows.length === 0 ? <p className={classes.nobody}>{t(`part.${part}.nobody`)}</p> : null}
      {list && rows.length > 0 ? (
        <>
          <DataTable
            label={title}
            rows={rows}
            columns={columns}
            rowName={personName}
            rowPath={({ userId }) => (userId && viewerCan.seeUsers ? `/users/${userId}` : null)}
            compact={(member) => (
              <>
                {member.email && member.email !== personName(member) ? <EmailText email={member.email} /> : null}
                <MemberState member={member} />
              </>
            )}
            rowActions={
              can.manage
                ? (member) => <RemoveButton member={member} onClick={() => setRemoving([member])} />
                : undefined
            }
            selecting={can.manage ? selection.selecting : undefined}
          />
          {list.pageInfo.hasNextPage ? (
            <ListFoot
              shown={rows.length}
              total={list.totalCount}
              totalIsExact={list.totalCountIsExact}
              hasMore
              loading={loading}
              onMore={() => void more()}
            />
          ) : null}
        </>
      ) : null}
      {selection.isEmpty ? null : (
        <Dock>
          <SelectionBar
            count={selection.ids.length}
            everything={false}
            offer={null}
            onSelectEverything={selection.selectEverything}
            onClear={selection.clear}
            actions={
              <Button
                size="xs"
                leftSection={<IconUserMinus size={16} stroke={1.6} aria-hidden />}
                onClick={() => setRemoving(rows.filter(({ id }) => selection.ids.includes(id)))}
              >
                {t("remove.action")}
              </Button>
            }
          />
        </Dock>
      )}
      {isAdding ? (
        <AddMembersDialog
          session={session}
          part={part}
          onAdded={() => void refresh()}
          onClose={() => setAdding(false)}
        />
      ) : null}
      {removing.length > 0 ? (
        <RemoveMembersDialog
          session={session}
          part={part}
          members={removing}
          onRemoved={(count) => {
            setRemoved(count);
            selection.clear();
            // the buttons of those who are gone are gone too
            void refresh().then(() => setTimeout(() => heading.current?.focus()));
          }}
          onClose={() => setRemoving([])}
        />
      ) : null}
    </section>
  );
}

function RemoveButton({ member, onClick }: { member: SessionMemberFragment; onClick: () => void }) {
  const { t } = useTranslation("sessions");
  return (
    <Tooltip label={t("remove.action")}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={32}
        aria-label={t("remove.actionFor", { name: personName(member) })}
        onClick={onClick}
      >
        <IconUserMinus size={18} stroke={1.6} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}

function useMemberColumns(): Column<SessionMemberFragment>[] {
  const { t } = useTranslation("sessions");
  return [
    {
      key: "person",
      label: t("column.person"),
      cell: (member) => {
        const name = personName(member);
        return name === member.email ? <EmailText email={name} /> : name;
      },
    },
    {
      key: "email",
      label: t("column.email"),
      from: "md",
      width: "34%",
      cell: (member) =>
        member.email && member.email !== personName(member) ? <EmailText email={member.email} /> : null,
    },
    { key: "state", label: t("column.account"), width: 230, cell: (member) => <MemberState member={member} /> },
  ];
}
