import { useTranslation } from "react-i18next";
import { AddressesField } from "./addresses-field";
import { AddressesSummary } from "./addresses-summary";
import type { InviteAim } from "./invite-aim";
import { type InviteFormState, useAddressError } from "./use-invite-form";

/** Whom: the addresses, each with its mark, and what will come of them (F5, F10). */
export function AddressesPart({ state, aim }: { state: InviteFormState; aim: InviteAim }) {
  const { t } = useTranslation("invitations");
  const { form, known, counts } = state;
  const { entries, typed, groups } = form.values;
  const error = useAddressError(state);
  return (
    <div>
      <AddressesField
        id={form.idOf("entries")}
        label={t("form.addresses")}
        error={error}
        entries={entries}
        typed={typed}
        known={known}
        onChange={state.setAddresses}
        onLeave={state.leaveAddresses}
      />
      <AddressesSummary counts={counts} aim={aim} withGroups={groups.length > 0} onRemoveBad={state.removeBad} />
    </div>
  );
}
