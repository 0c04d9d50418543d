import { useTranslation } from "react-i18next";
import { useViewer } from "../../apollo/viewer";
import { useFormat } from "../../i18n/format";
import { languageName } from "../../i18n/languages";
import { SummaryPart } from "../../ui/summary-part";
import type { AddUser } from "./use-add-user";

interface Props {
  account: AddUser;
  onChange: () => void;
}

/** What the account will be, before it is made. */
export function AccountSummary({ account, onChange }: Props) {
  const { t } = useTranslation("create");
  const { t: tc } = useTranslation();
  const format = useFormat();
  const { workspace } = useViewer();
  const { form, username, mail } = account;
  const { values } = form;
  const facts: [string, string][] = [
    [t("complete.name"), `${values.firstName} ${values.lastName}`.trim()],
    [t("form.email"), values.noEmail ? t("created.noEmail") : values.email.trim()],
    [t("form.username"), username],
    [t("form.userType"), tc(`userType.${values.userType}`)],
    [t("form.company"), values.company.trim()],
    [t("form.groups"), values.groups.join(", ")],
    [t("form.label"), values.label.trim()],
    [t("form.language"), languageName(values.language)],
    [t("form.deletionDate"), values.deletionDate ? format.day(values.deletionDate) : ""],
    [t("form.externalId"), values.externalId.trim()],
    [t("form.credential"), t(`credential.${values.credential}`)],
    [t("form.mail"), workspace.mailDelivery === "NONE" ? t("complete.noMail") : t(`mail.${mail}`)],
  ];
  const given = facts.filter(([, value]) => value !== "").map(([name, value]) => ({ name, value }));
  return <SummaryPart title={t("complete.account")} facts={given} onChange={onChange} />;
}
