import { useTranslation } from "react-i18next";
import { Navigate, Outlet } from "react-router";
import { useViewer } from "../../../apollo/viewer";
import { PageHeader } from "../../../ui/page-header";
import { MayNotImport } from "../home/may-not-import";
import { useWizard } from "./import-context";
import { useWake } from "./use-wake";
import classes from "./wizard-layout.module.css";
import { WizardSummary } from "./wizard-summary";

/** What all four steps have in common: who may, what is in hand, and where it went once it was sent. */
export function WizardLayout() {
  const { t } = useTranslation("import");
  const { can } = useViewer();
  if (can.importFiles) return <Steps />;
  return (
    <>
      <PageHeader title={t("title")} />
      <MayNotImport />
    </>
  );
}

function Steps() {
  useWake();
  const wizard = useWizard();
  if (wizard.at === "waking") return null;
  if (wizard.at === "open" && wizard.importId) return <Navigate to={`/import/${wizard.importId}`} replace />;
  return (
    <div className={classes.page} data-in-hand={wizard.at === "open" || undefined}>
      {wizard.at === "open" ? (
        <div className={classes.side}>
          <WizardSummary of={wizard} />
        </div>
      ) : null}
      <div className={classes.main}>
        <Outlet />
      </div>
    </div>
  );
}
