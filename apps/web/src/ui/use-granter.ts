import { useTranslation } from "react-i18next";
import { useViewer } from "../apollo/viewer";

/** Who gives permissions, as a sentence to end an explanation with. */
export function useGranter(): string {
  const { t } = useTranslation("permissions");
  const { founderName } = useViewer();
  return founderName ? t("granter.named", { name: founderName }) : t("granter.unnamed");
}
