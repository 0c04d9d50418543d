import { useTranslation } from "react-i18next";
import type { IdentityRowFragment } from "../../gql/graphql";
import { useFormat } from "../../i18n/format";
import type { Column } from "../../ui/data-table";
import { personName } from "../../ui/person-name";
import { RelativeTime } from "../../ui/relative-time";
import { PersonCell } from "./person-cell";
import type { ReviewStatus } from "./review-filter";
import classes from "./review-page.module.css";

/** Since when it stands as it does. */
const moments = {
  SUBMITTED: "submittedAt",
  DRAFT: "updatedAt",
  REJECTED: "decidedAt",
  VALIDATED: "decidedAt",
} as const satisfies Record<ReviewStatus, keyof IdentityRowFragment>;

export function momentOf(status: ReviewStatus, identity: IdentityRowFragment): string | null {
  return identity[moments[status]] ?? null;
}

export function useReviewColumns(status: ReviewStatus): Column<IdentityRowFragment>[] {
  const { t } = useTranslation("review");
  const format = useFormat();
  const isDecided = status === "REJECTED" || status === "VALIDATED";
  return [
    { key: "person", label: t("column.person"), cell: ({ user }) => <PersonCell user={user} /> },
    { key: "company", label: t("column.company"), from: "md", cell: ({ user }) => user?.company?.name },
    {
      key: "since",
      label: t(`column.since.${status}`),
      width: 220,
      cell: (identity) => {
        const time = momentOf(status, identity);
        return time ? (
          <>
            <RelativeTime time={time} />
            <span className={classes.under}>{format.dateTime(time)}</span>
          </>
        ) : null;
      },
    },
    ...(isDecided
      ? [
          {
            key: "by",
            label: t("column.by"),
            width: 220,
            cell: ({ decidedBy }: IdentityRowFragment) => (decidedBy ? personName(decidedBy) : t("goneAccount")),
          },
        ]
      : []),
  ];
}
