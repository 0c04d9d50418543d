import { useTranslation } from "react-i18next";
import type { InvitationRowFragment } from "../../gql/graphql";
import type { SetFilter } from "../../ui/filter-chips";
import { personName } from "../../ui/person-name";
import type { InvitationAddress, SetInvitationAddress } from "./invitation-filter";
import { useGroupName } from "./use-group-name";

/** The filters that have no chip of their own, in words, as long as they are set. `me`: whoever has one. */
export function useSetFilters(
  address: InvitationAddress,
  setAddress: SetInvitationAddress,
  rows: readonly InvitationRowFragment[],
  me: string,
): SetFilter[] {
  const { t } = useTranslation("invitations");
  const { delivery, attention, expiring, inviter, group, import: importId } = address;
  const groupName = useGroupName(group);
  const set: SetFilter[] = [];
  const add = (key: "delivery" | "attention" | "expiring" | "inviter" | "import" | "group", words: string) =>
    set.push({ key, words, remove: () => void setAddress({ [key]: null }) });
  if (group) add("group", groupName ? t("filter.group", { name: groupName }) : t("filter.someGroup"));
  if (delivery) add("delivery", t(`filter.${delivery}`));
  if (attention) add("attention", t(`attention.${attention}`));
  if (expiring !== null) add("expiring", t("filter.expiring", { count: expiring }));
  if (inviter && inviter !== me) {
    // whoever passed the filter knows the name behind the id
    const known = rows.find((row) => row.inviter?.id === inviter)?.inviter;
    add("inviter", known ? t("filter.inviter", { name: personName(known) }) : t("filter.someInviter"));
  }
  if (importId) add("import", t("filter.import"));
  return set;
}
