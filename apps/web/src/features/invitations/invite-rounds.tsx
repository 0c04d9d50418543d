import { type ReactNode, useState } from "react";
import { turnPage } from "../../ui/arrival";
import type { AddressEntry } from "./address-entry";
import type { InviteAim } from "./invite-aim";
import { InviteForm } from "./invite-form";
import { InviteOutcome, type Outcome } from "./invite-outcome";

/** The form under its heading, then what came of it; and again, beginning with what was refused. */
export function InviteRounds({ aim, header }: { aim: InviteAim; header: ReactNode }) {
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [kept, setKept] = useState<AddressEntry[]>([]);
  const [round, setRound] = useState(0);

  if (outcome) {
    return (
      <InviteOutcome
        aim={aim}
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
      {header}
      <InviteForm
        key={round}
        aim={aim}
        kept={kept}
        onInvited={(came) => {
          turnPage();
          setOutcome(came);
        }}
      />
    </>
  );
}
