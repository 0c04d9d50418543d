import { screen } from "@testing-library/react";
import { Answers } from "../../../../test/answers";
import { aFounder, aGroupAdministrator } from "../../../../test/people";
import { renderPage } from "../../../../test/render-app";
import type { Viewer } from "../../../apollo/viewer";
import { MayNotImport } from "./may-not-import";

const open = (viewer: Viewer) => renderPage(<MayNotImport />, { answers: new Answers({}), viewer });

const lead = aGroupAdministrator();
const aMember: Viewer = { ...lead, can: { ...lead.can, invite: false, seeGroups: false, peoplePerCall: 0 } };
const granted = ({ can, ...viewer }: Viewer): Viewer => ({
  ...viewer,
  can: { ...can, bulkInvite: can.invite, peoplePerCall: can.invite ? 5000 : 0 },
  permissions: ["CAN_BULK_INVITE"],
});

const oneMissing =
  /What is missing is .* to the whole workspace: user_registration\. Ann Lee, the founder, grants it\./;
const bothMissing =
  /user_registration, to add people, and can_bulk_invite, to add many at once\. Ann Lee, the founder, grants them\./;

it.each([
  ["a member who holds can_bulk_invite", granted(aMember), "Importing needs a permission", oneMissing],
  ["a member", aMember, "Importing needs two permissions", bothMissing],
  ["a group's administrator", lead, "Importing needs two permissions", bothMissing],
  ["a group's administrator who holds can_bulk_invite", granted(lead), "Importing needs a permission", oneMissing],
  [
    "an administrator",
    aFounder({ bulkInvite: false, importFiles: false, peoplePerCall: 50 }),
    "Importing needs a permission",
    /What is missing is .*: can_bulk_invite\. Ann Lee, the founder, grants it\./,
  ],
])("tells %s what is missing, and who gives it (F55, F57)", (_, viewer, title, words) => {
  open(viewer);
  expect(screen.getByRole("heading", { name: title })).toBeInTheDocument();
  expect(screen.getByText(words)).toBeInTheDocument();
});

it("leads a group's administrator to what is open to them meanwhile (F6)", () => {
  open(granted(lead));
  expect(screen.getByText(/up to 5,000 people at a time/)).toBeInTheDocument();
  expect(screen.getByRole("link", { name: "Go to your groups" })).toHaveAttribute("href", "/groups");
});

it("leads a member, to whom nothing is open, nowhere", () => {
  open(granted(aMember));
  expect(screen.queryByRole("link")).toBeNull();
});
