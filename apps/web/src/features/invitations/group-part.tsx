import { Anchor, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useViewer } from "../../apollo/viewer";
import { NameField } from "../../ui/name-field";
import { NamedSelect } from "../../ui/named-select";
import { RolesField } from "../../ui/roles-field";
import type { InviteAim } from "./invite-aim";
import classes from "./invite-form.module.css";
import type { InviteFormState } from "./use-invite-form";

interface Props extends Pick<InviteFormState, "form" | "fresh"> {
  aim: Extract<InviteAim, { kind: "group" }>;
}

/** What they will be in this one group: roles and a label, and nothing of the workspace's (F6). */
export function GroupPart({ form, fresh, aim }: Props) {
  const { t } = useTranslation("invitations");
  const { t: tc } = useTranslation();
  const { can } = useViewer();
  const { values } = form;
  const label = {
    id: form.idOf("label"),
    kind: "label" as const,
    label: `${t("form.label")} (${tc("optional")})`,
    error: form.errorOf("label"),
  };
  return (
    <fieldset className={classes.part}>
      <legend>{t("form.inGroup")}</legend>
      <RolesField
        id={form.idOf("roles")}
        label={t("form.rolesIn", { group: aim.name })}
        description={aim.giveRoles.length > 1 ? undefined : t("form.rolesLearner")}
        error={form.errorOf("roles")}
        offered={aim.giveRoles}
        value={values.roles}
        onChange={(roles) => form.set("roles", roles)}
      />
      <div className={classes.short}>
        {can.add ? (
          <NameField {...label} fresh={fresh.label} value={values.label} onChange={(name) => form.set("label", name)} />
        ) : (
          <NamedSelect
            {...label}
            by="name"
            placeholder={t("form.noLabel")}
            value={values.label || null}
            onChange={(name) => form.set("label", name ?? "")}
          />
        )}
      </div>
      {can.add ? (
        <Text size="sm" c="dimmed">
          {t("form.allFields")}{" "}
          <Anchor component={Link} to="/users/invitations/new" inherit underline="always">
            {t("form.allFieldsLink")}
          </Anchor>
        </Text>
      ) : null}
    </fieldset>
  );
}
