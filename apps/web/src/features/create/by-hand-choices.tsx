import { Checkbox, NativeSelect, Radio, SimpleGrid } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useViewer } from "../../apollo/viewer";
import type { ActivationMail, AddMode, Language } from "../../gql/graphql";
import { languages } from "../../i18n/languages";
import { NamesField } from "../../ui/name-field";
import type { ByHandDraft } from "./by-hand-draft";
import classes from "./by-hand-form.module.css";

const modes = { bulk: ["INVITE", "CREATE"], several: ["CREATE", "INVITE"] } as const satisfies Record<
  string,
  AddMode[]
>;
const allRoles = ["LEARNER", "COACH", "ADMINISTRATOR"] as const;

interface Props {
  kind: keyof typeof modes;
  typed: ByHandDraft;
  newGroups: readonly string[];
  onChange: (more: Partial<ByHandDraft>) => void;
}

/** What holds for all rows: how the people are added, in which language, and in bulk also into which groups. */
export function ByHandChoices({ kind, typed, newGroups, onChange }: Props) {
  const { t } = useTranslation("create");
  const { t: tc } = useTranslation();
  const { can, workspace } = useViewer();
  const { mode, activationMail, language, groups, roles } = typed;
  return (
    <>
      <Radio.Group label={t("several.mode")} value={mode} onChange={(chosen) => onChange({ mode: chosen as AddMode })}>
        <div className={classes.choices}>
          {modes[kind].map((each) => (
            <Radio key={each} value={each} label={t(`several.${each}`)} description={t(`several.help.${each}`)} />
          ))}
        </div>
      </Radio.Group>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md" verticalSpacing="md">
        <NativeSelect
          label={t("form.language")}
          value={language}
          data={languages.map(({ api, name }) => ({ value: api, label: name }))}
          onChange={(event) => onChange({ language: event.currentTarget.value as Language })}
        />
        {mode === "CREATE" && workspace.mailDelivery !== "NONE" ? (
          <Radio.Group
            label={t("form.mail")}
            value={activationMail}
            onChange={(mail) => onChange({ activationMail: mail as ActivationMail })}
          >
            <div className={classes.choices}>
              <Radio value="NOW" label={t("mail.NOW")} />
              <Radio value="LATER" label={t("mail.LATER")} />
            </div>
          </Radio.Group>
        ) : null}
      </SimpleGrid>
      {kind === "bulk" ? (
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md" verticalSpacing="md">
          <NamesField
            id="by-hand-groups"
            kind="group"
            fresh={newGroups}
            label={`${t("form.groups")} (${tc("optional")})`}
            description={t("form.groupsHelp")}
            value={groups}
            onChange={(next) => onChange({ groups: next })}
          />
          {groups.length > 0 ? (
            <Checkbox.Group
              label={t("form.roles")}
              description={can.addAdministrators ? t("form.rolesHelp") : t("form.rolesLearner")}
              value={roles}
              onChange={(next) => onChange({ roles: next })}
            >
              <div className={classes.choices}>
                {allRoles
                  .filter((role) => role === "LEARNER" || can.addAdministrators)
                  .map((role) => (
                    <Checkbox key={role} value={role} label={tc(`role.${role}`)} />
                  ))}
              </div>
            </Checkbox.Group>
          ) : null}
        </SimpleGrid>
      ) : null}
    </>
  );
}
