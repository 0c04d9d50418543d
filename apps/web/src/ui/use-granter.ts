import { useTranslation } from "react-i18next";
import { useViewer } from "../apollo/viewer";

/** Who gives permissions, as a sentence to end an explanation with. `count`: of how many it speaks. */
export function useGranter(count = 1): string {
  const { t } = useTranslation("permissions");
  const { founderName } = useViewer();
  return founderName ? t("granter.named", { count, name: founderName }) : t("granter.unnamed", { count });
}
