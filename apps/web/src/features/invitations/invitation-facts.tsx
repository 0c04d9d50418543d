import { Anchor } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useViewer } from "../../apollo/viewer";
import type { InvitationQuery } from "../../gql/graphql";
import { useFormat } from "../../i18n/format";
import { languageName } from "../../i18n/languages";
import { Facts } from "../../ui/facts";
import classes from "./invitation-drawer.module.css";

type Invitation = NonNullable<InvitationQuery["invitation"]>;

/** What the person will get once they accept. */
export function InvitationFacts({ invitation }: { invitation: Invitation }) {
  const { t } = useTranslation("invitations");
  const { t: tc } = useTranslation();
  const format = useFormat();
  const { can } = useViewer();
  const {
    company,
    groups,
    team,
    label,
    language,
    username,
    userType,
    deletionDate,
    externalId,
    message,
    programSession,
  } = invitation;
  return (
    <Facts
      label={t("facts.label")}
      facts={[
        [t("facts.userType"), tc(`userType.${userType}`)],
        [t("facts.username"), username],
        [t("facts.company"), company?.name],
        [
          t("facts.groups"),
          groups.length > 0
            ? groups.map(({ group, role }) => (
                <div key={`${group.id}${role}`}>{`${group.name}: ${tc(`role.${role}`)}`}</div>
              ))
            : null,
        ],
        [t("facts.team"), team?.name],
        [t("facts.labelName"), label?.name],
        [t("facts.language"), languageName(language)],
        [t("facts.deletionDate"), deletionDate ? format.day(deletionDate) : null],
        [t("facts.externalId"), externalId],
        [
          t("facts.session"),
          programSession ? (
            can.seeProgramSessions ? (
              <Anchor component={Link} to={`/program-sessions/${programSession.id}`} inherit>
                {programSession.name}
              </Anchor>
            ) : (
              programSession.name
            )
          ) : null,
        ],
        [t("facts.message"), message ? <p className={classes.message}>{message}</p> : null],
        [
          t("facts.import"),
          invitation.import ? (
            <Anchor component={Link} to={`/import/${invitation.import.id}`} inherit>
              {invitation.importRow === null
                ? invitation.import.fileName
                : t("facts.importRow", { file: invitation.import.fileName, row: format.number(invitation.importRow) })}
            </Anchor>
          ) : null,
        ],
      ]}
    />
  );
}
