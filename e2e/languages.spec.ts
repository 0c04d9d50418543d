import { ask } from "./support/ask";
import { invite } from "./support/found";
import { comeIn } from "./support/people";
import { expect, testInHouse as test } from "./support/test";

const words = {
  fr: {
    name: "Français",
    home: "Accueil",
    users: "Utilisateurs",
    invitations: "Invitations",
    complete: "Complétez votre compte",
  },
  nl: {
    name: "Nederlands",
    home: "Start",
    users: "Gebruikers",
    invitations: "Uitnodigingen",
    complete: "Maak uw account af",
  },
};

for (const [code, { name, home, users, invitations, complete }] of Object.entries(words)) {
  test(`the app and an invitation's page in ${name} (F64, F67)`, async ({ page: founder, someoneElse }) => {
    // the choice is the account's: the founder's stays as the others know it
    const email = `chooser.${code}@languages.example`;
    const chooser = { email, firstName: "Lea", lastName: "Maes", userType: "administrator" } as const;
    const page = await comeIn(founder, someoneElse, chooser);
    await page.goto("/");
    await page.getByRole("button", { name: "Language" }).click();
    await page.getByRole("menuitemradio", { name }).click();
    await expect(page.locator("html")).toHaveAttribute("lang", code);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(home);
    for (const [path, title] of [
      ["/users", users],
      ["/users/invitations", invitations],
    ] as const) {
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
    }
    await page.reload();
    await expect(page.locator("html"), "the choice is kept").toHaveAttribute("lang", code);
    const ofMails = async () => (await ask(page, "{ viewer { user { language } } }")).viewer.user.language;
    await expect.poll(ofMails, "and mails are written in it").toBe(code.toUpperCase());

    const [link = ""] = await invite(page, [{ email: `reader@${code}.example`, language: code }]);
    const reader = await someoneElse();
    await reader.goto(link);
    await expect(reader.getByRole("heading", { level: 1 })).toHaveText(complete);
    await expect(reader.locator("html")).toHaveAttribute("lang", code);
    await reader.getByRole("combobox").selectOption("en");
    await expect(reader.getByRole("heading", { level: 1 }), "its reader decides").toHaveText("Complete your account");
  });
}
