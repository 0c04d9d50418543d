import { ActionIcon, Tooltip } from "@mantine/core";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { useEffect, useEffectEvent } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate } from "react-router";
import { useFormat } from "../../i18n/format";
import classes from "./review-position.module.css";
import type { useNeighbours } from "./use-neighbours";

interface Props {
  neighbours: ReturnType<typeof useNeighbours>;
  pathOf: (userId: string) => string;
}

/** Where in the queue one is, and the ways to the one before and the one behind: by arrow keys as well. */
export function ReviewPosition({ neighbours, pathOf }: Props) {
  const { t } = useTranslation("review");
  const format = useFormat();
  const navigate = useNavigate();
  const { position, total, totalIsExact, before, after } = neighbours;

  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const to = event.key === "ArrowLeft" ? before : event.key === "ArrowRight" ? after : null;
    // arrows move the caret in a field, and within menus and dialogs
    if (!to || (event.target as Element).closest("input, textarea, select, [role=menu], [role=dialog]")) return;
    event.preventDefault();
    void navigate(pathOf(to));
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event);
    document.addEventListener("keydown", listener);
    return () => document.removeEventListener("keydown", listener);
  }, []);

  if (position === null) return null;
  return (
    <nav aria-label={t("position.label")} className={classes.position}>
      <Way to={before && pathOf(before)} words={t("position.before")} shortcut="ArrowLeft">
        <IconChevronLeft size={18} stroke={1.8} aria-hidden />
      </Way>
      <span className={classes.place}>
        {t("position.of", {
          position: format.number(position),
          total: format.number(total) + (totalIsExact ? "" : "+"),
        })}
      </span>
      <Way to={after && pathOf(after)} words={t("position.after")} shortcut="ArrowRight">
        <IconChevronRight size={18} stroke={1.8} aria-hidden />
      </Way>
    </nav>
  );
}

interface WayProps {
  to: string | null;
  words: string;
  shortcut: "ArrowLeft" | "ArrowRight";
  children: React.ReactNode;
}

function Way({ to, words, shortcut, children }: WayProps) {
  if (to === null) {
    return (
      <ActionIcon variant="default" size={36} disabled aria-label={words}>
        {children}
      </ActionIcon>
    );
  }
  return (
    <Tooltip label={`${words} (${shortcut === "ArrowLeft" ? "←" : "→"})`}>
      <ActionIcon component={Link} to={to} variant="default" size={36} aria-label={words} aria-keyshortcuts={shortcut}>
        {children}
      </ActionIcon>
    </Tooltip>
  );
}
