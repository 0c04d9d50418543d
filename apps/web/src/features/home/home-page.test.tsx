import { cleanup, screen, within } from "@testing-library/react";
import { Answers } from "../../../test/answers";
import { aFounder } from "../../../test/people";
import { renderPage } from "../../../test/render-app";
import type { IdentityStatus } from "../../gql/graphql";
import { HomePage } from "./home-page";

const none = { __typename: "AttentionCounts", failedMails: 0, expiringLinks: 0, newLinkRequests: 0, seatRefusals: 0 };

const day = (number: number, accepted: number, activated = 0) => ({
  __typename: "OnboardingDay",
  day: `2026-11-${String(number).padStart(2, "0")}`,
  accepted,
  activated,
});

const onboarding = (more: Record<string, unknown> = {}) => ({
  __typename: "Onboarding",
  invited: 1200,
  delivered: 1100,
  opened: 600,
  accepted: 480,
  created: 0,
  activated: 0,
  days: [day(20, 5), day(21, 9), day(22, 2)],
  attention: { __typename: "OnboardingAttention", importProblems: 0, invitations: none, users: none },
  ...more,
});

const home = (people: number, pending: number) => ({
  workspace: {
    __typename: "Workspace",
    id: "w1",
    seats: { __typename: "Seats", used: people, pending, free: 10, limit: people + 10 },
  },
  users: { __typename: "UserConnection", totalCount: people, totalCountIsExact: true },
  invitations: {
    __typename: "InvitationConnection",
    nodes: [],
    totalCount: pending,
    totalCountIsExact: pending < 10_000,
    pageInfo: { __typename: "PageInfo", hasNextPage: false, endCursor: null },
  },
});

function openHome(
  answer: Record<string, unknown>,
  people = 900,
  pending = 66,
  path = "/",
  identityStatus: IdentityStatus = "VALIDATED",
) {
  const viewer = aFounder();
  viewer.user.identityStatus = identityStatus;
  const answers = new Answers({
    Home: () => home(people, pending),
    Onboarding: () => ({ onboarding: answer }),
    RecentImports: () => ({ imports: { __typename: "ImportConnection", nodes: [] } }),
  });
  return { answers, ...renderPage(<HomePage />, { answers, viewer, at: "/", path }) };
}

const steps = async () =>
  within(await screen.findByRole("list", { name: "How far people came" }))
    .getAllByRole("listitem")
    .map((item) => item.textContent);

describe("Home", () => {
  it("says how far people came, and who came in when, in words too", async () => {
    openHome(onboarding());
    expect(await steps()).toEqual([
      "Invited1,200",
      "Mail delivered1,100",
      "Opened the link600",
      "Accepted480",
      "Active480",
    ]);
    const plot = screen.getByRole("img", { name: /^Came in per day/ });
    expect(plot).toHaveAccessibleName("Came in per day. 16 people. Most on November 21, 2026: 9.");
    expect(screen.getByText("of 910, 10 free")).toBeVisible();
  });

  it("says how many more are pending only where all were counted", async () => {
    openHome(onboarding(), 900, 66);
    expect(await screen.findByRole("link", { name: "61 more pending" })).toBeVisible();
    cleanup();
    openHome(onboarding(), 900, 10_000);
    expect(await screen.findByRole("link", { name: "All pending" })).toBeVisible();
    expect(screen.getByText("10,000+")).toBeVisible();
  });

  it("counts those who were created with those who were invited", async () => {
    openHome(onboarding({ created: 50, activated: 20, days: [day(22, 2, 3)] }));
    expect(await steps()).toEqual([
      "Invited or created1,250",
      "Mail delivered1,100",
      "Opened the link600",
      "Accepted480",
      "Active500",
    ]);
    expect(screen.getByRole("img", { name: /5 people/ })).toBeVisible();
  });

  it("leads from each thing that needs a look to the very people", async () => {
    const attention = {
      __typename: "OnboardingAttention",
      importProblems: 1,
      invitations: { ...none, failedMails: 3, seatRefusals: 10_000 },
      users: { ...none, failedMails: 1 },
    };
    openHome(onboarding({ attention }));
    const list = within(await screen.findByRole("region", { name: "Needs a look" }));
    const links = list.getAllByRole("link").map((link) => [link.textContent, link.getAttribute("href")]);
    expect(links).toEqual([
      ["3 invitations", "/users/invitations?status=PENDING&delivery=FAILED"],
      ["1 account", "/users?status=PENDING&delivery=FAILED"],
      ["10,000+ invitations", "/users/invitations?attention=SEAT_LIMIT"],
      ["1 import", "/import"],
    ]);
  });

  it("is calm when nobody waits, and says so of quiet days", async () => {
    const nothing = { invited: 0, delivered: 0, opened: 0, accepted: 0 };
    openHome(onboarding({ ...nothing, days: [day(22, 0)] }));
    expect(await screen.findByText(/^Nobody waits for you/)).toBeVisible();
    expect(screen.getByText(/^Quiet days/)).toBeVisible();
    expect(screen.queryByRole("img")).toBeNull();
  });

  it("keeps the days that are counted in the address", async () => {
    const { user, answers, path } = openHome(onboarding(), 900, 66, "/?days=7");
    expect(await screen.findByRole("button", { name: "7 days" })).toHaveAttribute("aria-pressed", "true");
    await user.click(screen.getByRole("button", { name: "90 days" }));
    expect(await screen.findByRole("button", { name: "90 days", pressed: true })).toBeVisible();
    expect(path()).toBe("/?days=90");
    expect(answers.askedFor("Onboarding").map(({ days }) => days)).toEqual([7, 90]);
  });

  it("teaches whoever is still alone, instead of numbers that say nothing", async () => {
    openHome(onboarding(), 1, 0);
    expect(await screen.findByText("Bring your first people in")).toBeVisible();
    expect(screen.queryByText("How it goes")).toBeNull();
  });

  it("reminds the founder of her own identity until it is registered (F52, F62)", async () => {
    openHome(onboarding(), 900, 66, "/", "NONE");
    const reminder = within(await screen.findByRole("region", { name: "Your own identity is not registered yet" }));
    expect(reminder.getByRole("link", { name: "Register my identity" })).toHaveAttribute("href", "/my-registration");
    cleanup();
    openHome(onboarding(), 900, 66, "/", "DRAFT");
    expect(await screen.findByRole("link", { name: "Go on" })).toBeVisible();
    cleanup();
    openHome(onboarding());
    await steps();
    expect(screen.queryByText("Your own identity is not registered yet")).toBeNull();
  });
});
