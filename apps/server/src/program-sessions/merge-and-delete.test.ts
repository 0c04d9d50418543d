import { newId } from "../db/ids.js";
import type { Group } from "../groups/group.entity.js";
import { GroupMember } from "../groups/group-member.entity.js";
import { aGroup } from "../testing/a-group.js";
import { aProgramSession } from "../testing/a-program-session.js";
import { aSignedInUser } from "../testing/a-signed-in-user.js";
import { aFounder, type Browser } from "../testing/browser.js";
import { refusalOf } from "../testing/refusal-of.js";
import { aRunningApp } from "../testing/start-app.js";
import type { User } from "../users/user.entity.js";
import { ProgramSession } from "./program-session.entity.js";
import { ProgramSessionMember } from "./program-session-member.entity.js";

describe("program sessions that are merged and deleted (F51)", () => {
  const test = aRunningApp();
  let founder: Browser;
  let runner: { user: User; browser: Browser };
  let ann: User;
  let bob: User;
  let group: Group;
  let other: Group;

  beforeAll(async () => {
    founder = await aFounder(test);
    runner = await aSignedInUser(test, { email: "runner@x.org" });
    ann = (await aSignedInUser(test, { email: "ann@x.org" })).user;
    bob = (await aSignedInUser(test, { email: "bob@x.org" })).user;
    group = await aGroup(test, "Pilots", { ADMINISTRATOR: [runner.user], LEARNER: [ann, bob] });
    other = await aGroup(test, "Sailors", { LEARNER: [runner.user] });
  });

  const merge = (programSessionIds: string[], intoProgramSessionId: string, by = founder) =>
    by.change("mergeProgramSessions", { programSessionIds, intoProgramSessionId }, "affected task { id }");
  const remove = (programSessionIds: string[], by = founder) =>
    by.change("deleteProgramSessions", { programSessionIds }, "affected task { id }");
  const peopleOf = async (programSessionId: string) =>
    (await test.app.db.read.findBy(ProgramSessionMember, { programSessionId }))
      .map(({ part, userId, email }) => `${part} ${userId ?? email}`)
      .sort();

  it("keep everybody once", async () => {
    const into = await aProgramSession(test, group, { name: "Stays", INSTRUCTOR: [ann], PARTICIPANT: ["c@x.org"] });
    const first = await aProgramSession(test, group, {
      INSTRUCTOR: [ann, bob],
      PARTICIPANT: [ann, "c@x.org", "d@x.org"],
    });
    const second = await aProgramSession(test, group, { PARTICIPANT: [ann, "d@x.org", "e@x.org"] });
    const moved = await merge([first.id, second.id, first.id.toUpperCase()], into.id, runner.browser);
    expect(moved).toEqual({ affected: 8, task: null, userErrors: [] });
    expect(await peopleOf(into.id)).toEqual(
      [
        `INSTRUCTOR ${ann.id}`,
        `INSTRUCTOR ${bob.id}`,
        `PARTICIPANT ${ann.id}`,
        "PARTICIPANT c@x.org",
        "PARTICIPANT d@x.org",
        "PARTICIPANT e@x.org",
      ].sort(),
    );
    expect(await peopleOf(first.id)).toEqual([]);
    expect(await test.app.db.read.countBy(ProgramSession, { groupId: group.id })).toBe(1);
    expect(await refusalOf(merge([first.id], into.id))).toBe("NOT_FOUND");
  });

  it("are of one group, and not merged into themselves", async () => {
    const [one, two] = [await aProgramSession(test, group), await aProgramSession(test, other)];
    const refused = async (ids: string[], into: string) => (await merge(ids, into)).userErrors;
    expect(await refused([two.id], one.id)).toMatchObject([{ code: "NOT_COMBINABLE", path: ["programSessionIds"] }]);
    expect(await refused([one.id], one.id)).toMatchObject([{ code: "NOT_COMBINABLE", path: ["intoProgramSessionId"] }]);
    expect(await refused([], one.id)).toMatchObject([{ code: "REQUIRED", path: ["programSessionIds"] }]);
    expect(await refused(new Array(101).fill(two.id), one.id)).toMatchObject([{ code: "OUT_OF_RANGE" }]);
    expect((await remove([])).userErrors).toMatchObject([{ code: "REQUIRED" }]);
    expect((await remove(new Array(101).fill(two.id))).userErrors).toMatchObject([{ code: "OUT_OF_RANGE" }]);
  });

  it("are the business of those who run the group (F53)", async () => {
    const [own, hidden] = [await aProgramSession(test, group), await aProgramSession(test, other)];
    const identify = await aSignedInUser(test, { email: "id@x.org", permissions: ["MANAGE_USERS"] });
    const own2 = await aProgramSession(test, group);
    for (const asked of [
      merge([hidden.id], own.id, runner.browser),
      merge([own.id], hidden.id, runner.browser),
      merge([own.id, newId()], own2.id),
      remove([own.id, hidden.id], runner.browser),
      remove(["nothing"]),
    ]) {
      expect(await refusalOf(asked)).toBe("NOT_FOUND");
    }
    expect(await refusalOf(merge([own2.id], own.id, identify.browser))).toBe("FORBIDDEN");
    expect(await refusalOf(remove([own.id], identify.browser))).toBe("FORBIDDEN");
    expect(await test.app.db.read.countBy(ProgramSession, { id: own.id })).toBe(1);
  });

  it("leave their people in the group when they go, and forget whom they awaited", async () => {
    const gone = await aProgramSession(test, group, { INSTRUCTOR: [bob], PARTICIPANT: [ann, "f@x.org"] });
    const stays = await aProgramSession(test, group, { PARTICIPANT: [ann, "f@x.org"] });
    expect(await remove([gone.id], runner.browser)).toEqual({ affected: 3, task: null, userErrors: [] });
    expect(await peopleOf(gone.id)).toEqual([]);
    expect(await peopleOf(stays.id)).toHaveLength(2);
    expect(await test.app.db.read.countBy(GroupMember, { groupId: group.id, role: "LEARNER" })).toBe(2);
    expect(await refusalOf(remove([gone.id]))).toBe("NOT_FOUND");
  });
});
