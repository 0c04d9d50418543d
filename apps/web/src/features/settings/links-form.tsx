import { useTranslation } from "react-i18next";
import type { SettingsFieldsFragment } from "../../gql/graphql";
import { useCodedForm } from "../../ui/use-coded-form";
import { HoursField } from "./hours-field";
import { numberProblem } from "./number-problem";
import { SettingsForm } from "./settings-form";

/** How long links live (F12, F24). */
export function LinksForm({ workspace }: { workspace: SettingsFieldsFragment }) {
  const { t } = useTranslation("settings");
  const form = useCodedForm({
    initial: {
      invitationLifetimeHours: String(workspace.invitationLifetimeHours),
      activationLifetimeHours: String(workspace.activationLifetimeHours),
    },
    labels: {
      invitationLifetimeHours: t("links.invitation"),
      activationLifetimeHours: t("links.activation"),
    },
    check: ({ invitationLifetimeHours, activationLifetimeHours }) => [
      ...numberProblem("invitationLifetimeHours", invitationLifetimeHours),
      ...numberProblem("activationLifetimeHours", activationLifetimeHours),
    ],
  });
  return (
    <SettingsForm
      form={form}
      lead={t("links.lead")}
      toInput={(values) => ({
        invitationLifetimeHours: Number(values.invitationLifetimeHours),
        activationLifetimeHours: Number(values.activationLifetimeHours),
      })}
    >
      <HoursField {...form.field("invitationLifetimeHours")} help={t("links.invitationHelp")} />
      <HoursField {...form.field("activationLifetimeHours")} help={t("links.activationHelp")} />
    </SettingsForm>
  );
}
