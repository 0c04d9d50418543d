import { Button, Group } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useViewer } from "../../apollo/viewer";
import type { PersonOutcome } from "../../gql/graphql";
import { useFormat } from "../../i18n/format";
import { isLanguageCode } from "../../i18n/languages";
import { ChoiceChips } from "../../ui/choice-chips";
import { CopyField } from "../../ui/copy-field";
import { useErrorWords } from "../../ui/error-words";
import { KeptInInbox } from "../../ui/kept-in-inbox";
import { Mark } from "../../ui/mark";
import { PageHeader } from "../../ui/page-header";
import { saveFile } from "../../ui/save-file";
import { byteOrderMark, csvLines } from "../../ui/write-csv";
import type { Processed } from "./by-hand-form";
import classes from "./by-hand-results.module.css";
import type { HandResult } from "./by-hand-rows";

/** More are shown on demand. */
const pageSize = 100;

interface Props {
  processed: Processed;
  /** Back to the grid, where the refused rows wait to be mended. */
  onMore: () => void;
  above?: ReactNode;
}

/** What came of each row (F27), with the links that are shown this once. */
export function ByHandResults({ processed: { mode, rows }, onMore, above }: Props) {
  const { t } = useTranslation("create");
  const format = useFormat();
  const { can } = useViewer();
  const [outcome, setOutcome] = useState<PersonOutcome | null>(null);
  const [shown, setShown] = useState(pageSize);
  const numbers = new Map<PersonOutcome, number>();
  for (const { result } of rows) numbers.set(result.outcome, (numbers.get(result.outcome) ?? 0) + 1);
  const refused = numbers.get("REJECTED") ?? 0;
  const done = (numbers.get("CREATED") ?? 0) + (numbers.get("INVITED") ?? 0);
  const chosen = outcome === null ? rows : rows.filter(({ result }) => result.outcome === outcome);
  const title = mode === "INVITE" ? "several.finishedInvite" : "several.finished";
  return (
    <div className={classes.results}>
      <PageHeader
        above={above}
        title={t(title, { count: done, number: format.number(done) })}
        actions={rows.length > 1 ? <Download rows={rows} /> : null}
      />
      {done > 0 ? <KeptInInbox /> : null}
      {numbers.size > 1 ? (
        <div className={classes.filter}>
          <ChoiceChips
            label={t("several.outcomes")}
            value={outcome}
            onChange={(next) => {
              setOutcome(next);
              setShown(pageSize);
            }}
            choices={[
              { value: null, label: t("several.all"), count: format.number(rows.length) },
              ...[...numbers].map(([value, count]) => ({
                value,
                label: t(`outcomeShort.${value}`),
                count: format.number(count),
              })),
            ]}
          />
        </div>
      ) : null}
      <ul className={classes.list}>
        {chosen.slice(0, shown).map(({ row, result }) => (
          <li key={row.id} className={classes.person}>
            <div className={classes.who}>
              <span className={classes.email}>{row.email}</span>
              <Words result={result} />
            </div>
            {result.link ? <CopyField label={t("created.link", { name: row.email })} value={result.link} /> : null}
          </li>
        ))}
      </ul>
      {chosen.length > shown ? (
        <Button variant="default" size="xs" mt="sm" onClick={() => setShown(shown + pageSize)}>
          {t("several.showMore", { shown: format.number(shown), total: format.number(chosen.length) })}
        </Button>
      ) : null}
      {rows.some(({ result }) => result.link) ? <p className={classes.once}>{t("several.once")}</p> : null}
      <Group gap="xs" mt="lg">
        <Button onClick={onMore}>
          {refused > 0 ? t("several.correct", { count: refused, number: format.number(refused) }) : t("several.more")}
        </Button>
        {can.seeUsers && mode === "CREATE" ? (
          <Button component={Link} to="/users" variant="default">
            {t("created.list")}
          </Button>
        ) : null}
        {can.seeInvitations && mode === "INVITE" ? (
          <Button component={Link} to="/users/invitations" variant="default">
            {t("several.invitations")}
          </Button>
        ) : null}
      </Group>
    </div>
  );
}

/** Everything as a file: the links among it, which are not shown again. */
function Download({ rows }: { rows: Processed["rows"] }) {
  const { t, i18n } = useTranslation("create");
  const reasonsOf = useReasons();
  function save() {
    const language = isLanguageCode(i18n.language) ? i18n.language : "en";
    const header = [t("form.email"), t("form.username"), t("several.outcome"), t("several.reason"), t("several.link")];
    const lines = rows.map(({ row, result }) => [
      row.email,
      row.username,
      t(`outcomeShort.${result.outcome}`),
      reasonsOf(result),
      result.link ?? "",
    ]);
    saveFile(byteOrderMark + csvLines([header, ...lines], language), t("several.fileName"));
  }
  return (
    <Button variant="default" leftSection={<IconDownload size={16} stroke={1.6} aria-hidden />} onClick={save}>
      {t("several.download")}
    </Button>
  );
}

function useReasons() {
  const errorWords = useErrorWords();
  return ({ errors }: HandResult) => errors.map(({ code, message }) => errorWords(code, message)).join(" ");
}

function Words({ result }: { result: HandResult }) {
  const { t } = useTranslation("create");
  const reasons = useReasons()(result);
  const { outcome } = result;
  if (outcome === "REJECTED")
    return (
      <Mark kind="bad">
        {t("outcome.REJECTED")} {reasons}
      </Mark>
    );
  return <Mark kind={outcome === "UNCHANGED" ? "quiet" : "good"}>{reasons || t(`outcome.${outcome}`)}</Mark>;
}
