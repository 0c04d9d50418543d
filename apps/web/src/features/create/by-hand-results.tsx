import { Button, Group } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useViewer } from "../../apollo/viewer";
import { useFormat } from "../../i18n/format";
import { CopyField } from "../../ui/copy-field";
import { useErrorWords } from "../../ui/error-words";
import { KeptInInbox } from "../../ui/kept-in-inbox";
import { Mark } from "../../ui/mark";
import { PageHeader } from "../../ui/page-header";
import classes from "./by-hand-page.module.css";
import type { HandResult, HandRow } from "./by-hand-rows";

interface Props {
  results: readonly { row: HandRow; result: HandResult }[];
  /** With the rows that were refused, to be corrected. */
  onMore: (refused: HandRow[]) => void;
}

/** What came of each row (F27), with the links that are shown this once. */
export function ByHandResults({ results, onMore }: Props) {
  const { t } = useTranslation("create");
  const format = useFormat();
  const { can } = useViewer();
  const refused = results.filter(({ result }) => result.outcome === "REJECTED");
  const done = results.filter(({ result: { outcome } }) => outcome === "CREATED" || outcome === "INVITED").length;
  return (
    <div className={classes.results}>
      <PageHeader title={t("several.finished", { count: done, number: format.number(done) })} />
      {done > 0 ? <KeptInInbox /> : null}
      <ul className={classes.list}>
        {results.map(({ row, result }) => (
          <li key={row.id} className={classes.person}>
            <div className={classes.who}>
              <span className={classes.email}>{row.email}</span>
              <Words result={result} />
            </div>
            {result.link ? <CopyField label={t("created.link", { name: row.email })} value={result.link} /> : null}
          </li>
        ))}
      </ul>
      {results.some(({ result }) => result.link) ? <p className={classes.once}>{t("several.once")}</p> : null}
      <Group gap="xs" mt="lg">
        <Button onClick={() => onMore(refused.map(({ row }) => row))}>
          {refused.length > 0
            ? t("several.correct", { count: refused.length, number: format.number(refused.length) })
            : t("several.more")}
        </Button>
        {can.seeUsers ? (
          <Button component={Link} to="/users" variant="default">
            {t("created.list")}
          </Button>
        ) : null}
      </Group>
    </div>
  );
}

function Words({ result: { outcome, errors } }: { result: HandResult }) {
  const { t } = useTranslation("create");
  const errorWords = useErrorWords();
  const reasons = errors.map(({ code, message }) => errorWords(code, message)).join(" ");
  if (outcome === "REJECTED")
    return (
      <Mark kind="bad">
        {t("outcome.REJECTED")} {reasons}
      </Mark>
    );
  return <Mark kind={outcome === "UNCHANGED" ? "quiet" : "good"}>{reasons || t(`outcome.${outcome}`)}</Mark>;
}
