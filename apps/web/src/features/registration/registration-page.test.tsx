import { screen, within } from "@testing-library/react";
import { Answers } from "../../../test/answers";
import { aFounder } from "../../../test/people";
import { renderPage } from "../../../test/render-app";
import type { Viewer } from "../../apollo/viewer";
import { IdentitySection } from "./identity-section";
import { RegistrationPage } from "./registration-page";
import { RegistrationSection } from "./registration-section";
import { anIdentity, aRegistrar, connection } from "./testing/an-identity";

function open(viewer: Viewer, waiting: unknown[] = []) {
  const answers = new Answers({ WaitingIdentities: () => ({ identities: connection(waiting) }) });
  renderPage(<RegistrationSection />, {
    answers,
    at: "/registration",
    viewer,
    within: [{ path: "/registration", element: <RegistrationPage /> }],
  });
  return { answers };
}

const link = (name: string) => screen.getByRole("link", { name });

it("offers each option as a card that leads to it, in this order, one of them suggested (F58)", () => {
  open(aFounder());
  const cards = screen.getAllByRole("article");
  expect(cards.map((card) => within(card).getByRole("heading").textContent)).toEqual([
    "Create a new internal user",
    "Bulk invite",
    "Register personal information (existing users)",
    "Complete registrationSuggested",
  ]);
  expect(link("Create a new internal user")).toHaveAttribute("href", "/registration/create");
  expect(link("Bulk invite")).toHaveAttribute("href", "/registration/bulk");
  expect(link("Register personal information (existing users)")).toHaveAttribute("href", "/registration/personal");
  expect(link("Complete registration")).toHaveAttribute("href", "/registration/complete");
  expect(document.title).toBe("User registration · Usher");
});

it("keeps an option closed that needs a permission, and says which and who grants it (F55, F58)", () => {
  open(aFounder({ bulkInvite: false, importFiles: false }));
  expect(screen.getByRole("article", { name: "Bulk invite" })).toHaveTextContent(
    "It needs can_bulk_invite. Ann Lee, the founder, grants it.",
  );
  expect(screen.queryByRole("link", { name: "Bulk invite" })).toBeNull();
});

it("keeps both options about identities closed without manage_users, and says whom to ask (F56, F58)", () => {
  const { answers } = open(aFounder({ manageIdentities: false, completeRegistration: false }));
  for (const name of ["Register personal information (existing users)", "Complete registration Suggested"]) {
    const card = screen.getByRole("article", { name });
    expect(card).toHaveTextContent("It needs manage_users. Ann Lee, the founder, grants it.");
    expect(within(card).queryByRole("link")).toBeNull();
  }
  expect(answers.askedFor("WaitingIdentities")).toEqual([]);
});

it("says how many wait to be looked at, and leads there (F60)", async () => {
  open(aFounder(), [anIdentity()]);
  expect(await screen.findByText("1 person waits for their personal information to be looked at")).toBeVisible();
  expect(link("Review")).toHaveAttribute("href", "/registration/review");
});

it("explains itself to an administrator without user_registration, who adds people elsewhere (F54)", () => {
  open({
    ...aFounder({ openUserRegistration: false, manageIdentities: false, completeRegistration: false }),
    founderName: null,
  });
  expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent("User registration is not open to you");
  expect(screen.getByText(/It opens with the permission user_registration\. The founder grants it\./)).toBeVisible();
  expect(link("Add user")).toHaveAttribute("href", "/users/new");
  expect(screen.queryByRole("article")).toBeNull();
});

it("leads whoever holds manage_users alone to what is open to them all the same (F54, F56)", () => {
  open(aRegistrar());
  expect(screen.getByText(/Personal information is open to you all the same\./)).toBeVisible();
  expect(link("Register personal information")).toHaveAttribute("href", "/registration/personal");
  expect(screen.queryByRole("link", { name: "Add user" })).toBeNull();
});

it("offers a member who may add nobody no way that would be refused (F54)", () => {
  open(aRegistrar({ manageIdentities: false }));
  expect(screen.queryByRole("link")).toBeNull();
});

it.each([
  ["a registrar without the section", aRegistrar(), "What the documents say"],
  ["somebody without manage_users", aFounder({ manageIdentities: false }), "Personal information is not open to you"],
])("opens identities by manage_users alone: %s (F56)", (_, viewer, words) => {
  renderPage(<IdentitySection />, {
    answers: new Answers({}),
    at: "/registration/personal",
    viewer,
    within: [{ path: "/registration/personal", element: <p>What the documents say</p> }],
  });
  expect(screen.getByText(words)).toBeVisible();
});
