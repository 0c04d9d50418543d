import { Button, Stack, Title } from "@mantine/core";
import type { AskedFields, IdentityField as Field, IdentityStep } from "@usher/rules/identity-fields";
import { parseAsString, useQueryState } from "nuqs";
import { type FormEvent, type ReactNode, useEffect, useEffectEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { ErrorSummary } from "../error-summary";
import { useErrorWords, useFailureWords } from "../error-words";
import { type Standing, StepNav } from "../step-nav";
import type { SummaryLine } from "../use-coded-form";
import { DraftState } from "./draft-state";
import { IdentityField } from "./identity-field";
import classes from "./identity-form.module.css";
import { IdentitySummary, SummaryProblem } from "./identity-summary";
import { askedSteps, fieldsOf, type IdentityValues, stepOf } from "./identity-values";
import type { Saving } from "./use-identity-draft";
import { fieldAt, type IdentityFieldsState, type RefusedBy, useIdentityFields } from "./use-identity-fields";
import { useIdentityWords } from "./use-identity-words";

/** A step of the caller's own that comes before those of the identity. */
export interface OwnStep {
  name: string;
  label: string;
  content: ReactNode;
  standing: Standing;
  /** What keeps it from being sent, each line leading to its field. */
  problems?: readonly SummaryLine[];
  /** Says what is wrong with it; false where that has to be mended before going on. */
  leave?: () => boolean;
  /** What the last step lists of it. */
  summary?: ReactNode;
}

interface Props {
  values: IdentityValues;
  onChange: (field: Field, value: string) => void;
  asked: AskedFields;
  /** What the server refused of the last attempt; failures of the whole request are `failure`. */
  errors?: readonly RefusedBy[];
  failure?: unknown;
  reasons?: readonly { field: string; reason: string }[];
  locked?: ReadonlySet<Field>;
  /** Whether the person fills in their own. */
  isOwn?: boolean;
  size?: "sm" | "md";
  before?: readonly OwnStep[];
  /** A step was left. */
  onStep?: () => void;
  /** Absent where no drafts are kept. */
  saving?: Saving;
  /** The last step's words and button. */
  reviewLead: ReactNode;
  submit: string;
  /** Everything is there and looks right. */
  onDone: () => void;
  isSending?: boolean;
}

/** The guided form of an identity: its steps in any order, the last one lists everything. The address holds the step. */
export function IdentityForm(props: Props) {
  const { asked, errors = [], failure, before = [], size = "sm", saving, reviewLead, submit, isSending } = props;
  const { t } = useTranslation("identity");
  const words = useIdentityWords();
  const fields = useIdentityFields(props);
  const names = [...before.map(({ name }) => name), ...askedSteps(asked), "review"];
  const [address, setAddress] = useQueryState("step", parseAsString.withOptions({ history: "push" }));
  const current = names.find((name) => name === address) ?? firstStep(names, fields);
  const own = before.find(({ name }) => name === current);
  const isReview = current === "review";
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set());
  const heading = useRef<HTMLHeadingElement>(null);
  const target = useRef<string | null>(null);
  const summaryRef = useRef<HTMLDivElement>(null);
  const [complaints, setComplaints] = useState(0);
  const unchanged = fieldsOf(asked).filter(fields.isToCorrect);
  const [asksAbout, setAsksAbout] = useState<readonly Field[]>([]);
  const summary = [
    ...useSummary(fields, before, errors, failure, complaints > 0),
    ...asksAbout
      .filter(fields.isToCorrect)
      .map((field) => ({ fieldId: fields.idOf(field), label: words.label(field), code: null, words: t("unchanged") })),
  ];

  const arrive = useEffectEvent((left: string) => {
    setSeen((all) => new Set(all).add(left));
    const field = target.current && document.getElementById(target.current);
    target.current = null;
    if (field) field.focus();
    else {
      heading.current?.focus({ preventScroll: true });
      window.scrollTo(0, 0);
    }
    props.onStep?.();
  });
  const shown = useRef(current);
  useEffect(() => {
    if (shown.current === current) return;
    arrive(shown.current);
    shown.current = current;
  }, [current]);

  const hasRefusals = errors.length > 0 || Boolean(failure);
  useEffect(() => {
    if (complaints > 0 || hasRefusals) summaryRef.current?.focus();
  }, [complaints, hasRefusals]);

  const go = (name: string) => void setAddress(name);

  function goToField(fieldId: string) {
    const field = fieldsOf(asked).find((each) => fields.idOf(each) === fieldId);
    const owner = before.find(({ problems = [] }) => problems.some((line) => line.fieldId === fieldId));
    target.current = fieldId;
    if (field) fields.showAll();
    const step = field ? stepOf(field) : owner?.name;
    if (step) go(step);
  }

  function goOn(event: FormEvent) {
    event.preventDefault();
    if (isReview) {
      fields.showAll();
      if (fields.problems.length > 0 || before.some(({ problems = [] }) => problems.length > 0)) {
        return setComplaints((n) => n + 1);
      }
      // what was rejected may be right as it is: asked once
      if (unchanged.some((field) => !asksAbout.includes(field))) {
        setAsksAbout(unchanged);
        return setComplaints((n) => n + 1);
      }
      return props.onDone();
    }
    if (own?.leave && !own.leave()) return;
    const here = own ? [] : fieldsOf(asked, current as IdentityStep);
    fields.leave(...here);
    // what is missing may come later; what is mistyped is best mended where it stands
    const wrong = fields.problems.find(
      ({ field, code }) => here.includes(field) && code !== "REQUIRED" && !isEarly(field),
    );
    if (wrong) document.getElementById(fields.idOf(wrong.field))?.focus();
    else go(nextStep(names, current, fields));
  }

  /** Which country a phone number is of may be told in a later step. */
  const isEarly = (field: Field) =>
    field === "phone" &&
    /^[\d\s()./-]{6,}$/.test(fields.values.phone) &&
    !fields.identity.country &&
    !fields.identity.nationality;

  const steps = names.map((name) => ({
    name,
    label: before.find((each) => each.name === name)?.label ?? t(`step.${name as IdentityStep | "review"}`),
    standing: before.find((each) => each.name === name)?.standing ?? standingOf(name, fields, seen),
  }));
  const label = steps.find(({ name }) => name === current)?.label;
  const previous = names[names.indexOf(current) - 1];

  return (
    <form onSubmit={goOn} noValidate>
      <StepNav label={t("steps")} steps={steps} current={current} onGo={go} />
      <Title order={2} ref={heading} tabIndex={-1} data-page-heading className={classes.title}>
        {label}
      </Title>
      {isReview ? <p className={classes.lead}>{reviewLead}</p> : null}
      <div className={classes.body}>
        {isReview ? (
          <Stack gap="lg">
            <ErrorSummary form={{ summary, summaryRef }} onGo={goToField} />
            {before.map(({ name, summary: listed }) => (listed ? <div key={name}>{listed}</div> : null))}
            <IdentitySummary
              values={{ ...fields.values, ...understood(fields) }}
              asked={asked}
              onChange={go}
              remark={(field) => {
                const problem = fields.problems.find((each) => each.field === field);
                const home = fields.identity.country ?? fields.identity.nationality;
                if (problem) {
                  const text = problem.code === "REQUIRED" ? t("missing") : words.problem(problem, home, fields.isOwn);
                  return <SummaryProblem>{text}</SummaryProblem>;
                }
                const reason = fields.isToCorrect(field) && fields.reasonOf(field);
                return reason ? <SummaryProblem>{t("reason", { reason })}</SummaryProblem> : null;
              }}
            />
          </Stack>
        ) : (
          (own?.content ?? (
            <Stack gap="md">
              {fieldsOf(asked, current as IdentityStep).map((field) => (
                <IdentityField key={field} field={field} fields={fields} size={size} />
              ))}
            </Stack>
          ))
        )}
      </div>
      <div className={classes.end}>
        {previous ? (
          <Button variant="default" size={size} onClick={() => go(previous)}>
            {t("back")}
          </Button>
        ) : null}
        <Button type="submit" size={size} loading={isSending} className={classes.go}>
          {isReview ? submit : t("continue")}
        </Button>
      </div>
      {saving ? <DraftState saving={saving} /> : null}
    </form>
  );
}

