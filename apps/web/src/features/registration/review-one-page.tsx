import { useQuery } from "@apollo/client/react";
import { Anchor } from "@mantine/core";
import type { IdentityField } from "@usher/rules/identity-fields";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate, useParams } from "react-router";
import { isHidden } from "../../apollo/failure";
import { useViewer } from "../../apollo/viewer";
import { type IdentityNowQuery, ReviewedIdentityDocument, type ReviewedIdentityQuery } from "../../gql/graphql";
import { useFormat } from "../../i18n/format";
import { EmptyState } from "../../ui/empty-state";
import { isIdentityField } from "../../ui/identity-form/identity-values";
import { useIdentityWords } from "../../ui/identity-form/use-identity-words";
import { IdentityStatusMark } from "../../ui/identity-status-mark";
import { ListSkeleton } from "../../ui/list-skeleton";
import { LoadFailed } from "../../ui/load-failed";
import { PageHeader } from "../../ui/page-header";
import { personName } from "../../ui/person-name";
import { RelativeTime } from "../../ui/relative-time";
import { dropUnsent, keepUnsent, readUnsent } from "../../ui/unsent";
import { useWarnOfLeaving } from "../../ui/use-warn-of-leaving";
import { AccountBeside } from "./account-beside";
import classes from "./beside.module.css";
import { DecisionBar } from "./decision-bar";
import { DecisionDialog } from "./decision-dialog";
import { reasonId } from "./field-mark";
import { firstUnexplained, type Marks, markedFields } from "./marks";
import { reviewPath, useReviewFilter } from "./review-filter";
import { useReviewOutlet } from "./review-layout";
import { ReviewPosition } from "./review-position";
import { ReviewedIdentity } from "./reviewed-identity";
import { Standing, useMayDecide } from "./standing";
import type { Decision } from "./use-decide";
import { useNeighbours } from "./use-neighbours";
import { useToldWords } from "./use-told-words";

/** One identity to be looked at: what the person gave beside what the account says, and the two decisions (F60). */
export function ReviewOnePage() {
  const { userId = "" } = useParams();
  return <Loaded key={userId} userId={userId} />;
}

function Loaded({ userId }: { userId: string }) {
  const { t } = useTranslation("review");
  const [filter] = useReviewFilter();
  // kept nowhere, not even in this page's cache
  const { data, error, refetch } = useQuery(ReviewedIdentityDocument, {
    variables: { userId },
    fetchPolicy: "no-cache",
  });
  if (data) {
    const { identity } = data;
    return <Review key={identity.updatedAt} identity={identity} onReadAgain={() => void refetch()} />;
  }
  if (!error) return <ListSkeleton rows={6} />;
  if (!isHidden(error)) return <LoadFailed error={error} retry={() => void refetch()} />;
  return (
    <EmptyState
      wholePage
      title={t("gone.title")}
      actions={
        <Anchor component={Link} to={reviewPath(filter)} size="sm">
          {t("gone.back")}
        </Anchor>
      }
    >
      {t("gone.text")}
    </EmptyState>
  );
}

/** What was marked and is not sent yet stays while others are looked at. */
const marksPlace = (userId: string) => `marks of ${userId}`;

interface ReviewProps {
  identity: ReviewedIdentityQuery["identity"];
  onReadAgain: () => void;
}

function Review({ identity: read, onReadAgain }: ReviewProps) {
  const { t } = useTranslation("review");
  const format = useFormat();
  const navigate = useNavigate();
  const [filter] = useReviewFilter();
  const { user: viewer, workspace } = useViewer();
  const identityWords = useIdentityWords();
  const { report } = useReviewOutlet();
  const toldWords = useToldWords();
  const mayDecide = useMayDecide();
  const neighbours = useNeighbours(read.id);
  const [marks, setMarks] = useState<Marks>(() => readUnsent<Marks>(marksPlace(read.id)) ?? {});
  const [isChecked, setChecked] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [decision, setDecision] = useState<Decision | null>(null);
  const [now, setNow] = useState<IdentityNowQuery["identity"] | null>(null);
  useWarnOfLeaving(markedFields(marks).length > 0);
  const identity = { ...read, ...now };
  const { user } = identity;
  const name = user ? personName(user) : t("goneAccount");
  const isOpen = mayDecide(identity) && identity.updatedAt === read.updatedAt;
  const pathOf = (userId: string) => reviewPath(filter, userId);

  const missing = workspace.identityFields.flatMap(({ field, asked }) =>
    asked === "REQUIRED" && isIdentityField(field) && !read.values?.[field] ? [field] : [],
  );

  function mark(field: IdentityField, reason: string | null) {
    const { [field]: _, ...others } = marks;
    const next = reason === null ? others : { ...others, [field]: reason };
    setMarks(next);
    keepUnsent(marksPlace(read.id), next);
    setProblem(null);
  }

  function ask(wanted: Decision) {
    if (wanted === "reject" && markedFields(marks).length === 0) {
      setProblem(t("bar.markFirst"));
      document.querySelector<HTMLElement>("[data-mark]")?.focus();
      return;
    }
    const field = wanted === "reject" ? firstUnexplained(marks) : undefined;
    if (field) {
      setChecked(true);
      setProblem(t("bar.explainFirst"));
      document.getElementById(reasonId(field))?.focus();
      return;
    }
    // asked for since it was submitted: sent back for it, the person completes it
    if (wanted === "validate" && missing.length > 0) {
      return setProblem(t("bar.missing", { fields: format.list(missing.map(identityWords.label)) }));
    }
    setProblem(null);
    setDecision(wanted);
  }

  function onDone(done: Decision) {
    if (!user) return;
    const count = markedFields(marks).length;
    dropUnsent(marksPlace(read.id));
    const said =
      done === "validate"
        ? t("done.validated", { name })
        : t("done.rejected", { name, count, number: format.number(count) });
    report(`${said} ${toldWords(user)}`.trim());
    void navigate(neighbours.next ? pathOf(neighbours.next) : reviewPath(filter));
  }

  return (
    <>
      <PageHeader
        above={
          <Anchor component={Link} to={reviewPath(filter)} size="sm">
            {t("title")}
          </Anchor>
        }
        title={name}
        lead={
          <span className={classes.lead}>
            <IdentityStatusMark status={identity.status} />
            {identity.submittedAt ? (
              <span>
                {t("column.since.SUBMITTED")} <RelativeTime time={identity.submittedAt} />
              </span>
            ) : null}
          </span>
        }
        actions={<ReviewPosition neighbours={neighbours} pathOf={pathOf} />}
      />
      {isOpen ? null : <Standing identity={identity} isOvertaken={now !== null} onReadAgain={onReadAgain} />}
      <div className={classes.columns}>
        <div className={classes.main}>
          <ReviewedIdentity
            identity={identity}
            marks={isOpen ? marks : {}}
            onMark={isOpen ? mark : undefined}
            isChecked={isChecked}
          />
          {user && user.id !== viewer.id && read.values ? (
            <p className={classes.recorded}>{t("recorded", { name })}</p>
          ) : null}
        </div>
        <aside className={classes.aside} aria-label={t("account.title")}>
          {user ? <AccountBeside user={user} /> : null}
        </aside>
      </div>
      {isOpen && user ? (
        <>
          <DecisionBar marks={marks} problem={problem} onAsk={ask} />
          <DecisionDialog
            user={user}
            seenAt={read.updatedAt}
            marks={marks}
            decision={decision}
            onDone={onDone}
            onOvertaken={(next) => {
              setDecision(null);
              setNow(next);
            }}
            onClose={() => setDecision(null)}
          />
        </>
      ) : null}
    </>
  );
}
