import { NativeSelect, TextInput } from "@mantine/core";
import { documentKinds } from "@usher/rules/document-kind";
import type { IdentityField as Field } from "@usher/rules/identity-fields";
import { parsePhone, spacedPhone } from "@usher/rules/phone";
import { useTranslation } from "react-i18next";
import { BirthdayField } from "./birthday-field";
import { CountryField } from "./country-field";
import classes from "./identity-form.module.css";
import type { IdentityFieldsState } from "./use-identity-fields";
import { useIdentityWords } from "./use-identity-words";

/** What browsers offer to fill in. */
const autoComplete: Partial<Record<Field, string>> = {
  legalFirstName: "given-name",
  legalLastName: "family-name",
  dateOfBirth: "bday",
  phone: "tel",
  street: "street-address",
  postalCode: "postal-code",
  city: "address-level2",
  // the field shows names, not codes
  country: "country-name",
};

const reasonFirst: ("label" | "description" | "input" | "error")[] = ["label", "description", "input", "error"];

interface Props {
  field: Field;
  fields: IdentityFieldsState;
  size?: "sm" | "md";
}

/** One field of an identity: its label, what is wrong with it, why it was rejected, and what helps to fill it in. */
export function IdentityField({ field, fields, size = "sm" }: Props) {
  const { t } = useTranslation("identity");
  const words = useIdentityWords();
  const { identity, values } = fields;
  const home = identity.country ?? identity.nationality;
  const value = values[field];

  if (fields.isLocked(field)) {
    const known = identity[field];
    return (
      <div className={classes.locked}>
        <span className={classes.lockedLabel}>{words.label(field)}</span>
        <span>{known ? words.shownValue(field, known) : value}</span>
      </div>
    );
  }

  const problem = fields.problemOf(field);
  const reason = fields.reasonOf(field);
  // what is wrong with a date says how to write it
  const help = problem && field === "dateOfBirth" ? undefined : words.help(field, identity.country, home);
  const isRequired = fields.asked[field] === "REQUIRED";
  const shared = {
    id: fields.idOf(field),
    name: field,
    size,
    label: (
      <>
        {words.label(field)}
        {isRequired ? null : <span className={classes.optional}>{t("optional")}</span>}
      </>
    ),
    "aria-required": isRequired || undefined,
    autoComplete: fields.isOwn ? (autoComplete[field] ?? "off") : "off",
    error: problem && words.problem(problem, home, fields.isOwn),
    description: help,
    onBlur: () => {
      if (value !== "") fields.leave(field);
    },
    ...(reason !== undefined && {
      description: (
        <>
          <span className={classes.reason}>{t("reason", { reason })}</span>
          {help}
        </>
      ),
      // why it came back is read before the field is changed
      inputWrapperOrder: reasonFirst,
    }),
  };
  const onChange = (typed: string) => fields.set(field, typed);
  const onType = (event: { currentTarget: { value: string } }) => onChange(event.currentTarget.value);

  /** With its country's code a number means the same whatever is said of the address later. */
  function addCountryCode() {
    const number = parsePhone(value, home);
    if (number.ok) onChange(spacedPhone(number.phone));
  }

  switch (field) {
    case "dateOfBirth":
      return <BirthdayField {...shared} value={value} onChange={onChange} />;
    case "nationality":
    case "country":
      return <CountryField {...shared} value={value} onChange={onChange} />;
    case "documentKind":
      return (
        <NativeSelect
          {...shared}
          value={value}
          onChange={onType}
          data={[
            { value: "", label: t("choose") },
            ...documentKinds.map((kind) => ({ value: kind, label: t(`documentKind.${kind}`) })),
          ]}
        />
      );
    case "phone":
      return (
        <TextInput
          {...shared}
          type="tel"
          value={value}
          onChange={onType}
          onBlur={() => {
            addCountryCode();
            shared.onBlur();
          }}
          onKeyDown={(event) => {
            // goes on without leaving the field
            if (event.key === "Enter") addCountryCode();
          }}
        />
      );
    default:
      return (
        <TextInput
          {...shared}
          value={value}
          onChange={onType}
          spellCheck={false}
          autoCapitalize={field === "documentNumber" || field === "postalCode" ? "characters" : undefined}
        />
      );
  }
}
