import { useApolloClient, useQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { Navigate, useNavigate, useSearchParams } from "react-router";
import { enter } from "../../apollo/enter";
import { SignInPageDocument } from "../../gql/graphql";
import { LoadFailed } from "../../ui/load-failed";
import { PublicPage } from "../../ui/public-page";
import { returnPath } from "./return-path";
import { SignInForm } from "./sign-in-form";

export function SignInPage() {
  const { t } = useTranslation("session");
  const client = useApolloClient();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const { data, error, refetch } = useQuery(SignInPageDocument, { fetchPolicy: "network-only" });
  if (data && !data.isFounded) return <Navigate to="/setup" replace />;
  return (
    <PublicPage name={data?.workspace?.name} title={t("signIn.title")}>
      {error ? <LoadFailed error={error} retry={() => void refetch()} /> : null}
      <SignInForm
        withForgot
        onSignedIn={async (viewer) => {
          await enter(client, viewer);
          await navigate(returnPath(search.get("to")), { replace: true });
        }}
      />
    </PublicPage>
  );
}
