import { Switch } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useInHand } from "../wizard/import-context";
import type { Open } from "../wizard/wizard-state";
import classes from "./create-missing.module.css";

/** What happens with names of companies, groups, teams and labels that the workspace does not have yet. */
export function CreateMissing({ wizard }: { wizard: Open }) {
  const { t } = useTranslation("import");
  const { wizard: desk } = useInHand();
  return (
    <section aria-labelledby="new-names" className={classes.root}>
      <h2 id="new-names" className={classes.title}>
        {t("missing.title")}
      </h2>
      <Switch
        label={t("missing.label")}
        description={wizard.draft.createMissing ? t("missing.on") : t("missing.off")}
        checked={wizard.draft.createMissing}
        onChange={(event) =>
          desk.dispatch({ type: "options", options: { createMissing: event.currentTarget.checked } })
        }
      />
    </section>
  );
}
