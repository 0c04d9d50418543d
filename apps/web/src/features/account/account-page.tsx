import { useQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { AccountDocument } from "../../gql/graphql";
import { ListSkeleton } from "../../ui/list-skeleton";
import { LoadFailed } from "../../ui/load-failed";
import { PageHeader } from "../../ui/page-header";
import { RelativeTime } from "../../ui/relative-time";
import { EmailPart } from "./email-part";
import { PasswordPart } from "./password-part";
import { ProfilePart } from "./profile-part";
import { RegistrationPart } from "./registration-part";

/** What people see and change of themselves. Each part is saved by itself. */
export function AccountPage() {
  const { t } = useTranslation("account");
  const { data, error, refetch } = useQuery(AccountDocument, { fetchPolicy: "cache-and-network" });
  const user = data?.viewer?.user;
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={
          user?.lastSignInAt ? (
            <>
              {t("lastSignIn")} <RelativeTime time={user.lastSignInAt} />
            </>
          ) : null
        }
      />
      {error && !user ? <LoadFailed error={error} retry={() => void refetch()} /> : null}
      {!user && !error ? <ListSkeleton rows={6} /> : null}
      {user ? (
        <>
          <ProfilePart user={user} />
          <EmailPart user={user} />
          <PasswordPart user={user} />
          <RegistrationPart user={user} />
        </>
      ) : null}
    </>
  );
}
