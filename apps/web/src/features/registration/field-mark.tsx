import { Textarea, UnstyledButton } from "@mantine/core";
import type { IdentityField } from "@usher/rules/identity-fields";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { IdentityAccountFragment } from "../../gql/graphql";
import { useFormat } from "../../i18n/format";
import { languageName, languages } from "../../i18n/languages";
import { useErrorWords } from "../../ui/error-words";
import { useIdentityWords } from "../../ui/identity-form/use-identity-words";
import { personName } from "../../ui/person-name";
import classes from "./field-mark.module.css";
import { reasonProblem, roomLeft } from "./marks";
import { useQuickReasons } from "./quick-reasons";

interface Props {
  field: IdentityField;
  user: IdentityAccountFragment;
  reason: string;
  onChange: (reason: string) => void;
  isChecked: boolean;
}

/** Why a field goes back to the person: one of the usual reasons, or own words (F60). */
export function FieldMark({ field, user, reason, onChange, isChecked }: Props) {
  const { t, i18n } = useTranslation("review");
  const format = useFormat();
  const errorWords = useErrorWords();
  const words = useIdentityWords();
  const quick = useQuickReasons(user.language);
  const choices = useRef<HTMLFieldSetElement>(null);
  const problem = reasonProblem(reason);
  const left = roomLeft(reason);
  const name = personName(user);
  const isOtherLanguage = !languages.some(({ api, code }) => api === user.language && code === i18n.language);

  // whoever marked the field goes on here; what was marked before stands as it was left
  const isNew = useRef(reason === "");
  useEffect(() => {
    if (isNew.current) choices.current?.querySelector("button")?.focus();
  }, []);

  return (
    <div className={classes.mark}>
      <fieldset ref={choices} className={classes.quick} aria-label={t("reason.quick", { field: words.label(field) })}>
        {quick(field).map((each) => (
          <UnstyledButton
            key={each.key}
            className={classes.choice}
            aria-pressed={each.words === reason}
            onClick={() => onChange(each.words)}
          >
            {each.name}
          </UnstyledButton>
        ))}
      </fieldset>
      <Textarea
        id={reasonId(field)}
        label={t("reason.label", { name })}
        aria-label={t("reason.labelFor", { field: words.label(field), name })}
        description={
          left === null
            ? isOtherLanguage
              ? t("reason.language", { name, language: languageName(user.language) })
              : undefined
            : t("reason.left", { count: left, number: format.number(left) })
        }
        value={reason}
        error={problem && (isChecked || problem !== "REQUIRED") ? errorWords(problem) : undefined}
        autosize
        minRows={1}
        maxRows={5}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </div>
  );
}

export const reasonId = (field: IdentityField) => `reason-${field}`;
