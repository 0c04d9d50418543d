import { Button } from "@mantine/core";
import { IconSend } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useViewer } from "../../../apollo/viewer";
import { useFormat } from "../../../i18n/format";
import { StepActions } from "../wizard/step-actions";
import { StepHeader } from "../wizard/step-header";
import { useCheck } from "../wizard/use-check";
import { type Forecast, forecast, hindranceOf, type Open } from "../wizard/wizard-state";
import { ActivationForm } from "./activation-form";
import { MailForm } from "./mail-form";
import { ModeChoice } from "./mode-choice";
import { NeedsFile } from "./needs-file";
import classes from "./send-step.module.css";
import { useSend } from "./use-send";
import { useVerdictWords } from "./verdict-words";

export function SendStep() {
  return <NeedsFile>{(wizard) => <Send wizard={wizard} />}</NeedsFile>;
}

/** The mail, and the one button that makes it all happen. */
function Send({ wizard }: { wizard: Open }) {
  const { t } = useTranslation("import");
  const { number } = useFormat();
  const { workspace } = useViewer();
  const verdict = useVerdictWords();
  const { send, isSending, refusal } = useSend(wizard);
  useCheck(wizard);
  const hindrance = hindranceOf(wizard);
  const people = forecast(wizard);
  const isCreating = wizard.draft.mode === "CREATE";
  const isMailing = isCreating && wizard.draft.activationMail === "NOW" && workspace.mailDelivery !== "NONE";
  const checking = hindrance === "check" && wizard.check.at !== "failed";

  const inviteWords = (people: Forecast | null) => {
    if (!people) return t("send.submit");
    if (people.add === 0) return t("send.submitRows", { count: people.here, number: number(people.here) });
    return people.exact
      ? t("send.submitNumber", { count: people.add, number: number(people.add) })
      : t("send.submitUpTo", { count: people.add, number: number(people.add) });
  };
  const createWords = (people: Forecast | null, mails: boolean) => {
    if (!people) return t("send.create");
    if (people.add === 0) return t("send.createRows", { count: people.here, number: number(people.here) });
    if (!people.exact) return t("send.createUpTo", { count: people.add, number: number(people.add) });
    return mails
      ? t("send.createAndMail", { count: people.add, number: number(people.add) })
      : t("send.createNumber", { count: people.add, number: number(people.add) });
  };

  return (
    <>
      <StepHeader
        title={t(isCreating ? "send.createTitle" : "send.title")}
        lead={t(isCreating ? "send.createLead" : "send.lead")}
      />
      <ModeChoice wizard={wizard} />
      {workspace.mailDelivery === "NONE" ? (
        <p className={classes.notice}>{t(isCreating ? "send.noMailCreated" : "send.noMail")}</p>
      ) : null}
      {workspace.mailDelivery === "INBOX" ? <p className={classes.notice}>{t("send.inbox")}</p> : null}
      {isCreating ? <ActivationForm wizard={wizard} /> : <MailForm wizard={wizard} />}
      <section aria-labelledby="what-happens" className={classes.happens}>
        <h2 id="what-happens" className={classes.title}>
          {t("send.happens")}
        </h2>
        <div role="status">
          <p className={classes.verdict}>{people ? verdict(wizard) : checking ? t("send.checking") : null}</p>
          {people && wizard.here.at === "asking" ? <p className={classes.detail}>{t("send.stillAsking")}</p> : null}
          {people && wizard.here.at === "stopped" ? <p className={classes.detail}>{t("send.notAsked")}</p> : null}
          {people && people.look > 0 ? (
            <p className={classes.detail}>
              {t("send.refused", { count: people.look, number: number(people.look) })}{" "}
              <Link to="/import/check">{t("send.seeThem")}</Link>
            </p>
          ) : null}
        </div>
        {hindrance && !checking ? (
          <p className={classes.hindrance}>
            {t(`hindrance.${hindrance}`)}{" "}
            {hindrance === "message" ? null : (
              <Link to={hindrance === "columns" ? "/import/columns" : "/import/check"}>
                {t(hindrance === "columns" ? "check.toColumns" : "send.toCheck")}
              </Link>
            )}
          </p>
        ) : null}
        <div role="alert" className={classes.refusal}>
          {refusal}
        </div>
      </section>
      <StepActions back="check">
        <Button
          leftSection={<IconSend size={16} aria-hidden />}
          disabled={hindrance !== null}
          loading={isSending}
          onClick={() => void send()}
        >
          {isCreating ? createWords(people, isMailing) : inviteWords(people)}
        </Button>
      </StepActions>
    </>
  );
}
