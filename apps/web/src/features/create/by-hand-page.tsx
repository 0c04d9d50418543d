import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useViewer } from "../../apollo/viewer";
import { turnPage } from "../../ui/arrival";
import { EmptyState } from "../../ui/empty-state";
import { PageHeader } from "../../ui/page-header";
import { AddTabs } from "./add-tabs";
import { ByHandForm, type Processed } from "./by-hand-form";
import { ByHandResults } from "./by-hand-results";

/** Users > Add user > Several by hand (F27). */
export function ByHandPage() {
  const { t } = useTranslation("create");
  const { can } = useViewer();
  const [processed, setProcessed] = useState<Processed | null>(null);
  const turnTo = (next: Processed | null) => {
    turnPage();
    setProcessed(next);
  };
  if (!can.add)
    return (
      <EmptyState wholePage title={t("notAllowed.title")}>
        {t("notAllowed.text")}
      </EmptyState>
    );
  if (processed) return <ByHandResults processed={processed} onMore={() => turnTo(null)} />;
  return (
    <>
      <PageHeader title={t("several.title")} lead={t("several.lead")} />
      <AddTabs />
      <ByHandForm kind="several" onProcessed={turnTo} />
    </>
  );
}
