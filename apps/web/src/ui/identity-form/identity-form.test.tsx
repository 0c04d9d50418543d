import { screen, waitFor, within } from "@testing-library/react";
import { type AskedFields, type IdentityField, usualFields } from "@usher/rules/identity-fields";
import { useState } from "react";
import { Answers } from "../../../test/answers";
import { renderPage } from "../../../test/render-app";
import { showLanguage } from "../../i18n/i18n";
import { IdentityForm } from "./identity-form";
import { type IdentityValues, identityValues, lockedFields } from "./identity-values";
import type { RefusedBy } from "./use-identity-fields";

const whole = identityValues({
  legalFirstName: "Léa",
  legalLastName: "Maes",
  dateOfBirth: "1993-05-18",
  nationality: "BE",
  taxNumber: "93.05.18-223.61",
  phone: "+32470123456",
  street: "Kouter 1",
  postalCode: "9000",
  city: "Gent",
  country: "BE",
  documentKind: "IDENTITY_CARD",
  documentNumber: "592-1234567-89",
});

interface Options {
  values?: Partial<IdentityValues>;
  asked?: Partial<AskedFields>;
  reasons?: { field: string; reason: string }[];
  /** After a rejection: what may be changed. */
  correctable?: IdentityField[];
  /** What the server says to it. */
  refuses?: RefusedBy[];
  path?: string;
}

function open({ values = {}, asked = {}, reasons, correctable, refuses, path = "/form" }: Options = {}) {
  const done: IdentityValues[] = [];
  const left: IdentityValues[] = [];
  function Form() {
    const [now, setNow] = useState<IdentityValues>({ ...identityValues(null), ...values });
    const [errors, setErrors] = useState<RefusedBy[]>([]);
    const locked = correctable && lockedFields(correctable);
    return (
      <IdentityForm
        isOwn
        values={now}
        onChange={(field, value) => setNow((all) => ({ ...all, [field]: value }))}
        asked={{ ...usualFields, ...asked }}
        errors={errors}
        reasons={reasons}
        locked={locked}
        onStep={() => left.push(now)}
        reviewLead="Read it once more."
        submit="Send"
        onDone={() => {
          done.push(now);
          if (refuses) setErrors(refuses);
        }}
      />
    );
  }
  return { ...renderPage(<Form />, { answers: new Answers({}), at: "/form", path }), done, left };
}

const field = (name: string) => screen.getByLabelText(new RegExp(`^${name}`));
const goOn = () => screen.getByRole("button", { name: "Continue" });
const steps = () =>
  within(screen.getByRole("navigation", { name: "Steps" }))
    .getAllByRole("button")
    .map((button) => button.textContent?.replace(/^\d/, ""));

afterEach(() => showLanguage("en"));

