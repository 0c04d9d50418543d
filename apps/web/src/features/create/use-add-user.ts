import { deriveUsername } from "@usher/rules/username";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useViewer } from "../../apollo/viewer";
import { useCodedForm } from "../../ui/use-coded-form";
import { mailOf } from "./access-values";
import { type AddUserValues, checkAddUser } from "./add-user-values";
import { lastChoice } from "./last-choice";
import { useAvailability } from "./use-availability";
import { useSuggestedUsername } from "./use-suggested-username";

/** The reader's day: the server decides by the workspace's. */
export const today = () => new Date().toLocaleDateString("sv-SE");

/** What is typed of an account that is to be made, what is derived from it, and what the server knows of it. `draft`: where it is kept. */
export function useAddUser(draft: string) {
  const { t } = useTranslation("create");
  const { workspace } = useViewer();
  const mails = workspace.mailDelivery !== "NONE";
  const initial: AddUserValues = {
    userType: "MEMBER",
    firstName: "",
    lastName: "",
    email: "",
    noEmail: false,
    username: null,
    company: "",
    groups: [],
    roles: ["LEARNER"],
    label: "",
    language: workspace.defaultLanguage,
    deletionDate: "",
    externalId: "",
    password: "",
    ...lastChoice(),
  };
  const labels = {
    userType: t("form.userType"),
    firstName: t("form.firstName"),
    lastName: t("form.lastName"),
    email: t("form.email"),
    noEmail: t("form.noEmail"),
    username: t("form.username"),
    company: t("form.company"),
    groups: t("form.groups"),
    roles: t("form.roles"),
    label: t("form.label"),
    language: t("form.language"),
    deletionDate: t("form.deletionDate"),
    externalId: t("form.externalId"),
    credential: t("form.credential"),
    password: t("form.password"),
    activationMail: t("form.mail"),
  };
  // what stands in the form decides what is derived, and what is derived is checked with it
  const [suggestedNow, setSuggestedNow] = useState("");
  const check = (values: AddUserValues) =>
    checkAddUser(values, { today: today(), workspace: workspace.name, suggested: suggestedNow });
  const form = useCodedForm<AddUserValues>({ initial, labels, check, draft, secret: ["password"] });
  const { values } = form;
  const fromEmail = useSuggestedUsername(values.noEmail ? "" : values.email);
  const names = `${values.firstName} ${values.lastName}`.trim();
  const suggested = values.noEmail && names !== "" ? deriveUsername(names) : fromEmail;
  if (suggested !== suggestedNow) setSuggestedNow(suggested);
  const username = values.username ?? suggested;
  const mail = mailOf(values);
  return {
    form,
    labels,
    check,
    suggested,
    username,
    available: useAvailability(values.noEmail ? [] : [values.email], [username]),
    /** Which mail goes out; LATER also where none is sent at all. */
    mail: mails ? mail : ("LATER" as const),
    isMailed: mails && mail !== "LATER",
  };
}

export type AddUser = ReturnType<typeof useAddUser>;
