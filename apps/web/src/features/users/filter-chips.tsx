import { UnstyledButton } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { UserRowFragment } from "../../gql/graphql";
import { languageName } from "../../i18n/languages";
import classes from "./filter-chips.module.css";
import type { MoreFilter, SetUserAddress, UserAddress } from "./user-filter";

interface Props {
  address: UserAddress;
  setAddress: SetUserAddress;
  set: readonly MoreFilter[];
  /** Whoever passed the filters knows the names behind their ids. */
  rows: readonly UserRowFragment[];
}

/** The filters that are set behind the Filter button, each with its way out. */
export function FilterChips({ address, setAddress, set, rows }: Props) {
  const { t } = useTranslation("manage");
  const { t: ti } = useTranslation("identity");
  const [row] = rows;
  const words: Record<MoreFilter, () => string> = {
    company: () => row?.company?.name ?? t("filter.company"),
    group: () => row?.groups.find(({ group }) => group.id === address.group)?.group.name ?? t("filter.group"),
    team: () => row?.team?.name ?? t("filter.team"),
    label: () => row?.label?.name ?? t("filter.label"),
    language: () => (address.language ? languageName(address.language) : ""),
    delivery: () => t(`delivery.${address.delivery ?? "SENT"}`),
    identity: () => t("chip.identity", { status: ti(`status.${address.identity ?? "NONE"}`) }),
    attention: () => (address.attention === "SEAT_LIMIT" ? t("chip.seat") : t("chip.attention")),
    expiring: () => t("chip.expiring", { count: address.expiring ?? 0 }),
    deleting: () => t("chip.deleting", { count: address.deleting ?? 0 }),
    import: () => t("chip.import"),
  };
  if (set.length === 0) return null;
  return (
    <div className={classes.chips}>
      {set.map((name) => (
        <UnstyledButton
          key={name}
          className={classes.chip}
          aria-label={t("chip.remove", { name: words[name]() })}
          onClick={() => void setAddress({ [name]: null })}
        >
          {words[name]()}
          <IconX size={14} stroke={1.8} aria-hidden />
        </UnstyledButton>
      ))}
    </div>
  );
}
