import { Button, Progress, Table } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../../i18n/format";
import { useFailureWords } from "../../../ui/error-words";
import { Mark } from "../../../ui/mark";
import type { CheckReport } from "../file/check-report";
import { useInHand } from "../wizard/import-context";
import { useOffice } from "../wizard/use-office";
import type { Open } from "../wizard/wizard-state";
import classes from "./already-here.module.css";

const shownAtFirst = 5;

/** Who of the file has an account or an invitation already. Only addresses were asked, nothing was stored. */
export function AlreadyHere({ wizard, report }: { wizard: Open; report: CheckReport }) {
  const { t } = useTranslation("import");
  const { number } = useFormat();
  const { wizard: desk } = useInHand();
  const office = useOffice();
  const failureWords = useFailureWords();
  const [all, setAll] = useState(false);
  const { here } = wizard;
  if (here.at === "none") return null;
  const { found } = here;
  const total = found.taken + found.invited;
  if (here.at === "done" && total === 0) return null;
  const shown = all ? found.first : found.first.slice(0, shownAtFirst);
  const hidden = total - shown.length;

  return (
    <section aria-labelledby="already-here">
      <h2 id="already-here" className={classes.title}>
        {here.at === "asking" && total === 0
          ? t("here.progress")
          : t("here.title", { count: total, number: number(total) })}
      </h2>
      {here.at === "asking" ? (
        <div className={classes.asking}>
          <Progress
            value={(100 * found.asked) / Math.max(1, report.distinctEmails)}
            aria-label={t("here.progress")}
            size="sm"
          />
          <p>
            {t("here.asking", { asked: number(found.asked), all: number(report.distinctEmails) })}{" "}
            <Button variant="subtle" size="compact-sm" onClick={() => desk.stopAsking()}>
              {t("here.stop")}
            </Button>
          </p>
        </div>
      ) : null}
      {here.at === "stopped" ? (
        <p className={classes.stopped}>
          {here.error ? `${failureWords(here.error)} ` : ""}
          {t("here.stopped")}{" "}
          <Button variant="default" size="compact-sm" onClick={() => void desk.askWhoIsHere(office)}>
            {t("here.askAgain")}
          </Button>
        </p>
      ) : null}
      {shown.length > 0 ? (
        <Table className={classes.table}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col" className={classes.number}>
                {t("problems.row")}
              </Table.Th>
              <Table.Th scope="col">{t("column.email")}</Table.Th>
              <Table.Th scope="col">{t("here.state")}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {shown.map(({ row, email, availability }) => (
              <Table.Tr key={row}>
                <Table.Td className={classes.number}>{number(row)}</Table.Td>
                <Table.Td>{email}</Table.Td>
                <Table.Td>
                  <Mark kind="quiet">{t(`here.${availability}`)}</Mark>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      ) : null}
      {hidden > 0 && !all ? (
        <Button variant="default" size="xs" mt="sm" onClick={() => setAll(true)}>
          {t("here.showAll", { count: found.first.length, number: number(found.first.length) })}
        </Button>
      ) : null}
      {hidden > 0 && all ? (
        <p className={classes.more}>{t("here.more", { count: hidden, number: number(hidden) })}</p>
      ) : null}
    </section>
  );
}
