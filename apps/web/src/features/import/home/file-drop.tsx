import { Button } from "@mantine/core";
import { IconFileSpreadsheet } from "@tabler/icons-react";
import { useState } from "react";
import { useDropzone } from "react-dropzone";
import { useTranslation } from "react-i18next";
import classes from "./file-drop.module.css";

interface Props {
  onFile: (file: File) => void;
  /** What to ask for, where it is not just any file. */
  title?: string;
  help?: string;
  compact?: boolean;
}

/** Takes one file by drop, by click, or by keyboard. */
export function FileDrop({ onFile, title, help, compact }: Props) {
  const { t } = useTranslation("import");
  const [several, setSeveral] = useState(false);
  const { getRootProps, getInputProps, isDragActive, open } = useDropzone({
    multiple: false,
    noClick: true,
    noKeyboard: true,
    onDrop: ([file], refused) => {
      setSeveral(refused.length > 1);
      if (file) onFile(file);
    },
  });
  return (
    <div
      {...getRootProps({ className: classes.zone })}
      data-over={isDragActive || undefined}
      data-compact={compact || undefined}
    >
      {/* the button below opens it, for screen readers too: it would be met twice */}
      <input {...getInputProps({ "aria-hidden": true })} />
      <IconFileSpreadsheet size={compact ? 22 : 30} stroke={1.4} aria-hidden className={classes.icon} />
      <div className={classes.words}>
        <p className={classes.title}>{isDragActive ? t("drop.letGo") : (title ?? t("drop.title"))}</p>
        <p className={classes.help}>{help ?? t("drop.help")}</p>
      </div>
      <Button variant={compact ? "default" : "filled"} onClick={open}>
        {t("drop.choose")}
      </Button>
      <div role="alert" className={classes.several}>
        {several ? t("drop.oneOnly") : null}
      </div>
    </div>
  );
}
