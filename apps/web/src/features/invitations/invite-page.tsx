import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useViewer } from "../../apollo/viewer";
import { turnPage } from "../../ui/arrival";
import { EmptyState } from "../../ui/empty-state";
import { PageHeader } from "../../ui/page-header";
import type { AddressEntry } from "./address-entry";
import { InviteForm } from "./invite-form";
import { InviteOutcome, type Outcome } from "./invite-outcome";

/** Users > Invitations > Invite (F4): the form, and then what came of it. */
export function InvitePage() {
  const { t } = useTranslation("invitations");
  const { can } = useViewer();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [kept, setKept] = useState<AddressEntry[]>([]);
  const [round, setRound] = useState(0);

  if (!can.add)
    return (
      <EmptyState wholePage title={t("notAllowed.title")}>
        {t("notAllowed.text")}
      </EmptyState>
    );
  if (outcome) {
    return (
      <InviteOutcome
        outcome={outcome}
        onMore={(refused) => {
          turnPage();
          setKept(refused);
          setRound(round + 1);
          setOutcome(null);
        }}
      />
    );
  }
  return (
    <>
      <PageHeader title={t("invite")} lead={t("form.lead")} />
      <InviteForm
        key={round}
        kept={kept}
        onInvited={(outcome) => {
          turnPage();
          setOutcome(outcome);
        }}
      />
    </>
  );
}
