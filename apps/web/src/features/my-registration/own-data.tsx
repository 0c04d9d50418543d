import { useApolloClient } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { OwnDataDocument } from "../../gql/graphql";
import { useFailureWords } from "../../ui/error-words";
import { Mark } from "../../ui/mark";
import { saveFile } from "../../ui/save-file";
import classes from "./my-registration.module.css";
import { Reads } from "./reads";

/** Who read what one gave, and a copy of all that is kept of oneself (F63). */
export function OwnData() {
  const { t } = useTranslation("own");
  return (
    <div className={classes.after}>
      <section aria-labelledby="reads">
        <h2 id="reads" className={classes.title}>
          {t("reads.title")}
        </h2>
        <p className={classes.lead}>{t("reads.lead")}</p>
        <Reads />
      </section>
      <section aria-labelledby="own-data">
        <h2 id="own-data" className={classes.title}>
          {t("data.title")}
        </h2>
        <p className={classes.lead}>{t("data.lead")}</p>
        <Download />
      </section>
    </div>
  );
}

function Download() {
  const { t } = useTranslation("own");
  const words = useFailureWords();
  const client = useApolloClient();
  const [state, setState] = useState<"idle" | "asking" | "done">("idle");
  const [failure, setFailure] = useState<unknown>(null);

  async function download() {
    setState("asking");
    setFailure(null);
    try {
      // not for the cache: it is asked for once, to be saved
      const { data } = await client.query({ query: OwnDataDocument, fetchPolicy: "no-cache" });
      if (data) saveFile(new Blob([data.ownData], { type: "application/json" }), t("data.file"));
      setState("done");
    } catch (error) {
      setFailure(error);
      setState("idle");
    }
  }

  return (
    <div className={classes.download}>
      <Button
        variant="default"
        leftSection={<IconDownload size={16} stroke={1.6} aria-hidden />}
        loading={state === "asking"}
        onClick={() => void download()}
      >
        {t("data.download")}
      </Button>
      <div role="status">{state === "done" ? <Mark kind="good">{t("data.done")}</Mark> : null}</div>
      {failure ? <p role="alert">{words(failure)}</p> : null}
    </div>
  );
}
