import { Button } from "@mantine/core";
import { IconFlag } from "@tabler/icons-react";
import type { AskedFields, IdentityField } from "@usher/rules/identity-fields";
import { useTranslation } from "react-i18next";
import { useViewer } from "../../apollo/viewer";
import type { ReviewedIdentityQuery } from "../../gql/graphql";
import { askedFields, askedSteps, fieldsOf } from "../../ui/identity-form/identity-values";
import { useIdentityWords } from "../../ui/identity-form/use-identity-words";
import { Mark } from "../../ui/mark";
import { FieldMark } from "./field-mark";
import type { Marks } from "./marks";
import { nameDifference } from "./name-difference";
import { NameDifferenceMark } from "./name-difference-mark";
import classes from "./reviewed-identity.module.css";

type Reviewed = ReviewedIdentityQuery["identity"];

interface Props {
  identity: Reviewed;
  marks: Marks;
  /** Absent: it is only read. */
  onMark?: (field: IdentityField, reason: string | null) => void;
  /** Whether reasons that are missing are said. */
  isChecked: boolean;
}

/** What somebody gave, step by step, each field with what speaks for or against it, and a way to send it back. */
export function ReviewedIdentity({ identity, marks, onMark, isChecked }: Props) {
  const { t } = useTranslation("identity");
  const { workspace } = useViewer();
  const asked = shownFields(askedFields(workspace.identityFields), identity);
  return (
    <div className={classes.root}>
      {askedSteps(asked).map((step) => (
        <section key={step} aria-label={t(`step.${step}`)}>
          <h2 className={classes.title}>{t(`step.${step}`)}</h2>
          <dl className={classes.list}>
            {fieldsOf(asked, step).map((field) => (
              <Row
                key={field}
                field={field}
                identity={identity}
                reason={marks[field] ?? null}
                onMark={onMark && ((reason) => onMark(field, reason))}
                isChecked={isChecked}
              />
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}

/** What is not asked any more and was given all the same is shown too. */
const shownFields = (asked: AskedFields, { values }: Reviewed): AskedFields =>
  Object.fromEntries(
    Object.entries(asked).map(([field, how]) => [
      field,
      how === "HIDDEN" && values?.[field as IdentityField] ? "OPTIONAL" : how,
    ]),
  ) as AskedFields;

interface RowProps {
  field: IdentityField;
  identity: Reviewed;
  reason: string | null;
  onMark?: (reason: string | null) => void;
  isChecked: boolean;
}

function Row({ field, identity, reason, onMark, isChecked }: RowProps) {
  const { t } = useTranslation("review");
  const { t: ti } = useTranslation("identity");
  const words = useIdentityWords();
  const { user, values, reasons } = identity;
  const value = values?.[field] ?? null;
  const difference = user && nameDifference(field, value, user);
  const told = reasons.find((each) => each.field === field);
  return (
    <div className={classes.row} data-marked={reason !== null || undefined}>
      <dt className={classes.label}>{words.label(field)}</dt>
      <dd className={classes.value}>
        {value ? words.shownValue(field, value) : <span className={classes.nothing}>{ti("notGiven")}</span>}
        {difference ? (
          <div>
            <NameDifferenceMark difference={difference} />
          </div>
        ) : null}
        {told ? (
          <div>
            <Mark kind="warn">{t("toldReason", { reason: told.reason })}</Mark>
          </div>
        ) : null}
      </dd>
      {onMark && user ? (
        <dd className={classes.act}>
          {reason === null ? (
            <Button
              variant="subtle"
              color="gray"
              size="compact-sm"
              classNames={{ label: classes.mark }}
              leftSection={<IconFlag size={14} stroke={1.7} aria-hidden />}
              aria-label={t("mark.actionFor", { field: words.label(field) })}
              data-mark
              onClick={() => onMark("")}
            >
              {t("mark.action")}
            </Button>
          ) : (
            <Button
              variant="subtle"
              size="compact-sm"
              aria-label={t("mark.removeFor", { field: words.label(field) })}
              onClick={() => onMark(null)}
            >
              {t("mark.remove")}
            </Button>
          )}
        </dd>
      ) : null}
      {onMark && user && reason !== null ? (
        <dd className={classes.editor}>
          <FieldMark field={field} user={user} reason={reason} onChange={onMark} isChecked={isChecked} />
        </dd>
      ) : null}
    </div>
  );
}
