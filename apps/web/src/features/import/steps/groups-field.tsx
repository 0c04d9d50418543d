import { TagsInput } from "@mantine/core";
import { limits } from "@usher/rules/limits";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useKnownNames } from "./use-known-names";

interface Props {
  label: string;
  description: string;
  value: string[];
  onChange: (value: string[]) => void;
}

/** Several groups, parted as in a file: by a slash, or Enter. */
export function GroupsField({ value, onChange, label, description }: Props) {
  const { t } = useTranslation("import");
  const [typed, setTyped] = useState("");
  const [near, setNear] = useState(false);
  const names = useKnownNames("groups", typed, near);
  return (
    <TagsInput
      label={label}
      description={description}
      value={value}
      onChange={(groups) => onChange(groups.map((group) => group.trim()).filter(Boolean))}
      searchValue={typed}
      onSearchChange={setTyped}
      onFocus={() => setNear(true)}
      splitChars={["/"]}
      acceptValueOnBlur
      maxTags={limits.groupsPerPerson}
      placeholder={value.length === 0 ? t("defaults.groupsPlaceholder") : undefined}
      data={names}
    />
  );
}
