import { useTranslation } from "react-i18next";
import type { InvitationQuery } from "../../gql/graphql";
import { PersonTimeline } from "../../ui/person-timeline";

type Invitation = NonNullable<InvitationQuery["invitation"]>;

/** What happened to the invitation so far, and when its link ends. */
export function InvitationTimeline({ invitation }: { invitation: Invitation }) {
  const { t } = useTranslation("invitations");
  const { status, expiresAt, nextReminderAt, timeline } = invitation;
  return (
    <PersonTimeline
      entries={timeline}
      ahead={[
        ...(status === "PENDING"
          ? [{ key: "expires", kind: "busy" as const, time: expiresAt, words: t("timeline.expires") }]
          : []),
        ...(nextReminderAt
          ? [{ key: "reminder", kind: "busy" as const, time: nextReminderAt, words: t("timeline.reminder") }]
          : []),
      ]}
    />
  );
}
