import { Anchor } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";

/** Above a page of the section: the way back to its options. */
export function ToRegistration() {
  const { t } = useTranslation("registration");
  return (
    <Anchor component={Link} to="/registration" size="sm">
      {t("title")}
    </Anchor>
  );
}
