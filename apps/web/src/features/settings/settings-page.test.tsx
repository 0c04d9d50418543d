import { screen, waitFor, within } from "@testing-library/react";
import { identityFields, usualFields } from "@usher/rules/identity-fields";
import { Answers } from "../../../test/answers";
import { aFounder } from "../../../test/people";
import { renderPage } from "../../../test/render-app";
import { SettingsPage } from "./settings-page";

const settings = {
  __typename: "Workspace",
  id: "w1",
  name: "Delta",
  defaultLanguage: "EN",
  timeZone: "Europe/Brussels",
  invitationLifetimeHours: 168,
  activationLifetimeHours: 48,
  reminderAfterDays: 3,
  reminderCount: 0,
  accentColor: null as string | null,
  logoUrl: null as string | null,
  identityRequired: false,
  identityFields: identityFields.map((field) => ({
    __typename: "AskedField",
    field: field as string,
    asked: usualFields[field] as string,
  })),
  seats: { __typename: "Seats", used: 12, pending: 3, free: null as number | null, limit: null as number | null },
};

function openSettings(path: string, given: Partial<typeof settings> = {}, can: { updateWorkspace?: boolean } = {}) {
  let workspace = { ...settings, ...given };
  const answers = new Answers({
    Settings: () => ({ workspace }),
    UpdateWorkspace: ({ input }: { input: Record<string, unknown> }) => {
      const { seatLimit, logo, identityFields: asked, ...plain } = input;
      workspace = { ...workspace, ...plain };
      if (seatLimit !== undefined) workspace.seats = { ...workspace.seats, limit: seatLimit as number | null };
      if (asked) workspace.identityFields = asked as typeof settings.identityFields;
      if (logo !== undefined) workspace.logoUrl = logo === null ? null : "/logo/x";
      return { updateWorkspace: { __typename: "UpdateWorkspacePayload", workspace, userErrors: [] } };
    },
    AwaitingIdentity: () => ({ countUsers: 37 }),
    PreviewMail: ({ input }: { input: { name: string; language: string } }) => ({
      previewMail: {
        __typename: "MailPreview",
        subject: `${input.name} in ${input.language}`,
        html: `<p>${input.name}</p>`,
        text: `${input.name} as text`,
      },
    }),
  });
  const page = renderPage(<SettingsPage />, { answers, viewer: aFounder(can), at: "/settings", path });
  const sent = () => answers.askedFor("UpdateWorkspace").map(({ input }) => input as Record<string, unknown>);
  return { answers, sent, ...page };
}

const save = () => screen.getByRole("button", { name: "Save" });

