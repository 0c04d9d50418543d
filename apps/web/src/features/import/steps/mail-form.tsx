import { Button, NativeSelect, Textarea } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconEye } from "@tabler/icons-react";
import { limits } from "@usher/rules/limits";
import { useTranslation } from "react-i18next";
import { useViewer } from "../../../apollo/viewer";
import { useFormat } from "../../../i18n/format";
import { useInHand } from "../wizard/import-context";
import type { Open } from "../wizard/wizard-state";
import classes from "./mail-form.module.css";
import { MailPreview } from "./mail-preview";

const lifetimes = [24, 72, 168, 336, 720];
/** Nobody counts characters before there are many. */
const countFrom = limits.message - 300;

/** What people will read, and how long their link lives. */
export function MailForm({ wizard }: { wizard: Open }) {
  const { t } = useTranslation("import");
  const { number, hours } = useFormat();
  const { workspace } = useViewer();
  const { wizard: desk } = useInHand();
  const [previewing, { open, close }] = useDisclosure(false);
  const { message, lifetimeHours } = wizard.draft;
  // without mail nobody would read the message
  const mails = workspace.mailDelivery !== "NONE";
  const left = limits.message - [...message].length;
  return (
    <div className={classes.root}>
      {mails ? (
        <Textarea
          label={t("mail.message")}
          description={
            left < 0
              ? undefined
              : message.length > countFrom
                ? t("mail.left", { count: left, number: number(left) })
                : t("mail.messageHelp")
          }
          error={left < 0 ? t("mail.tooLong", { count: -left, number: number(-left) }) : undefined}
          autosize
          minRows={3}
          maxRows={14}
          value={message}
          onChange={(event) => desk.dispatch({ type: "options", options: { message: event.currentTarget.value } })}
        />
      ) : null}
      <div className={classes.row}>
        <NativeSelect
          label={t("mail.lifetime")}
          value={lifetimeHours === null ? "" : String(lifetimeHours)}
          onChange={(event) =>
            desk.dispatch({ type: "options", options: { lifetimeHours: Number(event.currentTarget.value) || null } })
          }
          data={[
            { value: "", label: t("mail.workspaceLifetime", { time: hours(workspace.invitationLifetimeHours) }) },
            ...lifetimes.map((value) => ({ value: String(value), label: hours(value) })),
          ]}
        />
        {mails ? (
          <Button variant="default" leftSection={<IconEye size={16} aria-hidden />} onClick={open}>
            {t("mail.preview")}
          </Button>
        ) : null}
      </div>
      <MailPreview opened={previewing} onClose={close} of="INVITATION" message={message} />
    </div>
  );
}
