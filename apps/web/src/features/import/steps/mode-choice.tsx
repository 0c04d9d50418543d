import { Radio } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { AddMode } from "../../../gql/graphql";
import { useInHand } from "../wizard/import-context";
import type { Open } from "../wizard/wizard-state";
import classes from "./mode-choice.module.css";

/** Import and invite, or import and create (F35). */
export function ModeChoice({ wizard: { draft } }: { wizard: Open }) {
  const { t } = useTranslation("import");
  const { wizard: desk } = useInHand();
  return (
    <Radio.Group
      label={t("mode.label")}
      value={draft.mode}
      onChange={(mode) => desk.dispatch({ type: "options", options: { mode: mode as AddMode } })}
    >
      <div className={classes.choices}>
        <Radio value="INVITE" label={t("mode.INVITE")} description={t("mode.inviteHelp")} />
        <Radio value="CREATE" label={t("mode.CREATE")} description={t("mode.createHelp")} />
      </div>
    </Radio.Group>
  );
}
