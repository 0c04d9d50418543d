import { VisuallyHidden } from "@mantine/core";
import { type Icon, IconTable, IconUserPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useViewer, type Viewer } from "../../apollo/viewer";
import { PageHeader } from "../../ui/page-header";
import { useGranter } from "../../ui/use-granter";
import { OptionCard } from "./option-card";
import classes from "./registration-page.module.css";

interface Option {
  key: "create" | "bulk";
  to: string;
  icon: Icon;
  isOpen: (can: Viewer["can"]) => boolean;
  isSuggested?: boolean;
}

/** In the order of F58. */
const options: readonly Option[] = [
  { key: "create", to: "/registration/create", icon: IconUserPlus, isOpen: (can) => can.add },
  { key: "bulk", to: "/registration/bulk", icon: IconTable, isOpen: (can) => can.bulkInvite && can.add },
];

/** The ways of registering people, each open, or closed with whom to ask (F58). They open and close while the page is looked at. */
export function RegistrationPage() {
  const { t } = useTranslation("registration");
  const { can } = useViewer();
  const granter = useGranter();
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <ul className={classes.options}>
        {options.map(({ key, to, icon, isOpen, isSuggested }) => (
          <li key={key}>
            <OptionCard
              icon={icon}
              title={t(`option.${key}.title`)}
              text={t(`option.${key}.text`)}
              to={to}
              closed={isOpen(can) ? null : `${t(`option.${key}.needs`)} ${granter}`}
              isSuggested={isSuggested}
            />
          </li>
        ))}
      </ul>
      <Changes open={options.filter(({ isOpen }) => isOpen(can)).map(({ key }) => key)} />
    </>
  );
}

/** Says aloud what has opened or closed since the page was opened. */
function Changes({ open }: { open: readonly Option["key"][] }) {
  const { t } = useTranslation("registration");
  const [before, setBefore] = useState(open);
  const [said, setSaid] = useState("");
  const opened = open.find((key) => !before.includes(key));
  const closed = before.find((key) => !open.includes(key));
  if (opened || closed) {
    setBefore(open);
    setSaid(opened ? t("opened", { option: t(`option.${opened}.title`) }) : "");
    if (closed) setSaid(t("closedNow", { option: t(`option.${closed}.title`) }));
  }
  return <VisuallyHidden role="status">{said}</VisuallyHidden>;
}
