import { useQuery } from "@apollo/client/react";
import { Tabs } from "@mantine/core";
import { parseAsStringLiteral, useQueryState } from "nuqs";
import { useTranslation } from "react-i18next";
import { useViewer } from "../../apollo/viewer";
import { SettingsDocument } from "../../gql/graphql";
import { EmptyState } from "../../ui/empty-state";
import { ListSkeleton } from "../../ui/list-skeleton";
import { LoadFailed } from "../../ui/load-failed";
import { PageHeader } from "../../ui/page-header";
import { IdentityPart } from "./identity-part";
import { LinksForm } from "./links-form";
import { LookForm } from "./look-form";
import { MailsPart } from "./mails-part";
import { RemindersForm } from "./reminders-form";
import { SeatsForm } from "./seats-form";
import classes from "./settings-page.module.css";
import { WorkspaceForm } from "./workspace-form";

const parts = ["workspace", "links", "reminders", "seats", "identity", "look", "mails"] as const;

/** What the founder decides for everybody. Each part is saved by itself. */
export function SettingsPage() {
  const { t } = useTranslation("settings");
  const { can } = useViewer();
  const [part, setPart] = useQueryState("part", parseAsStringLiteral(parts).withDefault("workspace"));
  const { data, error, refetch } = useQuery(SettingsDocument, {
    fetchPolicy: "cache-and-network",
    skip: !can.updateWorkspace,
  });
  if (!can.updateWorkspace) {
    return (
      <EmptyState wholePage title={t("notAllowed.title")}>
        {t("notAllowed.text")}
      </EmptyState>
    );
  }
  const workspace = data?.workspace;
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      {error && !workspace ? <LoadFailed error={error} retry={() => void refetch()} /> : null}
      {!workspace && !error ? <ListSkeleton rows={6} /> : null}
      {workspace ? (
        <Tabs keepMounted={false} value={part} onChange={(chosen) => void setPart(chosen as typeof part)}>
          <Tabs.List aria-label={t("parts")}>
            {parts.map((name) => (
              <Tabs.Tab key={name} value={name}>
                {t(`part.${name}`)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          <Tabs.Panel value="workspace" className={classes.panel}>
            <WorkspaceForm workspace={workspace} />
          </Tabs.Panel>
          <Tabs.Panel value="links" className={classes.panel}>
            <LinksForm workspace={workspace} />
          </Tabs.Panel>
          <Tabs.Panel value="reminders" className={classes.panel}>
            <RemindersForm workspace={workspace} />
          </Tabs.Panel>
          <Tabs.Panel value="seats" className={classes.panel}>
            <SeatsForm workspace={workspace} />
          </Tabs.Panel>
          <Tabs.Panel value="identity" className={classes.panel}>
            <IdentityPart workspace={workspace} />
          </Tabs.Panel>
          <Tabs.Panel value="look" className={classes.panel}>
            <LookForm workspace={workspace} />
          </Tabs.Panel>
          <Tabs.Panel value="mails" className={classes.panel}>
            <MailsPart />
          </Tabs.Panel>
        </Tabs>
      ) : null}
    </>
  );
}
