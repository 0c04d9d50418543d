import { screen, waitFor, within } from "@testing-library/react";
import { Answers, refusal } from "../../../test/answers";
import { aFounder } from "../../../test/people";
import { renderPage } from "../../../test/render-app";
import type { Viewer } from "../../apollo/viewer";
import type { RejectIdentityInput, ReviewedIdentityQuery } from "../../gql/graphql";
import { dropAllUnsent } from "../../ui/unsent";
import { ReviewLayout } from "./review-layout";
import { ReviewOnePage } from "./review-one-page";
import { anAccount, anIdentity, aRegistrar, connection, values } from "./testing/an-identity";

type Identity = ReviewedIdentityQuery["identity"];

const lea = anIdentity();
const jan = anIdentity({ user: anAccount({ id: "u6", firstName: "Jan", lastName: "Claes", language: "NL" }) });
const kim = anAccount({ id: "u2", firstName: "Kim", lastName: "Peeters" });

beforeEach(dropAllUnsent);

interface Options {
  viewer?: Viewer;
  path?: string;
  queue?: Identity[];
  /** What a decision is answered by. */
  refuses?: string;
  now?: Partial<Identity>;
}

function open({
  viewer = aRegistrar(),
  path = "/registration/review/u5",
  queue = [lea, jan],
  refuses,
  now,
}: Options = {}) {
  const byId = (id: string) => {
    const found = queue.find((identity) => identity.id === id);
    if (!found) throw refusal("NOT_FOUND");
    return found;
  };
  const decide =
    (name: string, status: "VALIDATED" | "REJECTED") =>
    ({ input }: { input: { userId: string } }) => ({
      [name]: {
        __typename: "IdentityPayload",
        identity: refuses ? null : { ...byId(input.userId), status, decidedAt: "2026-11-27T12:00:00.000Z" },
        userErrors: refuses ? [{ __typename: "UserError", code: refuses, message: refuses, path: ["userId"] }] : [],
      },
    });
  const decided = new Set<string>();
  const answers = new Answers({
    ReviewQueue: () => ({ identities: connection(queue.filter(({ id }) => !decided.has(id))) }),
    ReviewedIdentity: ({ userId }: { userId: string }) => ({ identity: byId(userId) }),
    IdentityNow: ({ userId }: { userId: string }) => ({ identity: { ...byId(userId), ...now } }),
    ValidateIdentity: decide("validateIdentity", "VALIDATED"),
    RejectIdentity: decide("rejectIdentity", "REJECTED"),
  });
  const page = renderPage(<ReviewLayout />, {
    answers,
    at: "/registration/review",
    path,
    viewer,
    within: [
      { path: "/registration/review/:userId", element: <ReviewOnePage /> },
      { path: "/registration/review", element: <h1>The queue</h1> },
    ],
  });
  return {
    answers,
    ...page,
    sent: () => answers.askedFor("RejectIdentity").map(({ input }) => input as RejectIdentityInput),
  };
}

const title = (name: string) => screen.findByRole("heading", { level: 1, name });
const row = (label: string) => screen.getByText(label, { selector: "dt" }).parentElement as HTMLElement;
const button = (name: string | RegExp) => screen.getByRole("button", { name });

it("shows what was given beside the account, and says in words where names differ (F60)", async () => {
  open();
  await title("Lea Maes");
  expect(row("Legal first names")).toHaveTextContent("Léa MarieDiffers from the account: Lea");
  expect(row("Legal last name")).toHaveTextContent("MAESWritten otherwise in the account: Maes");
  expect(row("Date of birth")).toHaveTextContent("May 18, 1993");
  expect(row("Country")).toHaveTextContent("Belgium");
  expect(row("Kind of document")).toHaveTextContent("Identity card");
  expect(row("Tax number")).toHaveTextContent("Not given");
  const account = screen.getByRole("complementary", { name: "The account" });
  expect(account).toHaveTextContent("lea@example.org");
  expect(within(account).getByRole("link", { name: "Open the account" })).toHaveAttribute("href", "/users/u5/profile");
  expect(document.title).toBe("Lea Maes · Usher");
});

