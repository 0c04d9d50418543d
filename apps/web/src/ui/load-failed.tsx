import { Button } from "@mantine/core";
import { IconRefresh } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useFailureWords } from "./error-words";
import classes from "./load-failed.module.css";

/** In place of what could not be read. Nothing is lost by reading, so it says only why, and offers to try again. */
export function LoadFailed({ error, retry }: { error: unknown; retry: () => void }) {
  const { t } = useTranslation();
  const words = useFailureWords();
  return (
    <div className={classes.root} role="alert">
      <p className={classes.words}>{words(error)}</p>
      <Button variant="default" size="xs" leftSection={<IconRefresh size={14} aria-hidden />} onClick={retry}>
        {t("tryAgain")}
      </Button>
    </div>
  );
}
