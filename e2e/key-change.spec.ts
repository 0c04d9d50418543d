import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { act, ask } from "./support/ask";
import { found } from "./support/found";
import { fillIn, title } from "./support/identity-form";
import { mailTo } from "./support/inbox";
import { comeIn, userIdOf } from "./support/people";
import { type Restartable, startRestartable } from "./support/restartable";
import { rotateKey } from "./support/rotate-key";
import { test as base, expect } from "./support/test";
import { serverAway } from "./support/watch-context";

const former = "a".repeat(40);
const now = "b".repeat(40);
const changing = { SECRET_KEY: now, FORMER_SECRET_KEY: former };

const test = base.extend<{ usher: Restartable }>({
  tolerated: [[serverAway], { scope: "test" }],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern which fixtures this one needs
  usher: async ({}, use) => {
    const usher = await startRestartable({ SECRET_KEY: former });
    await use(usher);
    await usher.stop();
    await usher.remove();
  },
});

/** Everything that the server keeps and says, byte by byte. */
async function allThatIsKept(usher: Restartable): Promise<string> {
  const files = await readdir(usher.dataDir, { recursive: true, withFileTypes: true });
  const read = files
    .filter((file) => file.isFile())
    .map((file) => readFile(join(file.parentPath, file.name), "latin1"));
  return [usher.log(), ...(await Promise.all(read))].join("\n");
}

test("the key is changed while somebody registers: nothing is lost, and nothing personal stands in clear (F63)", async ({
  page,
  usher,
  someoneElse,
}) => {
  await found(page, usher, { identityRequired: true });
  const email = "lea@key.example";
  const lea = await comeIn(page, someoneElse, { email, firstName: "Lea", lastName: "Maes" });
  const leaId = await userIdOf(page, email);

  await test.step("a draft is begun with the former key", async () => {
    await lea.goto("/");
    await lea.getByLabel("Place of birth").fill("Zoutleeuw");
    // kept as the page is left
    await lea.goto("/profile");
    const birthplace = async () => (await ask(lea, "{ identity { values { placeOfBirth } } }")).identity.values;
    await expect.poll(birthplace).toEqual({ placeOfBirth: "Zoutleeuw" });
  });

  await test.step("the server comes back with both keys; the form goes on as if nothing was", async () => {
    await lea.goto("/");
    await expect(lea.getByLabel("Place of birth")).toHaveValue("Zoutleeuw");
    await usher.restart(changing);
    const [said] = await Promise.all([
      rotateKey(usher.dataDir, changing),
      fillIn(lea, "592-7777777-77").then(() => lea.getByRole("button", { name: "Send to Delta College" }).click()),
    ]);
    expect(said).toMatch(/\d+ texts sealed anew\. The former key is needed no more/);
    await expect(title(lea)).toHaveText("Your registration is being looked at");
  });

  await test.step("with the new key alone everything is there", async () => {
    await rotateKey(usher.dataDir, changing);
    await usher.restart({ SECRET_KEY: now });
    await page.goto(`/registration/review/${leaId}`);
    await expect(page.getByText("592-7777777-77")).toBeVisible();
    await expect(page.getByText("Zoutleeuw")).toBeVisible();
    await act(page, "validateIdentity", "UserIdInput", { userId: leaId });
    await mailTo(page, email, /Delta College/);
  });

  await test.step("the database, its log, the outbox and what the server said hold nothing of it in clear", async () => {
    const beside = await allThatIsKept(usher);
    await usher.stop();
    for (const kept of [beside, await allThatIsKept(usher)]) {
      expect(kept, "what is in clear would be found").toContain(email);
      for (const value of ["Zoutleeuw", "592-7777777-77", "592777777777", "Kouter", "1993-05-18"]) {
        expect(kept).not.toContain(value);
      }
    }
  });
});
