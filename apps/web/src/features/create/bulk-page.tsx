import { Button } from "@mantine/core";
import { IconLock } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useViewer } from "../../apollo/viewer";
import { turnPage } from "../../ui/arrival";
import { EmptyState } from "../../ui/empty-state";
import { PageHeader } from "../../ui/page-header";
import { ToRegistration } from "../../ui/to-registration";
import { useGranter } from "../../ui/use-granter";
import { holdsRows } from "./by-hand-draft";
import { ByHandForm, type Processed } from "./by-hand-form";
import { ByHandResults } from "./by-hand-results";
import { WayTabs } from "./way-tabs";

/** User registration > Bulk invite (F58): by hand, or from a file. Open to those who hold can_bulk_invite (F55). */
export function BulkPage() {
  const { t } = useTranslation("create");
  const { can } = useViewer();
  const [processed, setProcessed] = useState<Processed | null>(null);
  const turnTo = (next: Processed | null) => {
    turnPage();
    setProcessed(next);
  };
  // what was done is told also to whoever may do no more
  if (processed) {
    return <ByHandResults processed={processed} onMore={() => turnTo(null)} above={<ToRegistration />} />;
  }
  if (!can.bulkInvite || !can.add) return <Closed />;
  return (
    <>
      <PageHeader above={<ToRegistration />} title={t("bulk.title")} lead={t("bulk.lead")} />
      <WayTabs
        label={t("bulk.ways")}
        ways={[
          { to: "/registration/bulk", words: t("bulk.byHand") },
          { to: "/import", words: t("bulk.fromFile") },
        ]}
      />
      <ByHandForm kind="bulk" onProcessed={turnTo} />
    </>
  );
}

/** Whom to ask. What was typed before the permission was taken is still there when it comes back. */
function Closed() {
  const { t } = useTranslation("create");
  const { t: tc } = useTranslation();
  const granter = useGranter();
  return (
    <>
      <title>{tc("pageTitle", { title: t("bulk.title") })}</title>
      <EmptyState
        wholePage
        icon={<IconLock size={22} stroke={1.5} />}
        title={t("bulk.closed.title")}
        actions={
          <Button component={Link} to="/registration" variant="default">
            {t("bulk.leave")}
          </Button>
        }
      >
        {t("bulk.closed.text")} {granter} {t("bulk.closed.byItself")}
        {holdsRows("bulk") ? ` ${t("bulk.closed.kept")}` : null}
      </EmptyState>
    </>
  );
}