describe("The guided form of an identity (F59, F60)", () => {
  it("has the steps in which something is asked, and only the fields that are", () => {
    open({ asked: { phone: "HIDDEN", placeOfBirth: "HIDDEN" } });
    expect(steps()).toEqual(["Person", "Address", "Document", "Review"]);
    expect(screen.queryByLabelText(/^Place of birth/)).toBeNull();
    expect(field("Tax number")).not.toBeRequired();
    expect(field("Legal last name")).toHaveAttribute("aria-required", "true");
  });

  it("goes on with Enter, keeps the step in the address and gives the heading the focus", async () => {
    const { user, path, left } = open();
    await user.type(field("Legal first names"), "Léa{Enter}");
    expect(await screen.findByRole("heading", { level: 2, name: "Contact" })).toHaveFocus();
    await waitFor(() => expect(path()).toBe("/form?step=contact"));
    expect(left[0]?.legalFirstName).toBe("Léa");
    await user.click(screen.getByRole("button", { name: /Address/ }));
    await waitFor(() => expect(path()).toBe("/form?step=address"));
  });

  it("says what is wrong once a field was left, and then while typing", async () => {
    const { user } = open();
    await user.type(field("Date of birth"), "31/02/1993");
    const birthday = field("Date of birth");
    expect(birthday).toBeValid();
    await user.tab();
    expect(birthday).toHaveAccessibleDescription(/^There is no such date\./);
    await user.clear(birthday);
    await user.type(birthday, "18/05/1993");
    expect(birthday).toBeValid();
    expect(screen.getByText("May 18, 1993")).toBeVisible();
  });

  it("reads a birthday that was typed as digits alone, as phones do", async () => {
    const { user } = open();
    await user.type(field("Date of birth"), "18051993");
    await user.tab();
    expect(field("Date of birth")).toHaveValue("18/05/1993");
  });

  it("stays where something is mistyped, not where something is missing", async () => {
    const { user, path } = open({ path: "/form?step=contact" });
    await user.type(field("Phone"), "12{Enter}");
    expect(field("Phone")).toBeInvalid();
    expect(field("Phone")).toHaveFocus();
    await user.clear(field("Phone"));
    await user.click(goOn());
    await waitFor(() => expect(path()).toBe("/form?step=address"));
  });

  it("reads a phone number as one of the country, and shows it with its code from then on", async () => {
    const { user } = open({ values: { country: "BE" }, path: "/form?step=contact" });
    expect(field("Phone")).toHaveAccessibleDescription("As it is written in Belgium, or beginning with +32.");
    await user.type(field("Phone"), "0470 12 34 56");
    await user.tab();
    expect(field("Phone")).toHaveValue("+32 470 12 34 56");
  });

  it("calls the tax number what the country calls it, and checks it by its rules", async () => {
    const { user } = open({ values: { country: "BE" } });
    expect(field("Tax number")).toHaveAccessibleDescription(/^Belgium calls it .*NN/);
    await user.type(field("Tax number"), "93.05.18-223.62");
    await user.tab();
    expect(field("Tax number")).toHaveAccessibleDescription(/^This is no tax number of Belgium\./);
  });

  it("finds countries by their name in the reader's language, however accented", async () => {
    await showLanguage("fr");
    const { user } = open();
    const nationality = screen.getByRole("combobox", { name: /^Nationalité/ });
    await user.type(nationality, "etats-unis");
    await user.click(await screen.findByRole("option", { name: "États-Unis" }));
    expect(nationality).toHaveValue("États-Unis");
    await user.clear(nationality);
    await user.type(nationality, "Belgium");
    await user.tab();
    expect(nationality).toHaveValue("Belgique");
  });

  it("lists everything at the end, what is missing with a way there", async () => {
    const { user, path, done } = open({
      values: { ...whole, street: "", taxNumber: "93.05.18-223.62" },
      path: "/form?step=review",
    });
    expect(screen.getByText("May 18, 1993")).toBeVisible();
    expect(screen.getAllByText("Belgium")).toHaveLength(2);
    expect(screen.getByText("+32 470 12 34 56")).toBeVisible();
    expect(screen.getByText("Missing")).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Send" }));
    const summary = await screen.findByRole("alert");
    expect(summary).toHaveFocus();
    expect(summary).toHaveTextContent("Street and number: Please fill this in.");
    expect(done).toEqual([]);
    await user.click(within(summary).getByRole("link", { name: "Street and number" }));
    await waitFor(() => expect(path()).toBe("/form?step=address"));
    expect(field("Street")).toHaveFocus();
    expect(field("Street")).toBeInvalid();
    await user.click(screen.getByRole("button", { name: /Review/ }));
    await user.click(screen.getByRole("button", { name: "Change Document" }));
    await waitFor(() => expect(path()).toBe("/form?step=document"));
  });

  it("places what the server refused at its field, until that is changed", async () => {
    const { user, done } = open({
      values: whole,
      refuses: [{ code: "ALREADY_REGISTERED", message: "", path: ["person", "identity", "documentNumber"] }],
      path: "/form?step=review",
    });
    await user.click(screen.getByRole("button", { name: "Send" }));
    expect(done).toHaveLength(1);
    await user.click(within(await screen.findByRole("alert")).getByRole("link", { name: "Document number" }));
    expect(field("Document number")).toBeInvalid();
    await user.type(field("Document number"), "1");
    expect(field("Document number")).toBeValid();
  });

  it("takes a day of birth typed without slashes, also when Enter goes on from it", async () => {
    const { user, path } = open({ path: "/form?step=person" });
    await user.type(field("Date of birth"), "18051993{Enter}");
    await waitFor(() => expect(path()).toBe("/form?step=contact"));
    await user.click(screen.getByRole("button", { name: /Person/ }));
    expect(field("Date of birth")).toHaveValue("18/05/1993");
  });

  it("reads a phone number as one of the nationality until the country is known, also when Enter goes on from it", async () => {
    const { user, path } = open({ values: { nationality: "BE" }, path: "/form?step=contact" });
    await user.type(field("Phone"), "0470 12 34 56{Enter}");
    await waitFor(() => expect(path()).toBe("/form?step=address"));
    await user.click(screen.getByRole("button", { name: /Contact/ }));
    expect(field("Phone")).toHaveValue("+32 470 12 34 56");
  });

  it("asks once about what was sent back and not changed, then sends it as it is (F60)", async () => {
    const { user, done } = open({
      values: whole,
      reasons: [{ field: "city", reason: "Another town than on the card." }],
      correctable: ["city"],
      path: "/form?step=review",
    });
    await user.click(screen.getByRole("button", { name: "Send" }));
    const summary = await screen.findByRole("alert");
    expect(summary).toHaveTextContent("Town: Sent back to be corrected, and not changed.");
    expect(summary).toHaveFocus();
    expect(done).toEqual([]);
    await user.click(screen.getByRole("button", { name: "Send" }));
    expect(done).toHaveLength(1);
  });

  it("lets a number wait whose country is told later, and says it where that is known", async () => {
    const { user, path } = open({ path: "/form?step=contact" });
    await user.type(field("Phone"), "0470 12 34 56{Enter}");
    await waitFor(() => expect(path()).toBe("/form?step=address"));
    await user.type(screen.getByRole("combobox", { name: /^Country/ }), "Belgium");
    await user.tab();
    await user.click(screen.getByRole("button", { name: /Contact/ }));
    expect(field("Phone")).toBeValid();
  });

  it("lists what was mistyped as it stands, with what is wrong with it", () => {
    open({ values: { ...whole, dateOfBirth: "31/02/1993" }, path: "/form?step=review" });
    expect(screen.getByText("31/02/1993")).toBeVisible();
    expect(screen.getByText(/^There is no such date/)).toBeVisible();
  });

  it("opens only what was rejected, with the reason, and begins there", async () => {
    const { user, path } = open({
      values: whole,
      reasons: [
        { field: "documentNumber", reason: "The last digit cannot be read." },
        { field: "city", reason: "Another town than on the card." },
      ],
      correctable: ["city", "documentNumber"],
    });
    expect(screen.getByRole("heading", { level: 2, name: "Address" })).toBeVisible();
    expect(screen.queryByLabelText(/^Street/)).toBeNull();
    expect(screen.getByText("Kouter 1")).toBeVisible();
    expect(field("Town")).toHaveAccessibleDescription("To correct: Another town than on the card.");
    await user.type(field("Town"), "brugge");
    await user.click(goOn());
    await waitFor(() => expect(path()).toBe("/form?step=document"));
    await user.click(goOn());
    const document = screen.getByRole("region", { name: "Document" });
    expect(within(document).getByText("To correct: The last digit cannot be read.")).toBeVisible();
    expect(screen.queryByText("To correct: Another town than on the card.")).toBeNull();
  });
});
