import { Autocomplete } from "@mantine/core";
import { limits } from "@usher/rules/limits";
import { useState } from "react";
import { type NameKind, useKnownNames } from "./use-known-names";

interface Props {
  kind: NameKind;
  label: string;
  required?: boolean;
  description?: string;
  value: string;
  onChange: (value: string) => void;
}

/** A name that may exist already: what is there is offered, so that it is written the same way. */
export function NameField({ kind, ...field }: Props) {
  const [near, setNear] = useState(false);
  const names = useKnownNames(kind, field.value, near);
  return (
    <Autocomplete
      {...field}
      onFocus={() => setNear(true)}
      maxLength={limits.company}
      data={names}
      filter={({ options }) => options}
    />
  );
}
