import { Anchor, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useViewer } from "../apollo/viewer";

/** Nobody may believe that a mail is on its way which stays on this machine. */
export function KeptInInbox() {
  const { t } = useTranslation();
  const { workspace, can } = useViewer();
  if (workspace.mailDelivery !== "INBOX") return null;
  return (
    <Text size="sm" c="dimmed" mb="sm">
      {t("keptInInbox.text")}{" "}
      {can.readInbox ? (
        <Anchor component={Link} to="/inbox" inherit underline="always">
          {t("keptInInbox.open")}
        </Anchor>
      ) : null}
    </Text>
  );
}
