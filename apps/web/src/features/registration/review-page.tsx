import { Button, NativeSelect } from "@mantine/core";
import { IconChecks, IconId } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useFormat } from "../../i18n/format";
import { ChoiceChips } from "../../ui/choice-chips";
import { DataTable } from "../../ui/data-table";
import { EmptyState } from "../../ui/empty-state";
import { FilterBar } from "../../ui/filter-bar";
import { ListFoot } from "../../ui/list-foot";
import { ListSkeleton } from "../../ui/list-skeleton";
import { LoadFailed } from "../../ui/load-failed";
import { PageHeader } from "../../ui/page-header";
import { personName } from "../../ui/person-name";
import { RelativeTime } from "../../ui/relative-time";
import { ToRegistration } from "../../ui/to-registration";
import { momentOf, useReviewColumns } from "./review-columns";
import { directions, reviewPath, reviewStatuses, useReviewFilter } from "./review-filter";
import classes from "./review-page.module.css";
import { useReviewNumbers, useReviewQueue } from "./use-review-queue";

const numberKeys = { SUBMITTED: "submitted", DRAFT: "draft", REJECTED: "rejected", VALIDATED: "validated" } as const;

/** Identities that wait to be looked at, and those that are otherwise far (F60). None is read here: that happens one by one. */
export function ReviewPage() {
  const { t } = useTranslation("review");
  const format = useFormat();
  const [filter, setFilter] = useReviewFilter();
  const { list, rows, total, error, loading, retry, more } = useReviewQueue(filter);
  const numbers = useReviewNumbers();
  const columns = useReviewColumns(filter.status);
  const pathOf = (userId: string) => reviewPath(filter, userId);
  const first = filter.status === "SUBMITTED" ? rows[0] : undefined;
  const number = (status: (typeof reviewStatuses)[number]) => {
    const counted = numbers?.[numberKeys[status]];
    return counted && format.number(counted.totalCount) + (counted.totalCountIsExact ? "" : "+");
  };
  return (
    <>
      <PageHeader
        above={<ToRegistration />}
        title={t("title")}
        lead={t("lead")}
        actions={
          <>
            <Button component={Link} to="/registration/personal" variant={first ? "default" : "filled"}>
              {t("toPersonal")}
            </Button>
            {first ? (
              <Button component={Link} to={pathOf(first.id)}>
                {t(`start.${filter.direction}`)}
              </Button>
            ) : null}
          </>
        }
      />
      <FilterBar
        filters={
          <ChoiceChips
            label={t("column.status")}
            value={filter.status}
            onChange={(status) => void setFilter({ status })}
            choices={reviewStatuses.map((status) => ({
              value: status,
              label: t(`chip.${status}`),
              count: number(status),
            }))}
          />
        }
        end={
          <NativeSelect
            aria-label={t("direction.label")}
            className={classes.direction}
            value={filter.direction}
            data={directions.map((direction) => ({ value: direction, label: t(`direction.${direction}`) }))}
            onChange={(event) =>
              void setFilter({ direction: directions.find((each) => each === event.currentTarget.value) })
            }
          />
        }
      />
      {error ? <LoadFailed error={error} retry={retry} /> : null}
      {!list && !error ? <ListSkeleton /> : null}
      {list && rows.length === 0 ? <Nobody isQueue={filter.status === "SUBMITTED"} /> : null}
      {list && rows.length > 0 ? (
        <>
          <DataTable
            label={t("title")}
            rows={rows}
            columns={columns}
            rowName={({ id, user }) => (user ? personName(user) : id)}
            rowPath={({ id }) => pathOf(id)}
            compact={(identity) => {
              const time = momentOf(filter.status, identity);
              return time ? (
                <span>
                  {t(`column.since.${filter.status}`)} <RelativeTime time={time} />
                </span>
              ) : null;
            }}
          />
          <ListFoot
            shown={rows.length}
            total={total}
            totalIsExact={list.totalCountIsExact}
            hasMore={list.pageInfo.hasNextPage}
            loading={loading}
            onMore={() => void more()}
          />
        </>
      ) : null}
    </>
  );
}

function Nobody({ isQueue }: { isQueue: boolean }) {
  const { t } = useTranslation("review");
  return isQueue ? (
    <EmptyState icon={<IconChecks size={22} stroke={1.5} />} title={t("empty.title")}>
      {t("empty.text")}
    </EmptyState>
  ) : (
    <EmptyState icon={<IconId size={22} stroke={1.5} />} title={t("none.title")}>
      {t("none.text")}
    </EmptyState>
  );
}