describe("Settings", () => {
  it("are the founder's", () => {
    const { answers } = openSettings("/settings", {}, { updateWorkspace: false });
    expect(screen.getByRole("heading", { level: 1, name: "Settings are the founder’s" })).toBeVisible();
    expect(answers.asked).toEqual([]);
  });

  it("save the workspace's name and say so until something is changed again", async () => {
    const { user, sent } = openSettings("/settings");
    const name = await screen.findByRole("textbox", { name: "Name" });
    await user.clear(name);
    await user.click(save());
    expect(await screen.findByRole("alert")).toHaveTextContent("Please fill this in.");
    await user.type(name, "Epsilon");
    await user.click(save());
    expect(await screen.findByText("Saved")).toBeVisible();
    expect(sent()).toEqual([{ name: "Epsilon", defaultLanguage: "EN", timeZone: "Europe/Brussels" }]);
    await user.type(name, "!");
    expect(screen.queryByText("Saved")).toBeNull();
  });

  it("hold lifetimes within an hour and 30 days, and say hours in days (F12, F24)", async () => {
    const { user, sent } = openSettings("/settings?part=links");
    const invitations = await screen.findByRole("textbox", { name: "Invitations" });
    expect(invitations).toHaveAccessibleDescription(/^7 days\./);
    await user.clear(invitations);
    await user.type(invitations, "721");
    await user.click(save());
    expect(await screen.findByRole("alert")).toHaveTextContent("This number is outside of what is possible.");
    await user.clear(invitations);
    await user.type(invitations, "240");
    expect(invitations).toHaveAccessibleDescription(/^10 days\./);
    await user.click(save());
    expect(await screen.findByText("Saved")).toBeVisible();
    expect(sent()).toEqual([{ invitationLifetimeHours: 240, activationLifetimeHours: 48 }]);
  });

  it("set reminders, and lead to the mail (F19)", async () => {
    const { user, sent } = openSettings("/settings?part=reminders");
    await user.selectOptions(await screen.findByRole("combobox", { name: "Reminders per invitation" }), "2");
    const days = screen.getByRole("textbox", { name: "Days between mails" });
    await user.clear(days);
    await user.type(days, "5");
    await user.click(save());
    expect(await screen.findByText("Saved")).toBeVisible();
    expect(sent()).toEqual([{ reminderCount: 2, reminderAfterDays: 5 }]);
    const link = screen.getByRole("link", { name: "See the reminder" });
    expect(link).toHaveAttribute("href", "/settings?part=mails&mail=REMINDER");
  });

  it("take a seat limit below what is taken, and say what that means (F66)", async () => {
    const { user, sent } = openSettings("/settings?part=seats");
    await user.click(await screen.findByRole("checkbox", { name: "Limit the number of seats" }));
    await user.type(screen.getByRole("textbox", { name: "Seats" }), "10");
    expect(screen.getByText(/^2 more are taken than this allows/)).toBeVisible();
    await user.click(save());
    expect(await screen.findByText("Saved")).toBeVisible();
    await user.click(screen.getByRole("checkbox", { name: "Limit the number of seats" }));
    await user.click(save());
    await waitFor(() => expect(sent()).toEqual([{ seatLimit: 10 }, { seatLimit: null }]));
  });

  it("require a validated identity, and say beforehand whom that concerns (F62)", async () => {
    const { user, sent } = openSettings("/settings?part=identity");
    const required = await screen.findByRole("checkbox", { name: "Require a validated identity" });
    expect(required).toHaveAccessibleDescription(/reach only their registration and their profile from then on/);
    expect(screen.queryByText(/^37 active people/)).toBeNull();
    await user.click(required);
    const affected = "37 active people without a validated identity are affected as soon as this is saved.";
    expect(await screen.findByText(affected)).toBeVisible();
    await user.click(save());
    expect(await screen.findByText("Saved")).toBeVisible();
    expect(sent()[0]).toMatchObject({ identityRequired: true });
  });

  it("ask for each field or not, and for what another one needs (F60)", async () => {
    const { user, sent } = openSettings("/settings?part=identity");
    const field = async (name: string) => within(await screen.findByRole("radiogroup", { name }));
    await user.click((await field("Phone")).getByRole("radio", { name: "Required" }));
    const country = await field("Country");
    expect(country.getByRole("radio", { name: "Not asked" })).toBeDisabled();
    expect(screen.getByText("Needed as long as this is asked: Tax number.")).toBeVisible();
    await user.click((await field("Tax number")).getByRole("radio", { name: "Not asked" }));
    await user.click(country.getByRole("radio", { name: "Not asked" }));
    await user.click((await field("Tax number")).getByRole("radio", { name: "Optional" }));
    expect(country.getByRole("radio", { name: "Optional" })).toBeChecked();
    await user.click(save());
    expect(await screen.findByText("Saved")).toBeVisible();
    expect(sent()[0]?.identityFields).toEqual(
      identityFields.map((field) => ({
        field,
        asked: { ...usualFields, phone: "REQUIRED", country: "OPTIONAL" }[field],
      })),
    );
  });

  it("refuse a colour on which white cannot be read, before it is sent (F64)", async () => {
    const { user, sent } = openSettings("/settings?part=look");
    const color = await screen.findByRole("textbox", { name: "Colour" });
    await user.type(color, "#ffee00");
    await user.click(save());
    expect(await screen.findByRole("alert")).toHaveTextContent("White words could not be read on this colour.");
    await user.clear(color);
    await user.type(color, "#aa0000");
    await user.click(save());
    expect(await screen.findByText("Saved")).toBeVisible();
    expect(sent()).toEqual([{ accentColor: "#aa0000" }]);
  });

  it("take a logo, refuse one that is too large, and take it away again (F64)", async () => {
    const { user, sent } = openSettings("/settings?part=look");
    await screen.findByRole("button", { name: "Choose a logo" });
    const input = document.querySelector("input[type=file]") as HTMLInputElement;
    await user.upload(input, new File([new Uint8Array(201 * 1024)], "big.png", { type: "image/png" }));
    expect(await screen.findByText(/^This image is too large/, { selector: "p" })).toBeVisible();
    await user.upload(input, new File(["png"], "logo.png", { type: "image/png" }));
    expect(await screen.findByRole("img", { name: "The logo" })).toHaveAttribute(
      "src",
      expect.stringMatching(/^data:/),
    );
    await user.click(save());
    expect(await screen.findByText("Saved")).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Take it away" }));
    await user.click(save());
    await waitFor(() => expect(sent()).toHaveLength(2));
    expect(sent()).toEqual([
      { accentColor: null, logo: "data:image/png;base64,cG5n" },
      { accentColor: null, logo: null },
    ]);
  });

  it("show every mail in every language, as text and as narrow as a phone (F64, F67)", async () => {
    const { user, path } = openSettings("/settings?part=mails");
    expect(await screen.findByText("INVITATION in EN")).toBeVisible();
    await user.selectOptions(screen.getByRole("combobox", { name: "Mail" }), "SEAT_LIMIT_REACHED");
    await user.click(screen.getByRole("radio", { name: "Nederlands" }));
    expect(await screen.findByText("SEAT_LIMIT_REACHED in NL")).toBeVisible();
    await user.click(screen.getByRole("radio", { name: "Plain text" }));
    expect(await screen.findByText("SEAT_LIMIT_REACHED as text")).toBeVisible();
    expect(path()).toBe("/settings?part=mails&mail=SEAT_LIMIT_REACHED&language=NL&shape=text");
  });
});
