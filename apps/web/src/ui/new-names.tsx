import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import { Mark } from "./mark";
import classes from "./new-names.module.css";

/** Says which names would be made, so that a slip of the pen does not become a group. */
export function NewNames({ names }: { names: readonly string[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div role="status" className={names.length > 0 ? classes.line : undefined}>
      {names.length > 0 ? (
        <Mark kind="warn">{t("newNames", { count: names.length, names: format.list([...names]) })}</Mark>
      ) : null}
    </div>
  );
}
