import { act, screen, waitFor } from "@testing-library/react";
import { Route, Routes } from "react-router";
import { Answers, refusal } from "../../test/answers";
import { aFounder } from "../../test/people";
import { renderPage } from "../../test/render-app";
import { RegistrationPage } from "../features/registration/registration-page";
import { RegistrationSection } from "../features/registration/registration-section";
import { GroupNamesDocument } from "../gql/graphql";
import { RequireViewer } from "./require-viewer";

const administrator = { grantPermissions: false, updateWorkspace: false, readInbox: false };
const without = aFounder({ ...administrator, bulkInvite: false, importFiles: false, peoplePerCall: 50 });
const holding = aFounder(administrator);

function open() {
  let now: ReturnType<typeof aFounder> | null = without;
  const answers = new Answers({
    Viewer: () => ({ isFounded: true, viewer: now }),
    GroupNames: () => {
      throw refusal("FORBIDDEN");
    },
  });
  const page = renderPage(
    <Routes>
      <Route element={<RequireViewer />}>
        <Route path="/registration" element={<RegistrationSection />}>
          <Route index element={<RegistrationPage />} />
        </Route>
      </Route>
    </Routes>,
    { answers, at: "/*", path: "/registration" },
  );
  return {
    ...page,
    answers,
    grant: () => {
      now = holding;
    },
    revoke: () => {
      now = without;
    },
    signOut: () => {
      now = null;
    },
  };
}

const bulk = () => screen.queryByRole("link", { name: "Bulk invite" });

describe("what the viewer may do, without signing in again", () => {
  // the first return to the window counts only a moment after the page was opened
  beforeEach(() => jest.spyOn(Date, "now").mockImplementation(() => now++ * 60_000));
  afterEach(() => jest.restoreAllMocks());
  let now = 1;

  it("opens an option once it is granted, and closes it after a refusal (F55, F58)", async () => {
    const page = open();
    expect(await screen.findByText("It needs can_bulk_invite. Ann Lee, the founder, grants it.")).toBeInTheDocument();
    expect(bulk()).toBeNull();
    page.grant();
    act(() => void window.dispatchEvent(new Event("focus")));
    await waitFor(() => expect(bulk()).toHaveAttribute("href", "/registration/bulk"));
    expect(screen.getByText("Bulk invite is open to you now.")).toBeInTheDocument();
    page.revoke();
    await page.client.query({ query: GroupNamesDocument }).catch(() => undefined);
    await waitFor(() => expect(bulk()).toBeNull());
    expect(screen.getByText("Bulk invite is closed to you now.")).toBeInTheDocument();
  });

  it("leaves the page as it is when the session has ended: the next request asks to sign in", async () => {
    const page = open();
    await screen.findByText(/It needs can_bulk_invite/);
    page.signOut();
    const before = page.answers.askedFor("Viewer").length;
    act(() => void window.dispatchEvent(new Event("focus")));
    await waitFor(() => expect(page.answers.askedFor("Viewer").length).toBeGreaterThan(before));
    expect(screen.getByRole("heading", { name: "User registration" })).toBeInTheDocument();
    expect(page.path()).toBe("/registration");
  });
});
