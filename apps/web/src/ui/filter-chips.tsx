import { UnstyledButton } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import classes from "./filter-chips.module.css";

export interface SetFilter {
  key: string;
  words: string;
  remove: () => void;
}

/** The filters that are set behind a button, each with its way out. */
export function FilterChips({ filters }: { filters: readonly SetFilter[] }) {
  const { t } = useTranslation();
  if (filters.length === 0) return null;
  return (
    <div className={classes.chips}>
      {filters.map(({ key, words, remove }) => (
        <UnstyledButton
          key={key}
          className={classes.chip}
          aria-label={t("removeFilter", { filter: words })}
          onClick={remove}
        >
          {words}
          <IconX size={14} stroke={1.8} aria-hidden />
        </UnstyledButton>
      ))}
    </div>
  );
}
