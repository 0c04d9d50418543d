import { type ReactNode, useState } from "react";
import { turnPage } from "../../ui/arrival";
import { addAddresses } from "./address-entry";
import type { InviteAim } from "./invite-aim";
import { InviteForm } from "./invite-form";
import { InviteOutcome, type Outcome } from "./invite-outcome";

interface Props {
  aim: InviteAim;
  header: ReactNode;
  /** Addresses that the page before handed over. */
  given: readonly string[];
}

/** The form under its heading, then what came of it; and again, beginning with what was refused. */
export function InviteRounds({ aim, header, given }: Props) {
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [kept, setKept] = useState(() => addAddresses([], given.join("\n")));
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
