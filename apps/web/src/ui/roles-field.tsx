import { Checkbox } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { GroupRole } from "../gql/graphql";
import classes from "./roles-field.module.css";

interface Props {
  /** Of the first role, where a summary of problems leads to. */
  id: string;
  label: string;
  description?: string;
  error?: string;
  /** Those that the viewer may give. */
  offered: readonly GroupRole[];
  value: string[];
  onChange: (value: string[]) => void;
}

/** Roles in groups, several at once; the most frequent first. */
export function RolesField({ id, label, description, error, offered, value, onChange }: Props) {
  const { t } = useTranslation();
  const roles = (["LEARNER", "COACH", "ADMINISTRATOR"] as const).filter((role) => offered.includes(role));
  return (
    <Checkbox.Group
      label={label}
      description={description}
      error={error}
      value={value.filter((role) => roles.some((each) => each === role))}
      onChange={onChange}
    >
      <div className={classes.choices}>
        {roles.map((role, i) => (
          <Checkbox key={role} id={i === 0 ? id : undefined} value={role} label={t(`role.${role}`)} />
        ))}
      </div>
    </Checkbox.Group>
  );
}
