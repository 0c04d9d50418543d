import { VisuallyHidden } from "@mantine/core";
import { type Icon, IconId, IconTable, IconUserCheck, IconUserPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useViewer, type Viewer } from "../../apollo/viewer";
import { PageHeader } from "../../ui/page-header";
import { useGranter } from "../../ui/use-granter";
import { WaitingIdentities } from "../../ui/waiting-identities";
import { OptionCard } from "./option-card";
import classes from "./registration-page.module.css";

interface Option {
  key: "create" | "bulk" | "personal" | "complete";
  to: string;
  icon: Icon;
  isOpen: (can: Viewer["can"]) => boolean;
  isSuggested?: boolean;
}

/** In the order of F58. */
const options: readonly Option[] = [
  { key: "create", to: "/registration/create", icon: IconUserPlus, isOpen: (can) => can.add },
  { key: "bulk", to: "/registration/bulk", icon: IconTable, isOpen: (can) => can.bulkInvite && can.add },
  { key: "personal", to: "/registration/personal", icon: IconId, isOpen: (can) => can.manageIdentities },
  {
    key: "complete",
    to: "/registration/complete",
    icon: IconUserCheck,
    isOpen: (can) => can.completeRegistration,
    isSuggested: true,
  },
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
      <div className={classes.waiting}>
        <WaitingIdentities />
      </div>
      <Changes open={options.filter(({ isOpen }) => isOpen(can)).map(({ key }) => key)} />
    </>
  );
}

/** Says aloud what has opened or closed since the page was opened. */
function Changes({ open }: { open: readonly Option["key"][] }) {
  const { t } = useTranslation("registration");
  const [before, setBefore] = useState(open);
  const [said, setSaid] = useState("");
  const name = (key: Option["key"]) => t(`option.${key}.title`);
  const opened = open.filter((key) => !before.includes(key));
  const closed = before.filter((key) => !open.includes(key));
  if (opened.length + closed.length > 0) {
    setBefore(open);
    setSaid(
      [
        ...opened.map((key) => t("opened", { option: name(key) })),
        ...closed.map((key) => t("closedNow", { option: name(key) })),
      ].join(" "),
    );
  }
  return <VisuallyHidden role="status">{said}</VisuallyHidden>;
}
