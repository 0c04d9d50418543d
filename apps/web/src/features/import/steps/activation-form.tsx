import { Button, Radio } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconEye } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useViewer } from "../../../apollo/viewer";
import { useInHand } from "../wizard/import-context";
import type { Open } from "../wizard/wizard-state";
import classes from "./mail-form.module.css";
import { MailPreview } from "./mail-preview";
import modeClasses from "./mode-choice.module.css";

/** Whether the created get their activation mail now or later (F25). */
export function ActivationForm({ wizard: { draft } }: { wizard: Open }) {
  const { t } = useTranslation("import");
  const { workspace } = useViewer();
  const { wizard: desk } = useInHand();
  const [previewing, { open, close }] = useDisclosure(false);
  if (workspace.mailDelivery === "NONE") return null;
  return (
    <div className={classes.root}>
      <Radio.Group
        label={t("activation.label")}
        value={draft.activationMail}
        onChange={(mail) =>
          desk.dispatch({ type: "options", options: { activationMail: mail === "NOW" ? "NOW" : "LATER" } })
        }
      >
        <div className={modeClasses.choices}>
          <Radio value="LATER" label={t("activation.LATER")} description={t("activation.laterHelp")} />
          <Radio value="NOW" label={t("activation.NOW")} description={t("activation.nowHelp")} />
        </div>
      </Radio.Group>
      <div className={classes.row}>
        <Button variant="default" leftSection={<IconEye size={16} aria-hidden />} onClick={open}>
          {t("mail.preview")}
        </Button>
      </div>
      <MailPreview opened={previewing} onClose={close} of="ACTIVATION" />
    </div>
  );
}
