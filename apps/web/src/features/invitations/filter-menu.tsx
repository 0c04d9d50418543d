import { Button, NativeSelect, Popover, Stack } from "@mantine/core";
import { IconFilter } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { NamedSelect } from "../../ui/named-select";
import { attentions, deliveries, type InvitationAddress, type SetInvitationAddress } from "./invitation-filter";
import { useGroupName } from "./use-group-name";

interface Props {
  address: InvitationAddress;
  setAddress: SetInvitationAddress;
  /** Whether the list holds several groups to choose from. */
  offersGroups: boolean;
}

const soon = 48;

/** The filters that are asked for less often than the state. */
export function FilterMenu({ address, setAddress, offersGroups }: Props) {
  const { t } = useTranslation("invitations");
  const waits = address.expiring === null ? (address.attention ?? "") : "expiring";
  return (
    <Popover position="bottom-end" width={300} trapFocus shadow="md" withinPortal>
      <Popover.Target>
        <Button
          variant="default"
          px={12}
          leftSection={<IconFilter size={16} stroke={1.6} aria-hidden />}
          aria-haspopup="dialog"
        >
          {t("filter.open")}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t("filter.open")}>
        <Stack gap="sm">
          {offersGroups ? <GroupFilter address={address} setAddress={setAddress} /> : null}
          <NativeSelect
            label={t("column.mail")}
            value={address.delivery ?? ""}
            data={[
              { value: "", label: t("filter.any") },
              ...deliveries.map((each) => ({ value: each, label: t(`filter.${each}`) })),
            ]}
            onChange={({ currentTarget: { value } }) =>
              void setAddress({ delivery: (value || null) as InvitationAddress["delivery"] })
            }
          />
          <NativeSelect
            label={t("filter.waits")}
            value={waits}
            data={[
              { value: "", label: t("filter.any") },
              ...attentions.map((each) => ({ value: each, label: t(`attention.${each}`) })),
              { value: "expiring", label: t("filter.expiring", { count: soon }) },
            ]}
            onChange={({ currentTarget: { value } }) =>
              void setAddress({
                expiring: value === "expiring" ? soon : null,
                attention: value === "expiring" ? null : ((value || null) as InvitationAddress["attention"]),
              })
            }
          />
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

function GroupFilter({ address, setAddress }: Omit<Props, "offersGroups">) {
  const { t } = useTranslation("invitations");
  const name = useGroupName(address.group);
  return (
    <NamedSelect
      kind="group"
      label={t("form.groups")}
      placeholder={t("filter.any")}
      value={address.group}
      chosen={address.group && name ? { id: address.group, name } : null}
      onChange={(group) => void setAddress({ group })}
      isInPopover
    />
  );
}
