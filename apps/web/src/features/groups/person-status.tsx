import { useTranslation } from "react-i18next";
import type { UserStatus } from "../../gql/graphql";
import { useFormat } from "../../i18n/format";
import { Mark, type MarkKind } from "../../ui/mark";
import classes from "./person-cell.module.css";

const kinds: Record<UserStatus, MarkKind> = { ACTIVE: "good", PENDING: "busy", DEACTIVATED: "quiet" };

export function PersonStatus({ status }: { status: UserStatus }) {
  const { t } = useTranslation("users");
  return (
    <Mark kind={kinds[status]} soft>
      {t(`status.${status}`)}
    </Mark>
  );
}

export function LastSignIn({ at }: { at: string | null }) {
  const { t } = useTranslation("users");
  const format = useFormat();
  if (!at) return <span className={classes.none}>{t("never")}</span>;
  return (
    <time dateTime={at} title={format.exact(at)} className={classes.moment}>
      {format.dateTime(at)}
    </time>
  );
}
