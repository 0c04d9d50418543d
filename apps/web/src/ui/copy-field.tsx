import { Button, TextInput } from "@mantine/core";
import { IconCheck, IconCopy } from "@tabler/icons-react";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import classes from "./copy-field.module.css";
import { copyText } from "./copy-text";

/** Something to hand on, with a button that copies it and says so. */
export function CopyField({ value, label, onCopied }: { value: string; label: string; onCopied?: () => void }) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState<boolean | null>(null);
  async function copy() {
    const done = await copyText(value);
    setCopied(done);
    if (done) onCopied?.();
    else input.current?.select();
  }
  return (
    <div>
      <div className={classes.row}>
        <TextInput
          ref={input}
          aria-label={label}
          value={value}
          readOnly
          className={classes.input}
          classNames={{ input: classes.value }}
          onFocus={(event) => event.currentTarget.select()}
          // Copied by hand counts too: the window that waits for it may close.
          onCopy={onCopied}
        />
        <Button
          variant={copied ? "light" : "filled"}
          leftSection={copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
          onClick={() => void copy()}
        >
          {copied ? t("copy.done") : t("copy.copy")}
        </Button>
      </div>
      <div role="status" className={classes.said}>
        {copied === false ? t("copy.byHand") : null}
      </div>
    </div>
  );
}
