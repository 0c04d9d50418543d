import { IsNull } from "typeorm";
import { cancelInvitations, resendInvitations } from "../invitations/act-on-invitations.js";
import { inviteUsers } from "../invitations/invite-users.js";
import { hashPassword } from "../passwords/password-hash.js";
import { newSecret } from "../secrets/new-secrets.js";
import { User } from "../users/user.entity.js";
import { acceptAs } from "./accept-as.js";
import { Calendar, type DemoDesk, days } from "./demo-desk.js";
import { demoRows } from "./demo-file.js";
import { type DemoPerson, demoPeople } from "./demo-people.js";
import { importFile } from "./import-file.js";

/** What becomes of an invitation; `after`: how long after it was made, in ms. */
type Fate = { kind: "joins" | "is cancelled" | "is sent again"; after: number } | { kind: "waits" };

const waves = 24;
const joinersPerWave = 11;
const joinersOfFile = 30;

/** How many join, the founder aside. */
export const joiners = waves * joinersPerWave + joinersOfFile;

const message =
  "Welcome aboard. Your first course begins next Monday at nine; the room is on the second floor.\nAsk me anything.";

/** A year of a workspace through the verbs that its people use: invite, accept, send again, cancel, import. */
export async function liveAYear(desk: DemoDesk, founderId: string): Promise<void> {
  const { app, chance, today } = desk;
  const { clock } = app;
  const calendar = new Calendar();
  const inviters = [founderId];
  const people = demoPeople(chance, 420);
  // nobody knows it: these people are to be looked at, not to be signed in as
  const passwordHash = await hashPassword(newSecret().secret);

  function befall(invitationId: string, fate: Fate): void {
    if (fate.kind === "waits") return;
    calendar.plan(clock.now().getTime() + fate.after, async () => {
      if (fate.kind === "joins") {
        const user = await acceptAs(desk, invitationId, passwordHash);
        if (user.userType === "ADMINISTRATOR") inviters.push(user.id);
        return;
      }
      const act = fate.kind === "is cancelled" ? cancelInvitations : resendInvitations;
      await act(await desk.actAs(founderId), { ids: [invitationId] });
    });
  }

  async function invite(group: readonly DemoPerson[], fateOf: (index: number) => Fate): Promise<void> {
    const { people: invited, userErrors } = await inviteUsers(await desk.actAs(chance.pick(inviters)), {
      people: [...group],
      message: chance.is(0.3) ? message : null,
      sendMail: true,
      createMissing: true,
      dryRun: false,
      errorPolicy: "REJECT_EVERYTHING",
    });
    if (userErrors.length > 0) throw new Error(JSON.stringify(userErrors));
    invited.forEach(({ invitationId, outcome }, index) => {
      if (!invitationId) throw new Error(`${group[index]?.email} is ${outcome}`);
      befall(invitationId, fateOf(index));
    });
  }

  const joins = (): Fate => ({ kind: "joins", after: days(0.02 + chance.next() ** 2 * 6) });

  for (let wave = 0; wave < waves; wave++) {
    calendar.plan(today - days(350 - wave * 14.5), async () => {
      const group = people.splice(0, joinersPerWave);
      if (wave === 0) for (const person of group.slice(0, 4)) person.userType = "ADMINISTRATOR";
      await invite(group, joins);
      // some never answer, some of those are asked again, some were a mistake
      await invite(people.splice(0, 1), () =>
        wave % 3 === 0
          ? { kind: "is cancelled", after: days(2) }
          : wave % 3 === 1
            ? { kind: "is sent again", after: days(6) }
            : { kind: "waits" },
      );
    });
  }

  calendar.plan(today - days(12), async () => {
    const known = await app.db.read.find(User, { where: { importId: IsNull() }, order: { email: "ASC" }, take: 4 });
    const again = known.map(({ email, firstName, lastName }, i) => ({
      email: email ?? "",
      firstName: firstName ?? "",
      lastName: lastName ?? "",
      company: "Northwind Traders",
      groups: i < 2 ? ["Introduction à la sécurité"] : [],
    }));
    const invited = await importFile(desk, founderId, demoRows([...people.splice(0, 56), ...again]));
    for (const { id } of invited.slice(0, joinersOfFile)) befall(id, joins());
  });

  calendar.plan(today - days(5.1), () => invite(people.splice(0, 14), () => ({ kind: "waits" })));
  calendar.plan(today - days(3.3), () =>
    invite(people.splice(0, 9), (index) => (index < 2 ? { kind: "is sent again", after: days(3) } : { kind: "waits" })),
  );
  calendar.plan(today - days(1.2), () =>
    invite(people.splice(0, 7), (index) => (index < 2 ? { kind: "is cancelled", after: days(1) } : { kind: "waits" })),
  );
  calendar.plan(today - days(0.1), () => invite(people.splice(0, 6), () => ({ kind: "waits" })));

  await calendar.liveThrough(clock);
  clock.set(today);
}
