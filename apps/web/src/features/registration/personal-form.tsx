import { useQuery } from "@apollo/client/react";
import { Anchor, Button } from "@mantine/core";
import { useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate } from "react-router";
import { useViewer } from "../../apollo/viewer";
import {
  type AccountBesideFragment,
  type IdentityNowQuery,
  ReviewedIdentityDocument,
  type ReviewedIdentityQuery,
} from "../../gql/graphql";
import { IdentityForm } from "../../ui/identity-form/identity-form";
import { askedFields, type IdentityValues, identityValues } from "../../ui/identity-form/identity-values";
import { useIdentityDraft } from "../../ui/identity-form/use-identity-draft";
import type { RefusedBy } from "../../ui/identity-form/use-identity-fields";
import { useMistyped, withMistyped } from "../../ui/identity-form/use-mistyped";
import { ListSkeleton } from "../../ui/list-skeleton";
import { LoadFailed } from "../../ui/load-failed";
import { personName } from "../../ui/person-name";
import { dropUnsent, keepUnsent, readUnsent } from "../../ui/unsent";
import { useWarnOfLeaving } from "../../ui/use-warn-of-leaving";
import { Note } from "./note";
import classes from "./personal-form.module.css";
import { PersonalFrame, useListPath } from "./personal-frame";
import type { KeptDraft } from "./personal-page";
import { useRegister } from "./use-register";
import { useToldWords } from "./use-told-words";

interface Props {
  identity: IdentityNowQuery["identity"];
  user: AccountBesideFragment;
  onDone: () => void;
}

/** Begins with what is known: nothing is read, and so nothing recorded, where there is nothing. */
export function PersonalForm(props: Props) {
  const { user } = props;
  // as it was when the form was opened: a draft that is kept meanwhile is what stands here anyway
  const [isKnown] = useState(props.identity.status !== "NONE");
  const { data, error, refetch } = useQuery(ReviewedIdentityDocument, {
    variables: { userId: user.id },
    fetchPolicy: "no-cache",
    skip: !isKnown,
  });
  if (!isKnown) return <Steps {...props} known={null} />;
  if (data) return <Steps {...props} known={data.identity} />;
  // the heading comes with the form, to take the focus once
  if (!error) return <ListSkeleton rows={6} />;
  return (
    <PersonalFrame user={user}>
      <LoadFailed error={error} retry={() => void refetch()} />
    </PersonalFrame>
  );
}

interface StepsProps extends Props {
  known: ReviewedIdentityQuery["identity"] | null;
}

const canBeKept = ["NONE", "DRAFT", "REJECTED"];

function Steps({ identity, user, known, onDone }: StepsProps) {
  const { t } = useTranslation("review");
  const navigate = useNavigate();
  const listPath = useListPath();
  const { user: viewer, workspace } = useViewer();
  const toldWords = useToldWords();
  const asked = useMemo(() => askedFields(workspace.identityFields), [workspace.identityFields]);
  const [begun] = useState(() => begin(user, known));
  // what no draft takes stays while others are looked at, unless the person gives it anew meanwhile
  const place = `registering ${user.id} ${known?.updatedAt}`;
  const mistyped = `mistyped ${user.id}`;
  const [values, setValues] = useState(() => withMistyped(mistyped, readUnsent(place) ?? begun.values));
  const [errors, setErrors] = useState<readonly RefusedBy[]>([]);
  const [failure, setFailure] = useState<unknown>(null);
  const [sending, setSending] = useState(false);
  const [isClosed, setClosed] = useState(() => !canBeKept.includes((known ?? identity).status));
  const [isOvertaken, setOvertaken] = useState(false);
  const { keep, register } = useRegister(user.id, asked);
  const name = personName(user);
  const isChanged = values !== begun.values;
  const isKept = useRef(true);

  const draft = useIdentityDraft({
    values,
    save: async (now, isLeaving) => {
      if (isClosed) return [];
      isKept.current = false;
      const refused = await keep(now, isLeaving);
      isKept.current = refused.length === 0;
      // submitted or decided by somebody else: what was typed stays, and can still be registered
      if (refused.some(({ code }) => code === "IDENTITY_CLOSED")) {
        setClosed(true);
        setOvertaken(true);
      }
      return refused;
    },
  });

  useMistyped(mistyped, values, asked);
  // no draft takes it
  const isUnsent = isClosed && isChanged;
  useWarnOfLeaving(isUnsent);
  useEffect(() => {
    if (isUnsent) keepUnsent(place, values);
  }, [isUnsent, place, values]);

  async function send() {
    setSending(true);
    setErrors([]);
    setFailure(null);
    await draft.close();
    try {
      const refused = await register(values);
      if (refused.length === 0) {
        dropUnsent(place);
        return onDone();
      }
      setErrors(refused);
    } catch (error) {
      setFailure(error);
    } finally {
      setSending(false);
    }
    draft.reopen();
  }

  async function leave() {
    await draft.saveNow();
    if (!isKept.current) return;
    const state: KeptDraft | null = isChanged ? { kept: name } : null;
    void navigate(listPath, { state });
  }

  return (
    <PersonalFrame
      user={user}
      actions={
        isClosed ? null : (
          <Button variant="default" loading={draft.saving.at === "saving"} onClick={() => void leave()}>
            {t("personal.keep")}
          </Button>
        )
      }
    >
      <div className={classes.notes}>
        {isOvertaken ? (
          <Note isUrgent>
            {t("personal.overtaken", { name })}{" "}
            <Anchor component={Link} to={`/registration/review/${user.id}`} inherit underline="always">
              {t("ask.review")}
            </Anchor>
          </Note>
        ) : null}
        {isClosed && !isOvertaken ? <Note>{t("personal.notKept")}</Note> : null}
        {begun.isFromAccount ? <Note>{t("personal.fromAccount")}</Note> : null}
      </div>
      <IdentityForm
        values={values}
        onChange={(field, value) => setValues((before) => ({ ...before, [field]: value }))}
        asked={asked}
        errors={errors}
        failure={failure}
        reasons={known?.reasons}
        onStep={isClosed ? undefined : () => void draft.saveNow()}
        saving={isClosed ? undefined : draft.saving}
        reviewLead={`${t("personal.check", { name })} ${toldWords(user)}`.trim()}
        submit={t("personal.submit")}
        onDone={() => void send()}
        isSending={sending}
      />
      {known && user.id !== viewer.id ? <p className={classes.recorded}>{t("recorded", { name })}</p> : null}
    </PersonalFrame>
  );
}

/** Names are not asked twice: where none are known yet, the account's stand there to be corrected. */
function begin(
  { firstName, lastName }: AccountBesideFragment,
  known: StepsProps["known"],
): { values: IdentityValues; isFromAccount: boolean } {
  const values = identityValues(known?.values);
  const isFromAccount = values.legalFirstName === "" && values.legalLastName === "" && Boolean(firstName || lastName);
  if (!isFromAccount) return { values, isFromAccount };
  return { values: { ...values, legalFirstName: firstName ?? "", legalLastName: lastName ?? "" }, isFromAccount };
}
