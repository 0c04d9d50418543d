import { Tooltip, UnstyledButton } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link, useLocation } from "react-router";
import { useViewer } from "../../apollo/viewer";
import classes from "./nav-list.module.css";
import { currentDestination, destinations } from "./navigation";

export function NavList({ iconsOnly, onGo }: { iconsOnly?: boolean; onGo?: () => void }) {
  const { t } = useTranslation();
  const viewer = useViewer();
  const { pathname } = useLocation();
  const shown = destinations
    .map((part) => part.filter(({ opensFor }) => opensFor(viewer)))
    .filter((part) => part.length > 0);
  const current = currentDestination(shown.flat(), pathname);
  return (
    <nav aria-label={t("navigation")}>
      {shown.map((part) => (
        <ul key={part[0]?.to} className={classes.list}>
          {part.map(({ to, label, icon: Icon }) => (
            <li key={to}>
              <Tooltip label={t(`nav.${label}`)} position="right" disabled={!iconsOnly}>
                <UnstyledButton
                  component={Link}
                  to={to}
                  className={classes.item}
                  aria-current={to === current ? "page" : undefined}
                  aria-label={iconsOnly ? t(`nav.${label}`) : undefined}
                  onClick={onGo}
                >
                  <Icon size={18} stroke={1.6} aria-hidden />
                  {iconsOnly ? null : <span>{t(`nav.${label}`)}</span>}
                </UnstyledButton>
              </Tooltip>
            </li>
          ))}
        </ul>
      ))}
    </nav>
  );
}
