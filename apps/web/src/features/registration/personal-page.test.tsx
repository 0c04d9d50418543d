import { screen, waitFor, within } from "@testing-library/react";
import { Answers } from "../../../test/answers";
import { aFounder } from "../../../test/people";
import { renderPage } from "../../../test/render-app";
import type { UserFilter } from "../../gql/graphql";
import { PersonalPage } from "./personal-page";
import { anAccount } from "./testing/an-identity";

const people = [
  anAccount({ identityStatus: "NONE" }),
  anAccount({ id: "u6", firstName: "Jan", lastName: "Claes", identityStatus: "DRAFT" }),
  anAccount({ id: "u7", firstName: "Eva", lastName: "Wouters", identityStatus: "NONE", status: "DEACTIVATED" }),
];

function open(path = "/registration/personal", state?: unknown) {
  const answers = new Answers({
    PeopleToRegister: ({ filter }: { filter: UserFilter }) => {
      const nodes = people.filter(({ firstName }) => !filter.search || firstName?.startsWith(filter.search));
      return {
        users: {
          __typename: "UserConnection",
          nodes,
          totalCount: nodes.length,
          totalCountIsExact: true,
          pageInfo: { __typename: "PageInfo", hasNextPage: false, endCursor: null },
        },
      };
    },
  });
  const page = renderPage(<PersonalPage />, { answers, at: "/registration/personal", path, viewer: aFounder(), state });
  return { answers, ...page };
}

it("searches for the person, and says how far each is (F59)", async () => {
  const { user, answers, path } = open();
  const row = (name: RegExp) => screen.findByRole("row", { name });
  expect(within(await row(/^Lea Maes/)).getByText("Not begun")).toBeVisible();
  expect(within(await row(/^Jan Claes/)).getByText("Begun")).toBeVisible();
  await user.type(screen.getByRole("searchbox"), "Jan");
  await waitFor(() => expect(screen.queryByRole("row", { name: /^Lea/ })).toBeNull());
  expect(path()).toBe("/registration/personal?search=Jan");
  expect(screen.getByRole("link", { name: /^Jan Claes/ })).toHaveAttribute(
    "href",
    "/registration/personal/u6?search=Jan",
  );
  await user.click(screen.getByRole("button", { name: "Begun" }));
  await waitFor(() =>
    expect(answers.askedFor("PeopleToRegister").at(-1)?.filter).toEqual({ search: "Jan", identityStatuses: ["DRAFT"] }),
  );
});

it("leads nowhere from an account that is closed (F59)", async () => {
  open();
  const row = await screen.findByRole("row", { name: /^Eva Wouters/ });
  expect(row).toHaveTextContent("Deactivated");
  expect(within(row).queryByRole("link")).toBeNull();
});

it("says whose draft was kept a moment ago, and where nobody is found (F59)", async () => {
  open("/registration/personal?search=Zoe", { kept: "Lea Maes" });
  expect(screen.getByText("What is known of Lea Maes is kept as a draft.")).toBeVisible();
  expect(await screen.findByRole("heading", { name: "Nobody found" })).toBeVisible();
  expect(screen.getByRole("link", { name: "Somebody without an account" })).toHaveAttribute(
    "href",
    "/registration/complete",
  );
});
