import { useQuery } from "@apollo/client/react";
import { Anchor } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { isHidden } from "../../apollo/failure";
import { useViewer, type Viewer } from "../../apollo/viewer";
import { type AccountBesideFragment, IdentityNowDocument, type IdentityNowQuery } from "../../gql/graphql";
import { turnPage } from "../../ui/arrival";
import { EmptyState } from "../../ui/empty-state";
import { ListSkeleton } from "../../ui/list-skeleton";
import { LoadFailed } from "../../ui/load-failed";
import { PersonalAsk } from "./personal-ask";
import { PersonalClosed } from "./personal-closed";
import { PersonalDone } from "./personal-done";
import { PersonalForm } from "./personal-form";
import { PersonalFrame, useListPath } from "./personal-frame";

/** User registration > Register personal information > one person: guided steps beside what the account says (F59). */
export function PersonalOnePage() {
  const { userId = "" } = useParams();
  return <Loaded key={userId} userId={userId} />;
}

function Loaded({ userId }: { userId: string }) {
  const { t } = useTranslation("review");
  // how far it is; what it says is asked for once that is needed
  const { data, error, refetch } = useQuery(IdentityNowDocument, {
    variables: { userId },
    fetchPolicy: "network-only",
    nextFetchPolicy: "cache-first",
  });
  const listPath = useListPath();
  const user = data?.identity.user;
  if (data && user) return <One identity={data.identity} user={user} />;
  if (!data && !error) return <ListSkeleton rows={6} />;
  if (error && !isHidden(error)) return <LoadFailed error={error} retry={() => void refetch()} />;
  return (
    <EmptyState
      wholePage
      title={t("gone.title")}
      actions={
        <Anchor component={Link} to={listPath} size="sm">
          {t("personal.back")}
        </Anchor>
      }
    >
      {t("gone.text")}
    </EmptyState>
  );
}

/** Why nothing can be registered; null where it can (F53, F56). */
function whyNot(user: AccountBesideFragment, viewer: Viewer["user"]) {
  if (user.status === "DEACTIVATED") return "deactivated";
  if (viewer.userType === "FOUNDER") return null;
  if (user.id === viewer.id) return "own";
  return user.userType === "FOUNDER" ? "founder" : null;
}

function One({ identity, user }: { identity: IdentityNowQuery["identity"]; user: AccountBesideFragment }) {
  const { user: viewer } = useViewer();
  const [isOpen, setOpen] = useState(false);
  const [isDone, setDone] = useState(false);
  const hindrance = whyNot(user, viewer);
  const asksFirst = identity.status === "SUBMITTED" || identity.status === "VALIDATED";
  // once the form stands it stays, whatever becomes of the identity meanwhile
  if (!isOpen && !hindrance && !asksFirst) setOpen(true);

  if (isDone) return <PersonalDone user={user} />;
  if (isOpen) {
    return (
      <PersonalForm
        identity={identity}
        user={user}
        onDone={() => {
          turnPage();
          setDone(true);
        }}
      />
    );
  }
  return (
    <PersonalFrame user={user}>
      {hindrance ? (
        <PersonalClosed hindrance={hindrance} user={user} />
      ) : (
        <PersonalAsk
          identity={identity}
          user={user}
          onOpen={() => {
            turnPage();
            setOpen(true);
          }}
        />
      )}
    </PersonalFrame>
  );
}
