import { useTranslation } from "react-i18next";
import { WayTabs } from "./way-tabs";

/** The two ways of typing people in: one with all that is known, or several with the little that is needed. */
export function AddTabs() {
  const { t } = useTranslation("create");
  return (
    <WayTabs
      label={t("tabs.label")}
      ways={[
        { to: "/users/new", words: t("tabs.one") },
        { to: "/users/new/several", words: t("tabs.several") },
      ]}
    />
  );
}
