import { ActionIcon, Button, NativeSelect } from "@mantine/core";
import { IconPlus, IconX } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNewNames } from "../../apollo/names";
import type { GroupRole } from "../../gql/graphql";
import { NameField } from "../../ui/name-field";
import classes from "./memberships-field.module.css";
import type { Membership } from "./user-form-values";

const roles = ["LEARNER", "COACH", "ADMINISTRATOR"] as const;

interface Props {
  id: string;
  value: Membership[];
  error?: string;
  onChange: (value: Membership[]) => void;
}

/** The roles in groups, one a line, and a line to add another. */
export function MembershipsField({ id, value, error, onChange }: Props) {
  const { t } = useTranslation("manage");
  const { t: tc } = useTranslation();
  const [group, setGroup] = useState("");
  const [role, setRole] = useState<GroupRole>("LEARNER");
  const fresh = useNewNames("group", [group]);
  const name = group.trim();
  const isThere = value.some((one) => one.role === role && one.group.toLowerCase() === name.toLowerCase());

  function add() {
    if (name === "" || isThere) return;
    onChange([...value, { group: name, role }]);
    setGroup("");
  }

  return (
    <div>
      {value.length > 0 ? (
        <ul className={classes.list} aria-label={t("edit.groups")}>
          {value.map((one) => (
            <li key={`${one.group} ${one.role}`}>
              <span>
                {one.group}: {tc(`role.${one.role}`)}
              </span>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t("edit.removeGroup", { group: one.group, role: tc(`role.${one.role}`) })}
                onClick={() => onChange(value.filter((each) => each !== one))}
              >
                <IconX size={16} stroke={1.6} aria-hidden />
              </ActionIcon>
            </li>
          ))}
        </ul>
      ) : null}
      <div className={classes.add}>
        <NameField
          id={id}
          kind="group"
          fresh={fresh}
          label={t("edit.group")}
          value={group}
          error={error}
          onChange={setGroup}
        />
        <NativeSelect
          label={t("edit.role")}
          value={role}
          data={roles.map((each) => ({ value: each, label: tc(`role.${each}`) }))}
          onChange={(event) => setRole(event.currentTarget.value as GroupRole)}
        />
        <Button
          variant="default"
          className={classes.button}
          leftSection={<IconPlus size={16} stroke={1.6} aria-hidden />}
          disabled={name === "" || isThere}
          onClick={add}
        >
          {t("edit.addGroup")}
        </Button>
      </div>
    </div>
  );
}