it("says that reading is recorded, and keeps what it read in no cache (F63)", async () => {
  const { answers, client } = open();
  await title("Lea Maes");
  expect(screen.getByText("That you read this is recorded, and Lea Maes can see it.")).toBeVisible();
  expect(answers.askedFor("ReviewedIdentity")).toEqual([{ userId: "u5" }]);
  expect(JSON.stringify(client.cache.extract())).not.toContain("592-1234567-89");
  expect(JSON.stringify({ ...sessionStorage, ...localStorage })).not.toContain("Léa");
});

it("validates once that was confirmed, says so, and opens the next one (F60)", async () => {
  const { user, answers, path } = open();
  await title("Lea Maes");
  await user.click(button("Validate"));
  const dialog = await screen.findByRole("dialog", { name: "Validate the personal information of Lea Maes?" });
  expect(dialog).toHaveTextContent("Lea Maes may use Delta from then on, and can change nothing of it any more.");
  expect(dialog).toHaveTextContent("The mail to Lea Maes is kept in the development inbox.");
  expect(answers.askedFor("ValidateIdentity")).toEqual([]);
  await user.click(within(dialog).getByRole("button", { name: "Validate" }));
  expect(await title("Jan Claes")).toBeVisible();
  expect(path()).toBe("/registration/review/u6");
  expect(screen.getByText(/^The personal information of Lea Maes is validated\./)).toBeVisible();
  expect(answers.askedFor("ValidateIdentity")).toEqual([
    { input: { userId: "u5", seenAt: "2026-11-27T10:00:00.000Z" } },
  ]);
});

it("rejects the fields that were marked, each with a reason, chosen or written (F60)", async () => {
  const { user, sent } = open();
  await title("Lea Maes");
  await user.click(button("Date of birth is wrong"));
  // whoever marks a field goes on with its reasons
  await waitFor(() => expect(button("Not as on the document")).toHaveFocus());
  await user.click(button("Not as on the document"));
  await user.click(button("Document number is wrong"));
  const boxes = screen.getAllByRole("textbox", { name: /^What Lea Maes is told/ });
  expect(boxes[0]).toHaveValue("Please write this exactly as your identity document has it.");
  await user.type(boxes[1] as HTMLElement, "Two digits are missing.");
  expect(screen.getByText("To correct: Date of birth and Document number.")).toBeVisible();
  expect(screen.queryByRole("button", { name: "Validate" })).toBeNull();
  await user.click(button("Reject 2 fields"));
  const dialog = await screen.findByRole("dialog", { name: "Send it back to Lea Maes?" });
  expect(dialog).toHaveTextContent("Lea Maes corrects 2 fields and submits it again; everything else stays as it is.");
  expect(dialog).toHaveTextContent("Document number Two digits are missing.");
  await user.click(within(dialog).getByRole("button", { name: "Reject 2 fields" }));
  expect(await title("Jan Claes")).toBeVisible();
  expect(screen.getByText(/^Sent back to Lea Maes with 2 fields to correct\./)).toBeVisible();
  expect(sent()).toEqual([
    {
      userId: "u5",
      seenAt: "2026-11-27T10:00:00.000Z",
      reasons: [
        { field: "dateOfBirth", reason: "Please write this exactly as your identity document has it." },
        { field: "documentNumber", reason: "Two digits are missing." },
      ],
    },
  ]);
});

