import { screen, waitFor, within } from "@testing-library/react";
import { Answers, refusal } from "../../../test/answers";
import { aFounder } from "../../../test/people";
import { renderPage } from "../../../test/render-app";
import { ReviewPage } from "./review-page";
import { anAccount, anIdentity, connection } from "./testing/an-identity";

const counted = (totalCount: number) => ({ __typename: "IdentityConnection", totalCount, totalCountIsExact: true });
const lea = anIdentity();
const jan = anIdentity({
  user: anAccount({ id: "u6", firstName: "Jan", lastName: "Claes", email: "jan@example.org" }),
});

interface Asked {
  statuses: string[];
  direction: string;
  after?: string;
}

function open(queue: (asked: Asked) => unknown, path = "/registration/review") {
  const answers = new Answers({
    ReviewQueue: (asked: Asked) => ({ identities: queue(asked) }),
    ReviewNumbers: () => ({
      submitted: counted(2),
      draft: counted(1),
      rejected: counted(0),
      validated: counted(11_000),
    }),
  });
  return { answers, ...renderPage(<ReviewPage />, { answers, at: "/registration/review", path, viewer: aFounder() }) };
}

const names = async () =>
  (await screen.findAllByRole("row")).slice(1).map((row) => within(row).getByRole("link").textContent);

it("lists who waits, the oldest first, each leading to a page of their own, and reads nothing (F60, F63)", async () => {
  const { answers } = open(() => connection([lea, jan]));
  expect(await names()).toEqual(["Lea Maeslea@example.org", "Jan Claesjan@example.org"]);
  expect(screen.getByRole("link", { name: /^Jan Claes/ })).toHaveAttribute("href", "/registration/review/u6");
  expect(screen.getByRole("link", { name: "Review the oldest" })).toHaveAttribute("href", "/registration/review/u5");
  expect(screen.getByText(/Each reading is recorded/)).toBeVisible();
  expect(answers.askedFor("ReviewQueue")[0]).toEqual({ first: 50, statuses: ["SUBMITTED"], direction: "ASC" });
  expect(answers.asked.map(({ name }) => name)).not.toContain("ReviewedIdentity");
  expect(await screen.findByRole("button", { name: "To review 2" })).toHaveAttribute("aria-pressed", "true");
});

it("turns the order around, in the address too, and takes it along (F60)", async () => {
  const page = open(({ direction }) => connection(direction === "ASC" ? [lea, jan] : [jan, lea]));
  await names();
  await page.user.selectOptions(screen.getByRole("combobox", { name: "Order" }), "Newest first");
  expect(await screen.findByRole("link", { name: "Review the newest" })).toHaveAttribute(
    "href",
    "/registration/review/u6?direction=DESC",
  );
  expect(page.path()).toBe("/registration/review?direction=DESC");
});

it("shows those who are otherwise far, with who decided (F60)", async () => {
  const decidedBy = anAccount({ id: "u2", firstName: "Kim", lastName: "Peeters" });
  const validated = anIdentity({ status: "VALIDATED", decidedAt: "2026-11-27T11:00:00.000Z", decidedBy });
  const page = open(({ statuses }) => connection(statuses[0] === "VALIDATED" ? [validated] : []));
  expect(await screen.findByRole("heading", { name: "Nothing waits to be reviewed" })).toBeVisible();
  await page.user.click(screen.getByRole("button", { name: /^Validated/ }));
  expect(await names()).toEqual(["Lea Maeslea@example.org"]);
  expect(screen.getByText("Kim Peeters")).toBeVisible();
  expect(screen.queryByRole("link", { name: /^Review the/ })).toBeNull();
  expect(page.path()).toBe("/registration/review?status=VALIDATED");
});

it("loads more behind the last one", async () => {
  const more = { totalCount: 2, pageInfo: { __typename: "PageInfo", hasNextPage: true, endCursor: "c1" } };
  const { user } = open(({ after }) => (after ? connection([jan], { totalCount: 2 }) : connection([lea], more)));
  expect(await screen.findByText("1 of 2")).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Load more" }));
  await waitFor(async () => expect(await names()).toHaveLength(2));
});

it("says what failed, and tries again", async () => {
  let works = false;
  const { user } = open(() => {
    if (!works) throw refusal("INTERNAL_SERVER_ERROR");
    return connection([lea]);
  });
  const button = await screen.findByRole("button", { name: "Try again" });
  works = true;
  await user.click(button);
  expect(await names()).toHaveLength(1);
});
