import { Button, NativeSelect, Popover, Stack } from "@mantine/core";
import { IconFilter } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { languageName } from "../../i18n/languages";
import { NamedSelect } from "../../ui/named-select";
import { deliveries, identityStatuses, type SetUserAddress, type UserAddress, userLanguages } from "./user-filter";

interface Props {
  address: UserAddress;
  setAddress: SetUserAddress;
  /** How many of its filters are set. */
  count: number;
}

/** The filters that are asked for less often than status and type. */
export function FilterMenu({ address, setAddress, count }: Props) {
  const { t } = useTranslation("manage");
  const { t: ti } = useTranslation("identity");
  const kinds = ["company", "group", "team", "label"] as const;
  return (
    <Popover position="bottom-end" width={300} trapFocus shadow="md" withinPortal>
      <Popover.Target>
        <Button
          variant="default"
          px={12}
          leftSection={<IconFilter size={16} stroke={1.6} aria-hidden />}
          aria-haspopup="dialog"
        >
          {count > 0 ? t("filter.openSet", { count }) : t("filter.open")}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t("filter.open")}>
        <Stack gap="sm">
          {kinds.map((kind) => (
            <NamedSelect
              key={kind}
              kind={kind}
              label={t(`filter.${kind}`)}
              placeholder={t("filter.any")}
              isInPopover
              value={address[kind]}
              onChange={(id) => void setAddress({ [kind]: id })}
            />
          ))}
          <NativeSelect
            label={t("filter.language")}
            value={address.language ?? ""}
            data={[
              { value: "", label: t("filter.any") },
              ...userLanguages.map((each) => ({ value: each, label: languageName(each) })),
            ]}
            onChange={({ currentTarget: { value } }) =>
              void setAddress({ language: (value || null) as UserAddress["language"] })
            }
          />
          <NativeSelect
            label={t("filter.delivery")}
            value={address.delivery ?? ""}
            data={[
              { value: "", label: t("filter.any") },
              ...deliveries.map((each) => ({ value: each, label: t(`delivery.${each}`) })),
            ]}
            onChange={({ currentTarget: { value } }) =>
              void setAddress({ delivery: (value || null) as UserAddress["delivery"] })
            }
          />
          <NativeSelect
            label={t("filter.identity")}
            value={address.identity ?? ""}
            data={[
              { value: "", label: t("filter.any") },
              ...identityStatuses.map((each) => ({ value: each, label: ti(`status.${each}`) })),
            ]}
            onChange={({ currentTarget: { value } }) =>
              void setAddress({ identity: (value || null) as UserAddress["identity"] })
            }
          />
          <NativeSelect
            label={t("filter.waits")}
            value={waitingOf(address)}
            data={[
              { value: "", label: t("filter.any") },
              { value: "NEW_LINK_ASKED", label: t("chip.attention") },
              { value: "SEAT_LIMIT", label: t("chip.seat") },
              { value: "expiring", label: t("chip.expiring", { count: 24 }) },
              { value: "deleting", label: t("chip.deleting", { count: 30 }) },
            ]}
            onChange={({ currentTarget: { value } }) =>
              void setAddress({
                attention: value === "NEW_LINK_ASKED" || value === "SEAT_LIMIT" ? value : null,
                expiring: value === "expiring" ? 24 : null,
                deleting: value === "deleting" ? 30 : null,
              })
            }
          />
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

function waitingOf({ attention, expiring, deleting }: UserAddress): string {
  if (attention) return attention;
  if (expiring !== null) return "expiring";
  return deleting === null ? "" : "deleting";
}
