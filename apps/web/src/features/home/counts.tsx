import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useFormat } from "../../i18n/format";
import classes from "./counts.module.css";

interface Total {
  totalCount: number;
  totalCountIsExact: boolean;
}

interface Props {
  seats: { used: number; free: number | null; limit: number | null } | undefined;
  people: Total | null;
  pending: Total | null;
}

/** The workspace in three numbers, each leading to its list. */
export function Counts({ seats, people, pending }: Props) {
  const { t } = useTranslation("home");
  const format = useFormat();
  const total = ({ totalCount, totalCountIsExact }: Total) =>
    format.number(totalCount) + (totalCountIsExact ? "" : "+");
  return (
    <dl className={classes.row}>
      {people ? (
        <div className={classes.count}>
          <dt>{t("counts.people")}</dt>
          <dd>
            <Link to="/users">{total(people)}</Link>
          </dd>
        </div>
      ) : null}
      {pending ? (
        <div className={classes.count}>
          <dt>{t("counts.pending")}</dt>
          <dd>
            <Link to="/users/invitations?status=PENDING">{total(pending)}</Link>
          </dd>
        </div>
      ) : null}
      {seats ? (
        <div className={classes.count}>
          <dt>{t("counts.seats")}</dt>
          <dd>
            {format.number(seats.used)}
            <span className={classes.of}>
              {seats.limit === null
                ? t("counts.noLimit")
                : t("counts.ofLimit", { limit: format.number(seats.limit), free: format.number(seats.free ?? 0) })}
            </span>
          </dd>
        </div>
      ) : null}
    </dl>
  );
}
