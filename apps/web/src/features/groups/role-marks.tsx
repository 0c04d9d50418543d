import { useTranslation } from "react-i18next";
import type { GroupRole } from "../../gql/graphql";
import classes from "./role-marks.module.css";

const order = ["ADMINISTRATOR", "COACH", "LEARNER"] as const;

/** All roles of somebody in one group, the one that may most first. */
export function RoleMarks({ roles }: { roles: readonly GroupRole[] }) {
  const { t } = useTranslation();
  return (
    <span className={classes.roles}>
      {order
        .filter((role) => roles.includes(role))
        .map((role) => (
          <span key={role} className={classes.role} data-role={role}>
            {t(`role.${role}`)}
          </span>
        ))}
    </span>
  );
}
