import { useQuery } from "@apollo/client/react";
import { Checkbox } from "@mantine/core";
import { type Asked, type IdentityField, type IdentityStep, identitySteps } from "@usher/rules/identity-fields";
import { useTranslation } from "react-i18next";
import { AwaitingIdentityDocument, type SettingsFieldsFragment } from "../../gql/graphql";
import { useFormat } from "../../i18n/format";
import { Mark } from "../../ui/mark";
import { useCodedForm } from "../../ui/use-coded-form";
import { AskedChoice } from "./asked-choice";
import classes from "./identity-part.module.css";
import { SettingsForm } from "./settings-form";

type Values = { identityRequired: boolean } & Record<IdentityField, Asked>;

/** What a number says little without: asked as long as the number is. */
const neededBy: Partial<Record<IdentityField, IdentityField>> = {
  country: "taxNumber",
  documentKind: "documentNumber",
};

/** Whether people need a validated identity, and what they are asked for (F62). */
export function IdentityPart({ workspace }: { workspace: SettingsFieldsFragment }) {
  const { t } = useTranslation("settings");
  const { t: ti } = useTranslation("identity");
  const asked = Object.fromEntries(workspace.identityFields.map(({ field, asked }) => [field, asked]));
  const form = useCodedForm<Values>({
    initial: { identityRequired: workspace.identityRequired, ...asked } as Values,
    labels: {
      identityRequired: t("identity.required"),
      ...(Object.fromEntries(
        workspace.identityFields.map(({ field }) => [field, ti(`field.${field as IdentityField}`)]),
      ) as Record<IdentityField, string>),
    },
  });
  const { identityRequired } = form.values;

  function choose(field: IdentityField, how: Asked) {
    form.set(field, how);
    for (const [needed, by] of Object.entries(neededBy)) {
      if (by === field && how !== "HIDDEN" && form.values[needed as IdentityField] === "HIDDEN") {
        form.set(needed as IdentityField, how);
      }
    }
  }

  return (
    <SettingsForm
      form={form}
      lead={t("identity.lead")}
      toInput={({ identityRequired, ...fields }) => ({
        identityRequired,
        identityFields: Object.entries(fields).map(([field, asked]) => ({ field, asked })),
      })}
    >
      <div>
        <Checkbox
          id={form.idOf("identityRequired")}
          label={t("identity.required")}
          description={t("identity.requiredHelp")}
          checked={identityRequired}
          onChange={(event) => form.set("identityRequired", event.currentTarget.checked)}
        />
        <div role="status" className={classes.affected}>
          {identityRequired ? <Affected isNew={!workspace.identityRequired} /> : null}
        </div>
      </div>
      {(Object.keys(identitySteps) as IdentityStep[]).map((step) => (
        <section key={step} aria-label={ti(`step.${step}`)}>
          <h2 className={classes.title}>{ti(`step.${step}`)}</h2>
          {identitySteps[step].map((field: IdentityField) => {
            const by = neededBy[field];
            const isNeeded = by !== undefined && form.values[by] !== "HIDDEN";
            return (
              <AskedChoice
                key={field}
                id={form.idOf(field)}
                label={ti(`field.${field}`)}
                help={isNeeded ? t("identity.neededBy", { field: ti(`field.${by}`) }) : undefined}
                mayHide={!isNeeded}
                value={form.values[field]}
                onChange={(how) => choose(field, how)}
              />
            );
          })}
        </section>
      ))}
    </SettingsForm>
  );
}

/** How many people reach less for want of a validated identity. */
function Affected({ isNew }: { isNew: boolean }) {
  const { t } = useTranslation("settings");
  const format = useFormat();
  const { data } = useQuery(AwaitingIdentityDocument, { fetchPolicy: "cache-and-network" });
  if (!data) return null;
  const { countUsers: count } = data;
  const number = format.number(count);
  if (!isNew) return <Mark kind="quiet">{t("identity.waiting", { count, number })}</Mark>;
  return <Mark kind={count > 0 ? "warn" : "good"}>{t("identity.affected", { count, number })}</Mark>;
}
