import { useMutation } from "@apollo/client/react";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNewNames } from "../../apollo/names";
import { useViewer } from "../../apollo/viewer";
import { InviteUsersDocument } from "../../gql/graphql";
import { useFormat } from "../../i18n/format";
import { callKey } from "../../ui/call-key";
import { dropDraft, readDraft, writeDraft } from "../../ui/draft";
import { useCodedForm } from "../../ui/use-coded-form";
import {
  type AddressEntry,
  type AddressText,
  allEntries,
  countAddresses,
  isBadAddress,
  takeTyped,
} from "./address-entry";
import { aimKey, type InviteAim } from "./invite-aim";
import type { Outcome } from "./invite-outcome";
import { checkInvite, type InviteValues, inviteInput } from "./invite-values";
import { useEmailAvailability } from "./use-email-availability";

/** The reader's day: the server decides by the workspace's. */
export const today = () => new Date().toLocaleDateString("sv-SE");

interface Options {
  aim: InviteAim;
  /** Addresses to begin with, beside those that were typed before a reload. */
  kept: AddressEntry[];
  onInvited: (outcome: Outcome) => void;
}

export type InviteFormState = ReturnType<typeof useInviteForm>;

/** What was typed into a form that invites, what is known of it, and how it is sent. */
export function useInviteForm({ aim, kept, onInvited }: Options) {
  const { t } = useTranslation("invitations");
  const { can, workspace } = useViewer();
  const [invite] = useMutation(InviteUsersDocument);
  const draft = `usher.draft.invite${aimKey(aim)}`;
  const callPlace = `usher.draft.invite-call${aimKey(aim)}`;
  const mails = workspace.mailDelivery !== "NONE";
  useState(() => keepInDraft(draft, kept));
  const form = useCodedForm<InviteValues>({
    initial: {
      entries: kept,
      typed: "",
      company: "",
      groups: [],
      roles: ["LEARNER"],
      label: "",
      language: workspace.defaultLanguage,
      userType: "MEMBER",
      deletionDate: "",
      lifetimeHours: workspace.invitationLifetimeHours,
      message: "",
      sendMail: mails,
    },
    labels: {
      entries: t("form.addresses"),
      typed: t("form.addresses"),
      company: t("form.company"),
      groups: t("form.groups"),
      roles: aim.kind === "group" ? t("form.rolesIn", { group: aim.name }) : t("form.roles"),
      label: t("form.label"),
      language: t("form.language"),
      userType: t("form.userType"),
      deletionDate: t("form.deletionDate"),
      lifetimeHours: t("form.lifetime"),
      message: t("form.message"),
      sendMail: t("form.sendMail"),
    },
    check: (values) => checkInvite(values, aim, today(), can.peoplePerCall),
    draft,
  });
  const { values } = form;
  /** Somebody is at the text in the address field: nothing is said yet of what is no address in it. */
  const [isTyping, setTyping] = useState(false);
  const all = allEntries(values);
  const known = useEmailAvailability(all);
  const told = isTyping ? all.filter(({ key }, i) => key || i < values.entries.length) : all;
  const fresh = {
    groups: useNewNames("group", values.groups),
    company: useNewNames("company", [values.company]),
    label: useNewNames("label", can.add ? [values.label] : []),
  };

  async function send(sent: InviteValues) {
    // whoever sends before the fields have heard which names are new means them all the same
    const input = inviteInput(sent, aim, can.add);
    const { data } = await invite({ variables: { input: { ...input, idempotencyKey: callKey(callPlace, input) } } });
    const { results = [], userErrors = [] } = data?.inviteUsers ?? {};
    if (userErrors.length > 0 || results.length === 0) {
      return userErrors.map((error) => ({ ...error, path: error.path[0] === "people" ? ["entries"] : error.path }));
    }
    form.forget();
    dropDraft(callPlace);
    const people = allEntries(sent).filter(({ key }) => key);
    onInvited({
      sentMail: mails && sent.sendMail,
      people: results.flatMap((result) => {
        const entry = people[result.index];
        return entry ? [{ entry, ...result }] : [];
      }),
    });
  }

  function setAddresses({ entries, typed }: AddressText) {
    setTyping(typed !== values.typed || isTyping);
    form.setValues((before) => ({ ...before, entries, typed }));
  }

  function leaveAddresses() {
    setTyping(false);
    form.setValues((before) => ({ ...before, ...takeTyped(before) }));
  }

  function removeBad() {
    const left = isTyping ? values : { entries: all, typed: "" };
    setAddresses({ ...left, entries: left.entries.filter(({ key }) => key) });
  }

  return {
    form,
    known,
    fresh,
    counts: countAddresses(told, known),
    bad: told.filter((entry) => isBadAddress(entry, known)),
    isTyping,
    setAddresses,
    leaveAddresses,
    removeBad,
    /** Whether mail leaves this workspace at all. */
    mails,
    /** Whether this invitation goes out by mail, so that there is something to write and to look at. */
    writes: mails && values.sendMail,
    /** Sends with it what stands in the address field. */
    onSubmit(event: FormEvent) {
      leaveAddresses();
      form.onSubmit(send)(event);
    },
  };
}

/** A form that was left half written is found again as it was, and with these addresses. */
function keepInDraft(draft: string, kept: readonly AddressEntry[]) {
  const written = readDraft<Partial<InviteValues>>(draft);
  if (!written?.entries || kept.length === 0) return;
  const known = new Set(written.entries.map(({ text }) => text));
  writeDraft(draft, { ...written, entries: [...written.entries, ...kept.filter(({ text }) => !known.has(text))] });
}

/** The sentence at the address field, with what to do. */
export function useAddressError(state: InviteFormState): string | undefined {
  const { form, counts, bad, isTyping } = state;
  const { t } = useTranslation("invitations");
  const format = useFormat();
  const { can } = useViewer();
  const words = form.errorOf("entries");
  if (words && counts.good > can.peoplePerCall) {
    const count = counts.good - can.peoplePerCall;
    return t("addresses.tooMany", {
      count,
      most: format.number(can.peoplePerCall),
      number: format.number(counts.good),
    });
  }
  const isLeft = !isTyping && form.values.typed.trim() !== "";
  if (bad[0] && (words || isLeft)) {
    const [text] = bad[0].text.match(/^.{0,60}/su) ?? [""];
    return t("addresses.bad", {
      count: bad.length,
      number: format.number(bad.length),
      text: text === bad[0].text ? text : `${text}…`,
    });
  }
  // of what is being typed it is not said yet
  return isTyping && form.values.typed.trim() !== "" ? undefined : words;
}
