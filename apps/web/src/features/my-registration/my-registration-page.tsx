import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useViewer } from "../../apollo/viewer";
import { ListSkeleton } from "../../ui/list-skeleton";
import { LoadFailed } from "../../ui/load-failed";
import { PublicPage } from "../../ui/public-page";
import { FillIn } from "./fill-in";
import classes from "./my-registration.module.css";
import { OwnData } from "./own-data";
import { Sent } from "./sent";
import { useLead } from "./use-lead";
import { useOwnIdentity } from "./use-own-identity";
import { Ways } from "./ways";

/** One's own digital identity (F60): filled in, looked at, corrected, validated; who read it; and what is kept of oneself. */
export function MyRegistrationPage() {
  const { t } = useTranslation("own");
  const { mustRegister, user, workspace } = useViewer();
  const { identity, error, retry } = useOwnIdentity();
  const lead = useLead(identity);
  const status = identity?.status;
  const stage = status === "NONE" || status === "DRAFT" || !status ? "FILL_IN" : status;
  // at founding there is nothing yet that anybody could have read
  const isFirst = user.userType === "FOUNDER" && status === "NONE";
  return (
    <PublicPage
      key={stage}
      isWide
      title={t(`title.${stage}`)}
      lead={lead}
      ways={<Ways />}
      after={identity && !isFirst ? <OwnData /> : null}
    >
      {error && !identity ? <LoadFailed error={error} retry={retry} /> : null}
      {!identity && !error ? <ListSkeleton rows={5} /> : null}
      {identity && (stage === "FILL_IN" || stage === "REJECTED") ? <FillIn identity={identity} /> : null}
      {identity && stage === "SUBMITTED" ? <Sent identity={identity} /> : null}
      {identity && stage === "VALIDATED" ? (
        <>
          {mustRegister ? null : (
            <Button component={Link} to="/" size="md" fullWidth className={classes.goOn}>
              {t("goOn", { workspace: workspace.name })}
            </Button>
          )}
          <Sent identity={identity} />
        </>
      ) : null}
    </PublicPage>
  );
}
