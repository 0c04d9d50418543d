import { Anchor } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useSignOut } from "../../apollo/use-sign-out";
import { useViewer } from "../../apollo/viewer";

/** Where else one can go from here. */
export function Ways() {
  const { t } = useTranslation();
  const { mustRegister } = useViewer();
  const signOut = useSignOut();
  return (
    <>
      {mustRegister ? null : (
        <Anchor component={Link} to="/" inherit c="dimmed">
          {t("nav.home")}
        </Anchor>
      )}
      <Anchor component={Link} to="/account" inherit c="dimmed">
        {t("myAccount")}
      </Anchor>
      <Anchor component="button" type="button" inherit c="dimmed" onClick={() => void signOut()}>
        {t("signOut")}
      </Anchor>
    </>
  );
}
