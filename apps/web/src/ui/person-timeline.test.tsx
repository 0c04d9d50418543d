import { screen, within } from "@testing-library/react";
import { Answers } from "../../test/answers";
import { aFounder } from "../../test/people";
import { renderPage } from "../../test/render-app";
import type { TimelineRowFragment } from "../gql/graphql";
import { PersonTimeline } from "./person-timeline";

const ada = { id: "u1", firstName: "Ada", lastName: "Okoro", email: null, username: null } as const;

const anEntry = (given: Partial<TimelineRowFragment>): TimelineRowFragment => ({
  at: "2026-11-22T09:00:00.000Z",
  event: "INVITED",
  actor: null,
  mail: null,
  ...given,
});

const aMail = (status: "SENT" | "QUEUED" | "BOUNCED", serverAnswer: string | null, attempts = 1) =>
  anEntry({
    event: `MAIL_${status}`,
    mail: {
      id: "m1",
      name: "INVITATION",
      to: "lea@example.org",
      delivery: { status, at: new Date().toISOString(), serverAnswer, attempts },
    },
  });

function show(entries: TimelineRowFragment[], mailDelivery: "SMTP" | "INBOX" = "SMTP") {
  const founder = aFounder();
  const viewer = { ...founder, workspace: { ...founder.workspace, mailDelivery } };
  const { user } = renderPage(<PersonTimeline entries={entries} />, {
    answers: new Answers({}),
    at: "/",
    path: "/",
    viewer,
  });
  return { user, items: screen.getAllByRole("listitem") };
}

it("tells who did what, and of a mail where it went and what the server said (F20, F65)", () => {
  const { items } = show([
    aMail("BOUNCED", "550 5.1.1 no such user"),
    anEntry({ event: "OPENED", actor: ada }),
    anEntry({ actor: ada }),
  ]);
  const [mail, opened, invited] = items as [HTMLElement, HTMLElement, HTMLElement];
  expect(mail).toHaveTextContent("Mail came back: invitation");
  expect(mail).toHaveTextContent("To lea@example.org");
  expect(within(mail).getByText("550 5.1.1 no such user")).toBeInTheDocument();
  expect(invited).toHaveTextContent("Ada Okoro");
  expect(opened).not.toHaveTextContent("Ada Okoro");
});

it("says that a mail is tried again", () => {
  const {
    items: [mail],
  } = show([aMail("QUEUED", "451 4.7.1 come back later", 2)]);
  expect(mail).toHaveTextContent("Tried 2 times so far; it is tried again.");
});

it("never says that a mail was sent which the development inbox keeps", () => {
  const {
    items: [mail],
  } = show([aMail("SENT", "kept in the development inbox")], "INBOX");
  expect(mail).toHaveTextContent("Mail kept in the development inbox: invitation");
  expect(screen.getByRole("link", { name: "Read the mail" })).toHaveAttribute("href", "/inbox/m1");
});

it("holds a long story back behind a button", async () => {
  const {
    user,
    items: [first],
  } = show(Array.from({ length: 30 }, () => anEntry({ event: "SIGNED_IN" })));
  expect(first).toHaveTextContent("Signed in");
  expect(screen.getAllByRole("listitem")).toHaveLength(12);
  await user.click(screen.getByRole("button", { name: "Show 18 earlier" }));
  expect(screen.getAllByRole("listitem")).toHaveLength(30);
});
