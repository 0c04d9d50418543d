import { screen, waitFor } from "@testing-library/react";
import { Answers } from "../../test/answers";
import { aFounder } from "../../test/people";
import { renderPage } from "../../test/render-app";
import type { Viewer } from "../apollo/viewer";
import { RequireViewer } from "./require-viewer";

function open(path: string, mustRegister: boolean) {
  let viewer: Viewer = { ...aFounder(), mustRegister };
  const answers = new Answers({ Viewer: () => ({ isFounded: true, viewer }) });
  const page = renderPage(<RequireViewer />, {
    answers,
    at: "/",
    path,
    within: ["users", "my-registration", "account"].map((name) => ({ path: name, element: <p>The page {name}</p> })),
  });
  return {
    answers,
    ...page,
    become: (more: Partial<Viewer>) => {
      viewer = { ...viewer, ...more };
    },
  };
}

describe("Whoever has to register first (F62)", () => {
  it("is led from every address to the registration, which stands alone", async () => {
    const { path } = open("/users?search=lea", true);
    expect(await screen.findByText("The page my-registration")).toBeVisible();
    expect(path()).toBe("/my-registration");
    expect(screen.queryByRole("navigation")).toBeNull();
  });

  it("reaches the account, with why and where to go in the place of the navigation, and can sign out", async () => {
    const { user } = open("/account", true);
    expect(await screen.findByText("The page account")).toBeVisible();
    expect(screen.queryByRole("navigation")).toBeNull();
    expect(screen.getByText("Delta opens after your registration")).toBeVisible();
    expect(screen.getByRole("link", { name: "Open my registration" })).toHaveAttribute("href", "/my-registration");
    await user.click(screen.getByRole("button", { name: /Ann Lee/ }));
    expect(await screen.findByRole("menuitem", { name: "Sign out" })).toBeVisible();
  });

  it("is in as soon as the identity is validated, without signing in again", async () => {
    const { become } = open("/account", true);
    await screen.findByText("The page account");
    become({ mustRegister: false });
    jest.spyOn(Date, "now").mockReturnValue(Date.now() + 5_000);
    window.dispatchEvent(new Event("focus"));
    expect(await screen.findByRole("navigation")).toBeVisible();
    jest.restoreAllMocks();
  });

  it("finds the app as it was where nothing is awaited", async () => {
    const { path } = open("/users", false);
    expect(await screen.findByText("The page users")).toBeVisible();
    expect(screen.getByRole("navigation")).toBeVisible();
    await waitFor(() => expect(path()).toBe("/users"));
  });
});