it("asks for a mark, and for a reason, before it asks whether to reject (F60)", async () => {
  const { user } = open();
  await title("Lea Maes");
  await user.click(button("Reject"));
  expect(screen.getByRole("alert")).toHaveTextContent("Mark at least one field as wrong first.");
  expect(button("Legal first names is wrong")).toHaveFocus();
  await user.click(button("Town is wrong"));
  await user.click(button("Reject 1 field"));
  expect(screen.getByRole("alert")).toHaveTextContent("Say for each marked field what is wrong with it.");
  const box = screen.getByRole("textbox", { name: /^What Lea Maes is told/ });
  expect(box).toHaveFocus();
  expect(box).toBeInvalid();
  expect(screen.queryByRole("dialog")).toBeNull();
  await user.click(button("Town is not wrong"));
  expect(button("Validate")).toBeVisible();
});

it("writes the usual reasons in the person's language (F60)", async () => {
  const { user } = open({ path: "/registration/review/u6" });
  await title("Jan Claes");
  await user.click(button("Document number is wrong"));
  expect(screen.getByText("Jan Claes reads Nederlands: the usual reasons are written in it.")).toBeVisible();
  const box = screen.getByRole("textbox", { name: /^What Jan Claes is told/ });
  await waitFor(async () => {
    await user.click(button("Expired"));
    expect(box).toHaveValue("Dit document is vervallen. Geef een geldig document op, alstublieft.");
  });
});

it("goes to the neighbours by buttons and arrow keys, and keeps what was marked (F60)", async () => {
  const { user, path } = open();
  await title("Lea Maes");
  expect(await screen.findByText("1 of 2")).toBeVisible();
  expect(button("Previous")).toBeDisabled();
  await user.click(button("Town is wrong"));
  await user.type(screen.getByRole("textbox", { name: /^What Lea Maes is told/ }), "Which town{ArrowRight}?");
  expect(path()).toBe("/registration/review/u5");
  screen.getByRole("button", { name: "Town is not wrong" }).focus();
  await user.keyboard("{ArrowRight}");
  expect(await title("Jan Claes")).toBeVisible();
  await user.click(screen.getByRole("link", { name: "Previous" }));
  await title("Lea Maes");
  expect(screen.getByRole("textbox", { name: /^What Lea Maes is told/ })).toHaveValue("Which town?");
});

it("goes back to the queue after the last one", async () => {
  const { user } = open({ queue: [lea] });
  await title("Lea Maes");
  await user.click(button("Validate"));
  await user.click(within(await screen.findByRole("dialog")).getByRole("button", { name: "Validate" }));
  expect(await title("The queue")).toBeVisible();
  expect(screen.getByText(/^The personal information of Lea Maes is validated\./)).toBeVisible();
});

it("says who decided meanwhile, reads nothing again, and sends nothing more (F60)", async () => {
  const now = { status: "VALIDATED", decidedAt: "2026-11-27T11:30:00.000Z", decidedBy: kim } as const;
  const { user, answers } = open({ viewer: aFounder(), refuses: "IDENTITY_CLOSED", now });
  await title("Lea Maes");
  await user.click(button("Validate"));
  await user.click(within(await screen.findByRole("dialog")).getByRole("button", { name: "Validate" }));
  const alert = await screen.findByRole("alert");
  expect(alert).toHaveTextContent(/^Kim Peeters validated this on .* That was before you decided/);
  expect(screen.queryByRole("button", { name: "Validate" })).toBeNull();
  expect(answers.askedFor("ReviewedIdentity")).toHaveLength(1);
});

it("decides about nothing that was not seen: what was given anew is read again first, and marks stay (F60)", async () => {
  const shown = { ...lea };
  const later = "2026-11-27T11:30:00.000Z";
  const { user, answers } = open({ queue: [shown], refuses: "CHANGED_MEANWHILE", now: { updatedAt: later } });
  await title("Lea Maes");
  await user.click(button("Town is wrong"));
  await user.type(screen.getByRole("textbox", { name: /^What Lea Maes is told/ }), "Which town?");
  await user.click(button("Reject 1 field"));
  await user.click(within(await screen.findByRole("dialog")).getByRole("button", { name: "Reject 1 field" }));
  const alert = await screen.findByRole("alert");
  expect(alert).toHaveTextContent(/^Lea Maes has changed it since you opened it: nothing of yours was sent/);
  expect(screen.queryByRole("button", { name: /^Validate|^Reject/ })).toBeNull();
  expect(answers.askedFor("ReviewedIdentity")).toHaveLength(1);
  Object.assign(shown, { updatedAt: later, values: { ...values, city: "Aalst" } });
  await user.click(within(alert).getByRole("button", { name: "Read it again" }));
  await waitFor(() => expect(row("Town")).toHaveTextContent("Aalst"));
  expect(screen.getByRole("textbox", { name: /^What Lea Maes is told/ })).toHaveValue("Which town?");
  expect(button("Reject 1 field")).toBeVisible();
});

