import { Select } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { type Named, type NameKind, useNamed } from "../apollo/names";

interface Props {
  kind: NameKind;
  label: string;
  /** Only for screen readers: what stands beside says it to others. */
  hidesLabel?: boolean;
  /** What an empty field means. */
  placeholder?: string;
  description?: ReactNode;
  id?: string;
  error?: string;
  /** What `value` is: an id, or the name itself, which is as unique. */
  by?: "id" | "name";
  value: string | null;
  /** The chosen one, where it may be none of those that were searched for. */
  chosen?: Pick<Named, "id" | "name"> | null;
  onChange: (value: string | null, name: string | null) => void;
  /** Inside a popover, whose focus trap knows nothing of portals. */
  isInPopover?: boolean;
}

/** Chooses one of those that exist; the server searches while one types. */
export function NamedSelect(props: Props) {
  const { kind, by = "id", value, chosen = null, label, hidesLabel, onChange, isInPopover = false, ...rest } = props;
  const { t } = useTranslation();
  const [typed, setTyped] = useState("");
  const name = by === "name" ? value : chosen?.id === value ? chosen.name : null;
  // who opens the list again wants to see the others too
  const found = useNamed(kind, typed === name ? "" : typed);
  const options = found.map((each) => ({ value: each[by], label: each.name }));
  const isListed = options.some((option) => option.value === value);
  return (
    <Select
      {...rest}
      {...(hidesLabel ? { "aria-label": label } : { label })}
      data={value && name && !isListed ? [{ value, label: name }, ...options] : options}
      value={value}
      onChange={(chosen, option) => onChange(chosen, option?.label ?? null)}
      searchable
      openOnFocus={false}
      // the server has searched, whatever the case and accents
      filter={({ options }) => options}
      clearable
      // for the keyboard and for screen readers too, from which Mantine hides it
      clearButtonProps={{
        "aria-label": t("named.clear", { name: label }),
        "aria-hidden": false,
        tabIndex: 0,
        size: "24px",
      }}
      searchValue={typed}
      onSearchChange={(text) => {
        setTyped(text);
        if (text === "" && typed !== "" && value) onChange(null, null);
      }}
      nothingFoundMessage={t("named.nothing")}
      comboboxProps={{ shadow: "md", withinPortal: !isInPopover, transitionProps: { duration: 0 } }}
      autoComplete="off"
    />
  );
}
