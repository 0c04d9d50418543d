import { useQuery } from "@apollo/client/react";
import { Anchor, Button } from "@mantine/core";
import { IconArrowLeft, IconFileOff } from "@tabler/icons-react";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { failureOf } from "../../../apollo/failure";
import { useViewer } from "../../../apollo/viewer";
import { ImportReportDocument, type ImportReportQuery } from "../../../gql/graphql";
import { useFormat } from "../../../i18n/format";
import { EmptyState } from "../../../ui/empty-state";
import { LoadFailed } from "../../../ui/load-failed";
import { PageHeader } from "../../../ui/page-header";
import { personName } from "../../../ui/person-name";
import { RelativeTime } from "../../../ui/relative-time";
import { MayNotImport } from "../home/may-not-import";
import { usePollingWhile } from "../use-polling";
import { useInHand, useUpload } from "../wizard/import-context";
import { useOffice } from "../wizard/use-office";
import { CancelImport } from "./cancel-import";
import { ImportState } from "./import-state";
import { isUnderWay } from "./is-under-way";
import { ReportAloud } from "./report-aloud";
import { ReportDownloads } from "./report-downloads";
import { ReportOutcomes } from "./report-outcomes";
import classes from "./report-page.module.css";
import { ReportProblems } from "./report-problems";
import { ReportProgress } from "./report-progress";
import { ReportRows } from "./report-rows";
import { useForgetLists } from "./use-forget-lists";

export type Report = NonNullable<ImportReportQuery["import"]>;

/** One import: on its way, while it runs, and what came of it. */
export function ReportPage() {
  const { t } = useTranslation("import");
  const { can } = useViewer();
  const { id = "" } = useParams();
  const { data, error, refetch, startPolling, stopPolling } = useQuery(ImportReportDocument, {
    variables: { id },
    skip: !can.seeImports,
    // what another person, tab or worker did since is the point of looking
    fetchPolicy: "cache-and-network",
  });
  const upload = useUpload(id);
  const report = data?.import;
  usePollingWhile(report !== undefined && report !== null && isUnderWay(report), startPolling, stopPolling, 1000);
  useEffect(() => {
    if (upload?.at === "committed") void refetch();
  }, [upload?.at, refetch]);

  if (!can.seeImports) {
    return (
      <>
        <PageHeader title={t("title")} />
        <MayNotImport />
      </>
    );
  }
  if (report) return <TheReport report={report} />;
  if (error && failureOf(error).kind !== "not-found") return <LoadFailed error={error} retry={() => void refetch()} />;
  if (error || data) {
    return (
      <EmptyState
        wholePage
        icon={<IconFileOff size={22} stroke={1.5} />}
        title={t("report.gone")}
        actions={
          <Button component={Link} to="/import">
            {t("report.all")}
          </Button>
        }
      >
        {t("report.goneHelp")}
      </EmptyState>
    );
  }
  return null;
}

function TheReport({ report }: { report: Report }) {
  const { t } = useTranslation("import");
  const { number } = useFormat();
  const { wizard } = useInHand();
  useForgetLists(report);
  const { can } = useViewer();
  const { counts, status } = report;
  const left = report.totalRows - report.doneRows;
  const begun = status !== "STAGING" && status !== "PLANNED" && status !== "PLANNING";
  const office = useOffice();
  // one that was stopped may leave its file to be sent again
  const isSettled = begun && status !== "CANCELLED";
  useEffect(() => {
    if (isSettled) void wizard.wake(office).then(() => wizard.settle(report.id));
  }, [isSettled, wizard, office, report.id]);
  return (
    <div className={classes.page}>
      <PageHeader
        title={report.fileName}
        above={
          <Anchor component={Link} to="/import" size="sm" className={classes.back}>
            <IconArrowLeft size={14} aria-hidden /> {t("report.all")}
          </Anchor>
        }
        lead={
          <>
            {t("report.started")} <RelativeTime time={report.createdAt} />
            {report.createdBy ? `, ${personName(report.createdBy)}` : ""}
          </>
        }
        actions={<CancelImport report={report} />}
      />
      <div className={classes.stack}>
        <div className={classes.state}>
          <ImportState of={report} />
          {report.failure ? <p className={classes.failure}>{report.failure}</p> : null}
          {status === "CANCELLED" && left > 0 ? (
            <p className={classes.leftOut}>{t("cancel.leftOut", { count: left, number: number(left) })}</p>
          ) : null}
        </div>
        <ReportAloud report={report} />
        <ReportProgress report={report} />
        {begun ? (
          <>
            <ReportOutcomes report={report} />
            {counts.invited > 0 ? (
              <p className={classes.lead}>
                <Link to={`/users/invitations?import=${report.id}`}>
                  {t("report.invitations", { count: counts.invited, number: number(counts.invited) })}
                </Link>
              </p>
            ) : null}
            {counts.created > 0 && can.seeUsers ? (
              <p className={classes.lead}>
                <Link to={`/users?import=${report.id}`}>
                  {t("report.accounts", { count: counts.created, number: number(counts.created) })}
                </Link>
              </p>
            ) : null}
            <ReportProblems report={report} />
            <ReportDownloads report={report} />
            <ReportRows report={report} />
          </>
        ) : null}
      </div>
    </div>
  );
}