it("says in the question itself what else was refused, and keeps the marks", async () => {
  const { user } = open({ refuses: "USER_CLOSED" });
  await title("Lea Maes");
  await user.click(button("Validate"));
  const dialog = await screen.findByRole("dialog");
  await user.click(within(dialog).getByRole("button", { name: "Validate" }));
  expect(await within(dialog).findByRole("alert")).toHaveTextContent("This account is deactivated.");
});

it.each<[string, Partial<Identity>, RegExp]>([
  ["a draft", { status: "DRAFT" }, /^Lea Maes has not submitted it yet/],
  [
    "one that was sent back",
    { status: "REJECTED", decidedBy: kim, decidedAt: "2026-11-27T11:30:00.000Z" },
    /^You sent this back/,
  ],
  [
    "one of a closed account",
    { user: anAccount({ status: "DEACTIVATED" }) },
    /is deactivated, so there is nothing to decide/,
  ],
])("offers no decision about %s, and says why (F60)", async (_, more, words) => {
  open({ queue: [anIdentity(more)] });
  await title("Lea Maes");
  expect(screen.getByRole("note")).toHaveTextContent(words);
  expect(screen.queryByRole("button", { name: /Validate|Reject|wrong/ })).toBeNull();
});

it("validates nothing that lacks what is asked for: it says what to mark (F60)", async () => {
  const { user, answers } = open({ queue: [anIdentity({ values: { ...values, documentNumber: null, city: null } })] });
  await title("Lea Maes");
  await user.click(button("Validate"));
  expect(screen.getByRole("alert")).toHaveTextContent("To be validated it lacks: Town and Document number.");
  expect(screen.queryByRole("dialog")).toBeNull();
  expect(answers.askedFor("ValidateIdentity")).toEqual([]);
});

it("lets nobody but the founder decide about the founder's (F53)", async () => {
  open({ queue: [anIdentity({ user: anAccount({ userType: "FOUNDER" }) })] });
  await title("Lea Maes");
  expect(screen.getByRole("note")).toHaveTextContent("Lea Maes is the founder: nobody else decides");
  expect(screen.queryByRole("button", { name: /Validate|Reject|wrong/ })).toBeNull();
});

it("lets nobody but the founder decide about their own (F56)", async () => {
  const own = (user: Viewer["user"]) => [anIdentity({ user: anAccount({ ...user, identityStatus: "SUBMITTED" }) })];
  const registrar = aRegistrar();
  open({ viewer: registrar, queue: own(registrar.user), path: "/registration/review/u2" });
  await title("Kim Peeters");
  expect(screen.getByRole("note")).toHaveTextContent("This is your own. Ann Lee, the founder, or somebody else");
  expect(screen.queryByRole("button", { name: "Validate" })).toBeNull();
  expect(screen.queryByText(/is recorded/)).toBeNull();
  document.body.innerHTML = "";
  const founder = aFounder();
  open({ viewer: founder, queue: own(founder.user), path: "/registration/review/u1" });
  await title("Ann Lee");
  expect(button("Validate")).toBeVisible();
});

it("says that somebody is not here", async () => {
  open({ path: "/registration/review/u9" });
  expect(await title("This person is not here")).toBeVisible();
});
