import type { TypedDocumentNode } from "@apollo/client";
import { useQuery } from "@apollo/client/react";
import { Anchor, Button } from "@mantine/core";
import { IconUserPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate, useParams } from "react-router";
import { isHidden } from "../../apollo/failure";
import { useViewer } from "../../apollo/viewer";
import { CompanyDocument, LabelDocument, TeamDocument } from "../../gql/graphql";
import { EmptyState } from "../../ui/empty-state";
import { ListSkeleton } from "../../ui/list-skeleton";
import { LoadFailed } from "../../ui/load-failed";
import { PageHeader } from "../../ui/page-header";
import { DeleteDialog } from "./delete-dialog";
import { companyKind } from "./kinds/company";
import { labelKind } from "./kinds/label";
import { teamKind } from "./kinds/team";
import { MergeIntoDialog } from "./merge-into-dialog";
import type { Moved } from "./moved";
import { taskQuery } from "./moved-reports";
import { NameActions } from "./name-actions";
import { NameDialog } from "./name-dialog";
import { NameGone } from "./name-gone";
import { homes, type NameRow, type PersonalNameKind } from "./name-kinds";
import { NamedPeople } from "./named-people";
import { TeamLeader } from "./team-leader";

type NameDocument = TypedDocumentNode<{ named: NameRow | null }, { id: string }>;

export const CompanyPage = () => <NamePage kind={companyKind} document={CompanyDocument} />;
export const TeamPage = () => <NamePage kind={teamKind} document={TeamDocument} />;
export const LabelPage = () => <NamePage kind={labelKind} document={LabelDocument} />;

function NamePage({ kind, document }: { kind: PersonalNameKind; document: NameDocument }) {
  const { id = "" } = useParams();
  const { data, error, refetch } = useQuery(document, { variables: { id } });
  const named = data?.named;
  if (named) return <OpenName key={named.id} kind={kind} named={named} refresh={() => void refetch()} />;
  if (data || isHidden(error)) return <NameGone kind={kind.key} />;
  if (error) return <LoadFailed error={error} retry={() => void refetch()} />;
  return <ListSkeleton rows={5} />;
}

/** A company, team or label: who is in it, and what can be done with it (F51). */
function OpenName({ kind, named, refresh }: { kind: PersonalNameKind; named: NameRow; refresh: () => void }) {
  const { t } = useTranslation("groups");
  const { can } = useViewer();
  const navigate = useNavigate();
  const [dialog, setDialog] = useState<"add" | "rename" | "merge" | "delete" | null>(null);
  const home = homes[kind.key];
  const close = () => setDialog(null);

  function onMoved(moved: Moved) {
    void navigate((moved.into ? `${home}/${moved.into.id}` : home) + taskQuery(moved), { state: { moved } });
  }

  return (
    <>
      <PageHeader
        title={named.name}
        above={
          <Anchor component={Link} to={home} size="sm">
            {t(`tab.${kind.field}`)}
          </Anchor>
        }
        actions={
          can.manageNames ? (
            <>
              <NameActions
                onRename={() => setDialog("rename")}
                onMerge={() => setDialog("merge")}
                onDelete={() => setDialog("delete")}
              />
              <Button leftSection={<IconUserPlus size={16} aria-hidden />} onClick={() => setDialog("add")}>
                {t("add.action")}
              </Button>
            </>
          ) : null
        }
      />
      {kind.key === "team" ? <TeamLeader team={named} /> : null}
      {can.seeUsers ? (
        <NamedPeople
          kind={kind}
          named={named}
          isAdding={dialog === "add"}
          onAdd={() => setDialog("add")}
          onAdded={close}
          onChanged={refresh}
        />
      ) : (
        <EmptyState title={t("peopleClosed.title")}>{t("peopleClosed.text")}</EmptyState>
      )}
      {dialog === "rename" ? <NameDialog kind={kind} named={named} onSaved={close} onClose={close} /> : null}
      {dialog === "merge" ? <MergeIntoDialog kind={kind} named={named} onMoved={onMoved} onClose={close} /> : null}
      {dialog === "delete" ? <DeleteDialog kind={kind} names={[named]} onMoved={onMoved} onClose={close} /> : null}
    </>
  );
}
