import { bulkInsert } from "../db/bulk-insert.js";
import { newId } from "../db/ids.js";
import { sortKey } from "../db/sort-key.js";
import { Group } from "../groups/group.entity.js";
import { GroupMember } from "../groups/group-member.entity.js";
import { enqueueMail } from "../mail/enqueue-mail.js";
import { aDatabase } from "../testing/a-database.js";
import { aMailServer } from "../testing/a-mail-server.js";
import { aPostOffice, outboxOf, type PostOffice, sendMails } from "../testing/a-post-office.js";
import { aUser } from "../testing/rows.js";
import { User } from "../users/user.entity.js";
import { addedToGroupsMail } from "./added-to-groups-mail.js";

describe("the mail about new groups", () => {
  const database = aDatabase();
  const post = aMailServer();
  let office: PostOffice;

  beforeEach(async () => {
    office = await aPostOffice(database.db, { delivery: "SMTP", url: post.server.url, from: "no-reply@example.org" });
  });

  async function add(given: Partial<User>, names: readonly string[]): Promise<User> {
    const { app, workspace } = office;
    const user = aUser({ workspaceId: workspace.id, email: `${newId()}@example.org`, ...given });
    const groups = names.map((name) => ({
      id: newId(),
      workspaceId: workspace.id,
      name,
      nameKey: sortKey(name),
      createdAt: app.clock.now(),
    }));
    const memberships = groups.flatMap(({ id }) =>
      (["COACH", "LEARNER"] as const).map((role) => ({
        workspaceId: workspace.id,
        groupId: id,
        userId: user.id,
        role,
      })),
    );
    await app.db.tx(async (tx) => {
      await bulkInsert(tx, User, [user]);
      await bulkInsert(tx, Group, groups);
      await bulkInsert(tx, GroupMember, memberships);
      await enqueueMail(tx, app, addedToGroupsMail(user));
    });
    return user;
  }

  it.each([
    ["en", "You have new groups in Northwind Academy", "You now belong to:"],
    ["fr", "Vous avez de nouveaux groupes dans Northwind Academy", "Vous faites maintenant partie de\u00a0:"],
    ["nl", "U hebt nieuwe groepen in Northwind Academy", "U maakt nu deel uit van:"],
  ] as const)("names the person's groups, each once, in their language (F9): %s", async (language, subject, words) => {
    await add({ language, firstName: "Zoë" }, [`Vente ${language}`, `Équipe <b>nord</b> ${language}`]);
    await sendMails(office.app);
    const [mail] = post.server.mails;
    expect(mail?.subject).toBe(subject);
    expect(mail?.text).toContain(`${words}\n\n- Équipe <b>nord</b> ${language}\n- Vente ${language}\n\n`);
    expect(mail?.html).toContain(`<li>Équipe &lt;b&gt;nord&lt;/b&gt; ${language}</li><li>Vente ${language}</li>`);
    expect(mail?.html).toContain('href="https://people.example.org"');
  });

  it("names twenty groups at most and counts the rest", async () => {
    await add(
      {},
      Array.from({ length: 23 }, (_, i) => `Group ${String(i).padStart(2, "0")}`),
    );
    await sendMails(office.app);
    expect(post.server.mails[0]?.text).toContain("- Group 19\n- and 3 more\n\n");
  });

  it("is not sent to whom it no longer concerns", async () => {
    const closed = await add({ status: "DEACTIVATED" }, ["Closed"]);
    const left = await add({}, []);
    await sendMails(office.app);
    expect(post.server.mails).toEqual([]);
    expect(await outboxOf(office, [closed, left])).toMatchObject([{ state: "SUPPRESSED" }, { state: "SUPPRESSED" }]);
  });

  it("is not made for somebody without an address", () => {
    expect(addedToGroupsMail(aUser({ workspaceId: newId(), email: null }))).toEqual([]);
  });
});
