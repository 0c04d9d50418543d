import { screen, waitFor, within } from "@testing-library/react";
import { type ComponentProps, useState } from "react";
import { Answers } from "../../test/answers";
import { aFounder } from "../../test/people";
import { renderPage } from "../../test/render-app";
import { PeoplePicker } from "./people-picker";
import type { Picked } from "./picked";

const aUser = (n: number, more = {}) => ({
  __typename: "User",
  id: `u${n}`,
  firstName: "Lea",
  lastName: `Number ${n}`,
  email: `lea${n}@example.org`,
  username: `lea${n}`,
  status: "ACTIVE",
  ...more,
});

const people = [aUser(1), aUser(2, { status: "PENDING" })];

function open(props: Partial<ComponentProps<typeof PeoplePicker>> = {}, found: object[] = people) {
  const chosen: { now: readonly Picked[]; rest: string } = { now: [], rest: "" };
  function Page() {
    const [value, setValue] = useState<readonly Picked[]>(props.value ?? []);
    return (
      <PeoplePicker
        label="People"
        onRest={(rest) => {
          chosen.rest = rest;
        }}
        {...props}
        value={value}
        onChange={(next) => {
          chosen.now = next;
          setValue(next);
        }}
      />
    );
  }
  const answers = new Answers({
    PickPeople: ({ search }: { search: string }) => ({
      users: { __typename: "UserConnection", nodes: search.startsWith("le") ? found : [] },
    }),
  });
  return { answers, chosen, ...renderPage(<Page />, { answers, viewer: aFounder() }) };
}

const chips = () => within(screen.getByRole("list", { name: "People: chosen" })).getAllByRole("listitem");

it("finds people while typing, by the server, and chooses one by the keyboard (F51)", async () => {
  const { user, chosen, answers } = open();
  const field = screen.getByRole("combobox", { name: "People" });
  await user.type(field, "le");
  const options = await screen.findAllByRole("option");
  expect(options.map((option) => option.textContent)).toEqual([
    "Lea Number 1lea1@example.orgActive",
    "Lea Number 2lea2@example.orgPending",
  ]);
  expect(answers.askedFor("PickPeople")).toEqual([{ search: "le" }]);
  await user.keyboard("{ArrowDown}");
  expect(field).toHaveAttribute("aria-activedescendant", options[1]?.id);
  await user.keyboard("{Enter}");
  expect(chosen.now).toEqual([{ kind: "user", id: "u2", name: "Lea Number 2", email: "lea2@example.org" }]);
  expect(screen.getByText("Lea Number 2 chosen")).toBeInTheDocument();
  expect(field).toHaveValue("");
});

it("says who is chosen already, and that nobody was found", async () => {
  const { user } = open({ value: [{ kind: "email", email: "LEA1@example.org" }] });
  await user.type(screen.getByRole("combobox"), "le");
  expect(await screen.findByRole("option", { name: /Chosen already/ })).toHaveAttribute("aria-disabled", "true");
  await user.clear(screen.getByRole("combobox"));
  await user.type(screen.getByRole("combobox"), "xyz");
  expect(await screen.findByText("Nobody found for “xyz”.")).toBeInTheDocument();
});

it("shows a closed account as what it is, and lets nobody choose it", async () => {
  const { chosen, user } = open({}, [aUser(1, { status: "DEACTIVATED" }), aUser(2)]);
  await user.type(screen.getByRole("combobox", { name: "People" }), "lea");
  const closed = await screen.findByRole("option", { name: /Lea Number 1.*Deactivated/ });
  expect(closed).toHaveAttribute("aria-disabled", "true");
  // Enter takes the first who can be
  await user.keyboard("{Enter}");
  expect(chosen.now).toMatchObject([{ kind: "user", id: "u2" }]);
});

it("takes pasted addresses with names, once each, and keeps and names what is none (F5)", async () => {
  const { user, chosen } = open();
  await user.click(screen.getByRole("combobox"));
  await user.paste("Ann Lee <ann@x.org>; bob@x.org, ANN@x.org\nnobody, @home");
  expect(chosen.now).toEqual([
    { kind: "email", email: "ann@x.org" },
    { kind: "email", email: "bob@x.org" },
  ]);
  expect(screen.getByRole("combobox")).toHaveValue("nobody; @home");
  expect(screen.getByText(/“nobody” and “@home” are no e-mail addresses/)).toBeInTheDocument();
  expect(chosen.rest).toBe("nobody; @home");
});

it("takes an address when the field is left, and asks about a word that is nobody", async () => {
  const { user, chosen } = open();
  await user.type(screen.getByRole("combobox"), "cid@x.org");
  await user.tab();
  await waitFor(() => expect(chosen.now).toEqual([{ kind: "email", email: "cid@x.org" }]));
  await user.type(screen.getByRole("combobox"), "Cid");
  await user.click(document.body);
  expect(await screen.findByText(/“Cid” is nobody yet/)).toBeInTheDocument();
  expect(screen.getByRole("combobox")).toBeInvalid();
});

it("goes through the chosen by arrows and lets them go", async () => {
  const { user, chosen } = open({
    value: ["a@x.org", "b@x.org", "c@x.org"].map((email) => ({ kind: "email", email })),
  });
  await user.click(screen.getByRole("combobox"));
  await user.keyboard("{Backspace}{ArrowLeft}{Delete}");
  expect(chosen.now.map(({ email }) => email)).toEqual(["a@x.org", "c@x.org"]);
  await waitFor(() => expect(within(chips()[1] as HTMLElement).getByRole("button")).toHaveFocus());
  await user.keyboard("{Delete}");
  await waitFor(() => expect(within(chips()[0] as HTMLElement).getByRole("button")).toHaveFocus());
  await user.keyboard("{Delete}");
  await waitFor(() => expect(screen.getByRole("combobox")).toHaveFocus());
});

it("keeps one person when one is asked for", async () => {
  const { user, chosen } = open({ multiple: false });
  await user.type(screen.getByRole("combobox"), "le");
  await user.click((await screen.findAllByRole("option"))[0] as HTMLElement);
  expect(chosen.now).toHaveLength(1);
  expect(screen.queryByRole("combobox")).not.toBeInTheDocument();
  await user.click(screen.getByRole("button", { name: "Remove Lea Number 1" }));
  expect(chosen.now).toEqual([]);
  await waitFor(() => expect(screen.getByRole("combobox")).toHaveFocus());
});

it("takes only addresses from those who may not see users, and asks the server nothing (F53)", async () => {
  const { user, answers, chosen } = open({ canSearch: false });
  await user.type(screen.getByRole("textbox", { name: "People" }), "lea@x.org ");
  expect(chosen.now).toEqual([{ kind: "email", email: "lea@x.org" }]);
  expect(answers.asked).toEqual([]);
});

it("closes the list by Escape before the window around it", async () => {
  const { user } = open();
  const field = screen.getByRole("combobox");
  await user.type(field, "le");
  await screen.findAllByRole("option");
  expect(field).toHaveAttribute("data-mantine-stop-propagation", "true");
  await user.keyboard("{Escape}");
  expect(field).toHaveAttribute("aria-expanded", "false");
  expect(field).not.toHaveAttribute("data-mantine-stop-propagation");
});
