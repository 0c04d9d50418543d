import { useTranslation } from "react-i18next";
import { Mark } from "../../ui/mark";
import type { Difference } from "./name-difference";

/** Says in words whether the account has the same name. */
export function NameDifferenceMark({ difference }: { difference: Difference }) {
  const { t } = useTranslation("review");
  switch (difference.kind) {
    case "same":
      return <Mark kind="good">{t("difference.same")}</Mark>;
    case "writtenOtherwise":
      return <Mark kind="quiet">{t("difference.writtenOtherwise", { name: difference.account })}</Mark>;
    case "other":
      return <Mark kind="warn">{t("difference.other", { name: difference.account })}</Mark>;
    case "unknown":
      return <Mark kind="quiet">{t("difference.unknown")}</Mark>;
  }
}
