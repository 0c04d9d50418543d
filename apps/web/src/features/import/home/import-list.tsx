import { useQuery } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { ImportsDocument } from "../../../gql/graphql";
import { useFormat } from "../../../i18n/format";
import { LoadFailed } from "../../../ui/load-failed";
import { personName } from "../../../ui/person-name";
import { RelativeTime } from "../../../ui/relative-time";
import { ImportState } from "../report/import-state";
import { isUnderWay } from "../report/is-under-way";
import { useOutcomeWords } from "../report/outcome-words";
import { usePollingWhile } from "../use-polling";
import classes from "./import-list.module.css";

const pageSize = 20;

/** Earlier imports, and those that run: each leads to its report. `whereAny`: nothing is said where there are none. */
export function ImportList({ whereAny = false }: { whereAny?: boolean }) {
  const { t } = useTranslation("import");
  const format = useFormat();
  const outcomes = useOutcomeWords();
  const { data, error, refetch, fetchMore, startPolling, stopPolling } = useQuery(ImportsDocument, {
    variables: { first: pageSize },
  });
  const imports = data?.imports.nodes ?? [];
  usePollingWhile(imports.some(isUnderWay), startPolling, stopPolling);

  if (whereAny && imports.length === 0) return null;
  return (
    <section aria-labelledby="earlier-imports">
      <h2 id="earlier-imports" className={classes.title}>
        {t("list.title")}
      </h2>
      {error && !data ? <LoadFailed error={error} retry={() => void refetch()} /> : null}
      {data && imports.length === 0 ? <p className={classes.empty}>{t("list.empty")}</p> : null}
      {imports.length > 0 ? (
        <ul className={classes.list}>
          {imports.map((entry) => (
            <li key={entry.id}>
              <Link to={`/import/${entry.id}`} className={classes.row}>
                <span className={classes.name}>{entry.fileName}</span>
                <span>
                  <ImportState of={entry} />
                </span>
                <span className={classes.result}>
                  {isUnderWay(entry)
                    ? t("progress.done", { done: format.number(entry.doneRows), all: format.number(entry.totalRows) })
                    : outcomes(entry.counts) ||
                      t("list.rows", { count: entry.totalRows, number: format.number(entry.totalRows) })}
                </span>
                <span className={classes.when}>
                  <RelativeTime time={entry.createdAt} />
                  {entry.createdBy ? `, ${personName(entry.createdBy)}` : ""}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      ) : null}
      {data?.imports.pageInfo.hasNextPage ? (
        <Button
          variant="default"
          size="xs"
          mt="sm"
          onClick={() => void fetchMore({ variables: { after: data.imports.pageInfo.endCursor } })}
        >
          {t("list.more")}
        </Button>
      ) : null}
    </section>
  );
}