/** Where there is something to correct; else at the beginning. */
function firstStep(names: readonly string[], fields: IdentityFieldsState): string {
  const rejected = fieldsOf(fields.asked).find((field) => fields.reasonOf(field) !== undefined);
  return rejected ? stepOf(rejected) : (names[0] as string);
}

/** The next one in which something can be filled in; the last one for everybody. */
function nextStep(names: readonly string[], current: string, { asked, isLocked }: IdentityFieldsState): string {
  const after = names.slice(names.indexOf(current) + 1);
  const isOpen = (name: string) => !fieldsOf(asked, name as IdentityStep).every(isLocked);
  return after.find((name) => name !== "review" && isOpen(name)) ?? "review";
}

/** What is right as the rules understand it; the rest stays as it was typed. */
const understood = ({ identity }: IdentityFieldsState) =>
  Object.fromEntries(Object.entries(identity).filter(([, value]) => value !== null));

function standingOf(name: string, fields: IdentityFieldsState, seen: ReadonlySet<string>): Standing {
  if (name === "review") return "open";
  const here = fieldsOf(fields.asked, name as IdentityStep);
  const isHere = ({ field }: { field: Field }) => here.includes(field);
  const isLeft = seen.has(name);
  if (here.some(fields.isToCorrect)) return "look";
  if (fields.shown.some(isHere) || (isLeft && fields.problems.some(isHere))) return "look";
  if (fields.problems.some(isHere)) return "open";
  return isLeft || here.some((field) => fields.values[field] !== "") ? "done" : "open";
}

/** Everything that keeps it from being sent, once that was tried. */
function useSummary(
  fields: IdentityFieldsState,
  before: readonly OwnStep[],
  errors: readonly RefusedBy[],
  failure: unknown,
  wasTried: boolean,
): SummaryLine[] {
  const words = useIdentityWords();
  const errorWords = useErrorWords();
  const failureWords = useFailureWords();
  if (!wasTried && errors.length === 0 && !failure) return [];
  const home = fields.identity.country ?? fields.identity.nationality;
  const lines: SummaryLine[] = before.flatMap(({ problems = [] }) => problems);
  for (const problem of fields.problems) {
    const { field, code } = problem;
    lines.push({
      fieldId: fields.idOf(field),
      label: words.label(field),
      code,
      words: words.problem(problem, home, fields.isOwn),
    });
  }
  for (const { code, message, path } of errors) {
    if (fieldAt(path) === null) lines.push({ fieldId: null, label: null, code, words: errorWords(code, message) });
  }
  if (failure) lines.push({ fieldId: null, label: null, code: null, words: failureWords(failure) });
  return lines;
}
