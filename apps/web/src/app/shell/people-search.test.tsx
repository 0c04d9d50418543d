import { screen, waitFor, within } from "@testing-library/react";
import { Answers } from "../../../test/answers";
import { aFounder } from "../../../test/people";
import { renderPage } from "../../../test/render-app";
import { PeopleSearch } from "./people-search";

const found = (nodes: object[]) => ({ __typename: "Connection", nodes });
const ina = { id: "i1", email: "ina@example.org", firstName: null, lastName: null };
const invited = { __typename: "Invitation", ...ina, status: "PENDING" };

/** Holds user_registration: sees the invitations, and no list of users. */
const registrar = aFounder({ seeUsers: false });

async function search(typed: string, viewer: ReturnType<typeof aFounder>, invitations: object[]) {
  const answers = new Answers({
    SearchPeople: ({ users }: { users: boolean }) => ({
      ...(users ? { users: found([]) } : {}),
      invitations: found(invitations),
    }),
  });
  const page = renderPage(<PeopleSearch />, {
    answers,
    viewer,
    also: [{ path: "/users/*", element: <p>A page of people</p> }],
  });
  await page.user.click(screen.getByRole("button", { name: /^Search/ }));
  const dialog = await screen.findByRole("dialog");
  await page.user.type(within(dialog).getByRole("combobox"), typed);
  return { ...page, answers, dialog };
}

it("searches invitations alone for those to whom the list of users is closed, and says so (F54)", async () => {
  const { answers, dialog, user, path } = await search("ina", registrar, [invited]);
  expect(dialog).toHaveAccessibleName("Search invitations");
  const option = await screen.findByRole("option", { name: /ina@example\.org/ });
  expect(answers.askedFor("SearchPeople").at(-1)).toEqual({ search: "ina", users: false, invitations: true });
  await user.click(option);
  await waitFor(() => expect(path()).toBe("/users/invitations/i1"));
});

it("says of which people it found none, and leads on to a list that is open", async () => {
  const { dialog, user, path } = await search("olga", registrar, []);
  expect(await within(dialog).findByText("No open invitation found for “olga”.")).toBeInTheDocument();
  await user.keyboard("{Enter}");
  await waitFor(() => expect(path()).toBe("/users/invitations?search=olga"));
});

it("searches everybody for those who see users", async () => {
  const { answers, dialog, user, path } = await search("olga", aFounder(), []);
  expect(dialog).toHaveAccessibleName("Search people");
  expect(await within(dialog).findByText("Nobody found for “olga”.")).toBeInTheDocument();
  expect(answers.askedFor("SearchPeople").at(-1)).toEqual({ search: "olga", users: true, invitations: true });
  await user.keyboard("{Enter}");
  await waitFor(() => expect(path()).toBe("/users?search=olga"));
});
