import { Button } from "@mantine/core";
import { IconArrowBackUp } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../i18n/format";
import { useErrorWords, useFailureWords } from "../../ui/error-words";
import { personName } from "../../ui/person-name";
import { ReportCard } from "../../ui/report-card";
import { Focused } from "./focused";
import type { NameRow, PersonalNameKind } from "./name-kinds";
import type { Removal } from "./use-removal";

interface Props {
  kind: PersonalNameKind;
  named: NameRow;
  removal: Removal;
}

/** Who was taken out, with the way back. */
export function RemovedReport({ kind, named, removal }: Props) {
  const { t } = useTranslation("groups");
  const format = useFormat();
  const failureWords = useFailureWords();
  const errorWords = useErrorWords();
  const { removed, restored, failure, sending, undo, close } = removal;
  if (failure) {
    return (
      <Focused>
        <ReportCard title={failureWords(failure)} onClose={close} />
      </Focused>
    );
  }
  if (restored !== null) {
    const { added, refused, code } = restored;
    return (
      <Focused key="restored">
        <ReportCard title={t("restored", { count: added, number: format.number(added) })} onClose={close}>
          {code ? (
            <p>{t("added.refused", { count: refused, number: format.number(refused), why: errorWords(code) })}</p>
          ) : null}
        </ReportCard>
      </Focused>
    );
  }
  if (!removed) return null;
  const [first] = removed.people;
  const title = t(`${kind.key}.removed`, {
    count: removed.affected,
    number: format.number(removed.affected),
    person: first ? personName(first) : "",
    name: named.name,
  });
  return (
    <Focused key={first?.id}>
      <ReportCard title={title} onClose={close}>
        {removed.affected > 0 ? (
          <Button
            size="xs"
            variant="default"
            mt={6}
            loading={sending}
            leftSection={<IconArrowBackUp size={16} stroke={1.6} aria-hidden />}
            onClick={() => void undo(removed.people)}
          >
            {t("undo")}
          </Button>
        ) : null}
      </ReportCard>
    </Focused>
  );
}
