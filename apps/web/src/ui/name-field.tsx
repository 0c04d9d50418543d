import { Autocomplete, TagsInput } from "@mantine/core";
import { useState } from "react";
import { type NameKind, useNameSuggestions } from "../apollo/names";
import { NewNames } from "./new-names";

interface Props<V> {
  id: string;
  kind: NameKind;
  label: string;
  description?: string;
  value: V;
  error?: string;
  /** Those that do not exist yet. */
  fresh: readonly string[];
  onChange: (value: V) => void;
}

/** One name: those that exist are offered, another is made. */
export function NameField({ kind, value, fresh, onChange, ...rest }: Props<string>) {
  const suggestions = useNameSuggestions(kind, value);
  return (
    <div>
      <Autocomplete
        {...rest}
        data={suggestions}
        value={value}
        onChange={onChange}
        comboboxProps={{ shadow: "md", transitionProps: { duration: 0 } }}
        autoComplete="off"
      />
      <NewNames names={fresh} />
    </div>
  );
}

/** Several names. */
export function NamesField({ kind, value, fresh, onChange, ...rest }: Props<string[]>) {
  const [search, setSearch] = useState("");
  const suggestions = useNameSuggestions(kind, search);
  return (
    <div>
      <TagsInput
        {...rest}
        data={suggestions}
        value={value}
        onChange={onChange}
        searchValue={search}
        onSearchChange={setSearch}
        acceptValueOnBlur
        splitChars={[",", ";", "/"]}
        comboboxProps={{ shadow: "md", transitionProps: { duration: 0 } }}
        autoComplete="off"
      />
      <NewNames names={fresh} />
    </div>
  );
}
