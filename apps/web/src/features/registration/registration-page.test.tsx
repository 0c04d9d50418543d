import { screen } from "@testing-library/react";
import { Answers } from "../../../test/answers";
import { aFounder } from "../../../test/people";
import { renderPage } from "../../../test/render-app";
import type { Viewer } from "../../apollo/viewer";
import { RegistrationPage } from "./registration-page";
import { RegistrationSection } from "./registration-section";

const open = (viewer: Viewer) =>
  renderPage(<RegistrationSection />, {
    answers: new Answers({}),
    at: "/registration",
    viewer,
    within: [{ path: "/registration", element: <RegistrationPage /> }],
  });

it("offers each option as a card that leads to it (F58)", () => {
  open(aFounder());
  const cards = screen.getAllByRole("article");
  expect(cards.map((card) => card.getAttribute("aria-labelledby"))).toHaveLength(2);
  expect(screen.getByRole("link", { name: "Create a new internal user" })).toHaveAttribute(
    "href",
    "/registration/create",
  );
  expect(screen.getByRole("link", { name: "Bulk invite" })).toHaveAttribute("href", "/registration/bulk");
  expect(document.title).toBe("User registration · Usher");
});

it("keeps an option closed that needs a permission, and says which and who grants it (F55, F58)", () => {
  open(aFounder({ bulkInvite: false, importFiles: false }));
  expect(screen.getByRole("article", { name: "Bulk invite" })).toHaveTextContent(
    "It needs can_bulk_invite. Ann Lee, the founder, grants it.",
  );
  expect(screen.queryByRole("link", { name: "Bulk invite" })).toBeNull();
});

it("explains itself to an administrator without user_registration, who adds people elsewhere (F54)", () => {
  open({ ...aFounder({ openUserRegistration: false }), founderName: null });
  expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent("User registration is not open to you");
  expect(screen.getByText(/It opens with the permission user_registration\. The founder grants it\./)).toBeVisible();
  expect(screen.getByRole("link", { name: "Add user" })).toHaveAttribute("href", "/users/new");
  expect(screen.queryByRole("article")).toBeNull();
});

it("offers a member who may add nobody no way that would be refused (F54)", () => {
  open(aFounder({ openUserRegistration: false, add: false }));
  expect(screen.queryByRole("link")).toBeNull();
});
