import { aCoach, aFounder, aGroupAdministrator } from "../../../test/people";
import type { Viewer } from "../../apollo/viewer";
import { currentDestination, destinations } from "./navigation";

const shownTo = (viewer: Viewer) =>
  destinations.map((part) => part.filter(({ opensFor }) => opensFor(viewer)).map(({ label }) => label));

const administrator = {
  openUserRegistration: false,
  manageIdentities: false,
  completeRegistration: false,
  grantPermissions: false,
  updateWorkspace: false,
};
const holder = { ...administrator, seeUsers: false, openUserRegistration: true, importFiles: false };

it("leads each one to what is open to them, and nobody to what is not (F53, F54, F55, F56)", () => {
  const people = ["home", "users", "invitations", "import", "groups"];
  expect(shownTo(aFounder())).toEqual([
    [...people, "registration", "review"],
    ["permissions", "settings"],
  ]);
  expect(shownTo(aFounder(administrator))).toEqual([people, []]);
  expect(shownTo(aFounder(holder))).toEqual([["home", "invitations", "import", "groups", "registration"], []]);
  const registrar = { ...holder, openUserRegistration: false, add: false, seeUsers: true, manageIdentities: true };
  expect(
    shownTo(aFounder({ ...registrar, seeInvitations: false, seeGroups: false, seeProgramSessions: false })),
  ).toEqual([["home", "users", "review"], []]);
  expect(shownTo(aGroupAdministrator())).toEqual([["home", "groups"], []]);
  expect(shownTo(aCoach())).toEqual([["home", "programSessions"], []]);
});

it.each([
  ["/", "/"],
  ["/users/u1", "/users"],
  ["/users/invitations/new", "/users/invitations"],
  ["/registration/bulk", "/registration"],
  ["/registration/personal/u5", "/registration"],
  ["/registration/review/u5", "/registration/review"],
  ["/permissions/transfer", "/permissions"],
  ["/program-sessions/s1", "/groups"],
  ["/companies", "/groups"],
  ["/account", null],
])("knows where %s belongs", (path, to) => {
  expect(
    currentDestination(
      destinations.flat().filter(({ opensFor }) => opensFor(aFounder())),
      path,
    ),
  ).toBe(to);
});

it("counts the pages about identities to the review for those to whom the section is closed (F54, F56)", () => {
  const viewer = aFounder({ openUserRegistration: false });
  const shown = destinations.flat().filter(({ opensFor }) => opensFor(viewer));
  expect(currentDestination(shown, "/registration/personal")).toBe("/registration/review");
});
