import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import classes from "./list-foot.module.css";

interface Props {
  shown: number;
  total: number;
  /** False past 10,000, where counting everything would cost more than the list. */
  totalIsExact: boolean;
  hasMore: boolean;
  loading: boolean;
  onMore: () => void;
}

/** How much of the list stands here, and the next page of it. */
export function ListFoot({ shown, total, totalIsExact, hasMore, loading, onMore }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className={classes.foot}>
      <span role="status">
        {t("list.shown", { shown: format.number(shown), total: format.number(total) + (totalIsExact ? "" : "+") })}
      </span>
      {hasMore ? (
        <Button variant="default" size="xs" loading={loading} onClick={onMore}>
          {t("list.more")}
        </Button>
      ) : null}
    </div>
  );
}
