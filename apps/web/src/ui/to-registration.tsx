import { Anchor } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useViewer } from "../apollo/viewer";

/** Above a page of the section: the way back to its options. Who reached the page without the section came from the list of users. */
export function ToRegistration() {
  const { t } = useTranslation("registration");
  const { t: tc } = useTranslation();
  const { can } = useViewer();
  return (
    <Anchor component={Link} to={can.openUserRegistration ? "/registration" : "/users"} size="sm">
      {can.openUserRegistration ? t("title") : tc("nav.users")}
    </Anchor>
  );
}
