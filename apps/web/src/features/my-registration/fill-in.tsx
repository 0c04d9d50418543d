import { Button } from "@mantine/core";
import type { IdentityField } from "@usher/rules/identity-fields";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate } from "react-router";
import { useViewer, type Viewer } from "../../apollo/viewer";
import { announceArrival, takeArrival } from "../../ui/arrival";
import { IdentityForm } from "../../ui/identity-form/identity-form";
import {
  askedFields,
  draftInput,
  type IdentityValues,
  identityInput,
  identityValues,
  lockedFields,
} from "../../ui/identity-form/identity-values";
import { useIdentityDraft } from "../../ui/identity-form/use-identity-draft";
import type { RefusedBy } from "../../ui/identity-form/use-identity-fields";
import { useMistyped, withMistyped } from "../../ui/identity-form/use-mistyped";
import classes from "./my-registration.module.css";
import type { OwnIdentity } from "./use-own-identity";
import { useSendIdentity } from "./use-send-identity";

const place = "own identity";

/** The guided form of one's own identity; after a rejection, of what has to be corrected. */
export function FillIn({ identity }: { identity: OwnIdentity }) {
  const { t } = useTranslation("own");
  const { user, workspace } = useViewer();
  const navigate = useNavigate();
  const send = useSendIdentity();
  const asked = useMemo(() => askedFields(workspace.identityFields), [workspace.identityFields]);
  // what the server answers to a draft does not move what is being typed
  const [values, setValues] = useState(() => withMistyped(place, beginning(identity, user)));
  const [errors, setErrors] = useState<readonly RefusedBy[]>([]);
  const [failure, setFailure] = useState<unknown>(null);
  const [isSending, setSending] = useState(false);
  const isRejected = identity.status === "REJECTED";
  const isFounder = user.userType === "FOUNDER";
  const draft = useIdentityDraft({
    values,
    save: (now, isLeaving) => send(draftInput(now, asked), { draft: true, isLeaving }),
  });

  useMistyped(place, values, asked);

  async function submit() {
    setErrors([]);
    setFailure(null);
    setSending(true);
    await draft.close();
    try {
      announceArrival();
      const refused = await send(identityInput(values, asked), { draft: false });
      if (refused.length === 0) return void navigate("/my-registration", { replace: true });
      setErrors(refused);
    } catch (error) {
      setFailure(error);
    }
    takeArrival();
    draft.reopen();
    setSending(false);
  }

  return (
    <>
      <IdentityForm
        isOwn
        size="md"
        values={values}
        onChange={(field: IdentityField, value: string) => setValues((all) => ({ ...all, [field]: value }))}
        asked={asked}
        errors={errors}
        failure={failure}
        reasons={isRejected ? identity.reasons : undefined}
        locked={isRejected ? lockedFields(identity.correctable) : undefined}
        onStep={() => void draft.saveNow()}
        saving={draft.saving}
        reviewLead={isFounder ? t("review.founder") : t("review.lead")}
        submit={isFounder ? t("register") : t("send", { workspace: workspace.name })}
        onDone={() => void submit()}
        isSending={isSending}
      />
      {isFounder ? (
        <Button component={Link} to="/" variant="subtle" size="md" fullWidth className={classes.later}>
          {t("later")}
        </Button>
      ) : null}
    </>
  );
}

/** What is known, and where nothing is, the names of the account: they are not asked twice. */
function beginning({ values }: OwnIdentity, { firstName, lastName }: Viewer["user"]): IdentityValues {
  return identityValues(values ?? { legalFirstName: firstName, legalLastName: lastName });
}
