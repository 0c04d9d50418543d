import { useQuery } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { IsFoundedDocument } from "../../gql/graphql";
import { useLinkSecret } from "../../ui/link-secret";
import { LoadFailed } from "../../ui/load-failed";
import { PublicPage } from "../../ui/public-page";
import { FoundForm } from "./found-form";

/** The first page of an installation: whoever holds the setup code founds the workspace. */
export function FoundPage() {
  const { t } = useTranslation("workspace");
  const [code, keepCode] = useLinkSecret("/setup");
  const { data, error, refetch } = useQuery(IsFoundedDocument, { fetchPolicy: "network-only" });
  if (error) {
    return (
      <PublicPage title={t("found.title")}>
        <LoadFailed error={error} retry={() => void refetch()} />
      </PublicPage>
    );
  }
  if (!data) return null;
  if (data.isFounded) {
    return (
      <PublicPage title={t("founded.title")} lead={t("founded.text")}>
        <Button component={Link} to="/sign-in" fullWidth size="md">
          {t("founded.signIn")}
        </Button>
      </PublicPage>
    );
  }
  return (
    <PublicPage title={t("found.title")} lead={t("found.lead")}>
      <FoundForm key={code} linkCode={code} onFounded={() => keepCode(null)} />
    </PublicPage>
  );
}
