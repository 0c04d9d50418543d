import { Button } from "@mantine/core";
import {
  IconBuilding,
  IconFileImport,
  IconPlus,
  IconSearchOff,
  IconTag,
  IconUsers,
  IconUsersGroup,
} from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useViewer } from "../../apollo/viewer";
import { EmptyState } from "../../ui/empty-state";
import { homes, type NameKindKey } from "./name-kinds";

const icons = { group: IconUsersGroup, company: IconBuilding, team: IconUsers, label: IconTag };

interface Props {
  kind: NameKindKey;
  search: string;
  onNew: () => void;
}

/** Nothing matches, or nothing is there yet: then what it would be good for, and how it comes about. */
export function NoNames({ kind, search, onNew }: Props) {
  const { t } = useTranslation("groups");
  const { can } = useViewer();
  if (search) {
    return (
      <EmptyState
        icon={<IconSearchOff size={22} stroke={1.5} />}
        title={t("nothing.title", { search })}
        actions={
          <Button component={Link} to={homes[kind]} variant="default">
            {t(`${kind}.toList`)}
          </Button>
        }
      >
        {t("nothing.text")}
      </EmptyState>
    );
  }
  const Icon = icons[kind];
  return (
    <EmptyState
      icon={<Icon size={22} stroke={1.5} />}
      title={t(`${kind}.none.title`)}
      actions={
        <>
          {can.manageNames ? (
            <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={onNew}>
              {t(`${kind}.new`)}
            </Button>
          ) : null}
          {can.importFiles ? (
            <Button
              component={Link}
              to="/import"
              variant="default"
              leftSection={<IconFileImport size={16} stroke={1.6} aria-hidden />}
            >
              {t("none.import")}
            </Button>
          ) : null}
        </>
      }
    >
      {t(`${kind}.none.text`)} {can.manageNames ? t(`${kind}.none.how`) : null}
    </EmptyState>
  );
}
