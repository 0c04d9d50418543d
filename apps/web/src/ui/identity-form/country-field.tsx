import { Select, type SelectProps } from "@mantine/core";
import { countryCodes, countryName, parseCountry } from "@usher/rules/country";
import { wordKey } from "@usher/rules/word-key";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { LanguageCode } from "../../i18n/languages";

interface Props extends Omit<SelectProps, "data" | "onChange" | "value"> {
  /** ISO 3166-1 alpha-2; empty for none. */
  value: string;
  onChange: (code: string) => void;
}

/** One of all countries, by what the reader's language calls them, found however it is cased and accented. */
export function CountryField({ value, onChange, onBlur, ...rest }: Props) {
  const { t, i18n } = useTranslation("identity");
  const language = i18n.language as LanguageCode;
  const countries = useMemo(() => {
    const { compare } = new Intl.Collator(language);
    return countryCodes
      .map((code) => ({ value: code, label: countryName(code, language) }))
      .sort((a, b) => compare(a.label, b.label));
  }, [language]);
  return (
    <Select
      {...rest}
      data={countries}
      value={value || null}
      onChange={(code) => onChange(code ?? "")}
      searchable
      openOnFocus={false}
      allowDeselect={false}
      selectFirstOptionOnChange
      filter={({ search }) => matching(search, countries)}
      nothingFoundMessage={t("noCountry")}
      comboboxProps={{ shadow: "md", transitionProps: { duration: 0 } }}
      onBlur={(event) => {
        const code = meant(event.currentTarget.value, countries);
        if (code && code !== value) onChange(code);
        onBlur?.(event);
      }}
    />
  );
}

interface Country {
  value: string;
  label: string;
}

/** Those whose names hold what was typed: first those that begin with it. */
function matching(typed: string, countries: readonly Country[]): Country[] {
  const key = wordKey(typed);
  const found = countries.filter(({ label }) => wordKey(label).includes(key));
  const begins = ({ label }: Country) => wordKey(label).startsWith(key);
  return [...found.filter(begins), ...found.filter((country) => !begins(country))];
}

/** Typed and left without choosing from the list: the only one that fits, or what is called so in any language. */
function meant(typed: string, countries: readonly Country[]): string | undefined {
  if (typed.trim() === "") return undefined;
  const [first, second] = matching(typed, countries);
  if (first && !second) return first.value;
  // a code of few letters is the beginning of many names
  return first && typed.trim().length <= 3 ? undefined : parseCountry(typed);
}
