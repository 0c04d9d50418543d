import { Skeleton } from "@mantine/core";
import { useTranslation } from "react-i18next";
import classes from "./list-skeleton.module.css";
import { useDelayed } from "./use-delayed";

/** The shape of a list that is on its way, shown only when it takes its time. */
export function ListSkeleton({ rows = 8 }: { rows?: number }) {
  const { t } = useTranslation();
  const late = useDelayed(true);
  if (!late) return null;
  return (
    <div role="status" aria-label={t("loading")}>
      {Array.from({ length: rows }, (_, i) => (
        <div key={i} className={classes.row}>
          <Skeleton height={12} width={`${34 - (i % 3) * 6}%`} />
          <Skeleton height={12} width="14%" />
          <Skeleton height={12} width="22%" />
        </div>
      ))}
    </div>
  );
}
