import { usualFields } from "@usher/rules/identity-fields";
import { aFile } from "../../../../test/file-workers";
import { openFile } from "../file/open-file";
import { ImportWizard, type Office } from "./import-wizard";
import { KeptInMemory } from "./testing/kept-in-memory";
import type { Open } from "./wizard-state";

const head = "first_name,last_name,email,company,language\n";
const row = (i: number, more = "en") => `Ann,Lee,a${i}@x.example,Acme,${more}\n`;
const people = (count: number) => head + Array.from({ length: count }, (_, i) => row(i)).join("");
const today = "2026-11-22";

const anOffice = (more: Partial<Office> = {}): Office => ({
  viewerId: "u1",
  asked: usualFields,
  recall: async () => null,
  whoIsHere: async () => [],
  ...more,
});

function aTab(memory = new KeptInMemory()) {
  const keeper = memory.tab();
  return { memory, keeper, wizard: new ImportWizard({ open: openFile, keeper }) };
}

function open(wizard: ImportWizard): Open {
  const now = wizard.current();
  if (now.at !== "open") throw new Error(`the wizard is ${now.at}`);
  return now;
}

describe("choosing a file", () => {
  it("shows what was recognised, and proposes its columns", async () => {
    const { wizard } = aTab();
    await wizard.choose(aFile(people(3)), anOffice());
    expect(open(wizard)).toMatchObject({
      opened: { delimiter: ",", estimatedRows: 3 },
      draft: { columns: ["first_name", "last_name", "email", "company", "language"] },
    });
  });

  it("names what is wrong with one that cannot be used", async () => {
    const { wizard } = aTab();
    await wizard.choose(aFile("", "nothing.csv"), anOffice());
    expect(wizard.current()).toEqual({ at: "refused", name: "nothing.csv", problem: { code: "EMPTY_FILE" } });
  });

  it("keeps the later of two that are chosen at once", async () => {
    const { wizard } = aTab();
    const first = wizard.choose(aFile(people(1), "first.csv"), anOffice());
    const second = wizard.choose(aFile(people(2), "second.csv"), anOffice());
    await Promise.all([first, second]);
    expect(open(wizard).opened.name).toBe("second.csv");
  });

  it("takes the columns as last time, when the server remembers as many (F33)", async () => {
    const { wizard } = aTab();
    const recall = async () => ["last_name", "first_name", "email", "company", null];
    await wizard.choose(aFile(people(1)), anOffice({ recall }));
    expect(open(wizard).draft.columns).toEqual(["last_name", "first_name", "email", "company", null]);
    const other = aTab().wizard;
    await other.choose(aFile(`more,${people(1)}`), anOffice({ recall }));
    expect(open(other).draft.columns.slice(1, 3)).toEqual(["first_name", "last_name"]);
  });

  it("does not wait for a server that cannot be reached", async () => {
    const { wizard } = aTab();
    const recall = () => Promise.reject(new Error("offline"));
    await wizard.choose(aFile(people(1)), anOffice({ recall }));
    expect(open(wizard).draft.how).toContain("header");
  });

  it("goes on with every choice when a mended copy is chosen", async () => {
    const { wizard } = aTab();
    await wizard.choose(aFile(people(2)), anOffice());
    wizard.dispatch({ type: "map", fileColumn: 4, column: "label" });
    wizard.dispatch({ type: "default", field: "groups", value: ["Welcome"] });
    await wizard.choose(aFile(people(3), "mended.csv"), anOffice());
    expect(open(wizard).draft).toMatchObject({
      columns: ["first_name", "last_name", "email", "company", "label"],
      defaults: { groups: ["Welcome"] },
    });
  });

  it("reads it again without a header, and keeps what concerns everybody", async () => {
    const { wizard } = aTab();
    await wizard.choose(aFile(row(1) + row(2)), anOffice());
    wizard.dispatch({ type: "default", field: "label", value: "2027" });
    expect(await wizard.read({ hasHeader: false }, anOffice())).toBeNull();
    expect(open(wizard)).toMatchObject({
      opened: { hasHeader: false, estimatedRows: 2 },
      draft: { reading: { hasHeader: false }, defaults: { label: "2027" } },
    });
  });
});

describe("checking (F34)", () => {
  it("counts people, problems and who is here, asking for addresses only", async () => {
    const asked: string[] = [];
    const office = anOffice({
      whoIsHere: async ({ emails }) => {
        asked.push(...emails);
        return [
          { email: "a1@x.example", availability: "TAKEN" },
          { email: "a3@x.example", availability: "INVITED" },
        ];
      },
    });
    const { wizard } = aTab();
    await wizard.choose(aFile(`${head}${row(1)}${row(2)}${row(3, "klingon")},,,,\n${row(1)}`), office);
    await wizard.check(today, office);
    expect(open(wizard)).toMatchObject({
      check: { at: "done", report: { people: 4, peopleReady: 2, emptyRows: 1, rowsWithProblems: 2 } },
      // the third is invited already, but the row is refused in any case
      here: { at: "done", found: { asked: 3, taken: 1, invited: 1, ready: 1 } },
    });
    expect(asked).toEqual(["a1@x.example", "a2@x.example", "a3@x.example"]);
  });

  it("asks in portions of a thousand, and finds rows with problems among them", async () => {
    const office = anOffice({
      whoIsHere: async ({ emails }) => emails.map((email) => ({ email, availability: "INVITED" as const })),
    });
    const { wizard } = aTab();
    const bad = Array.from({ length: 450 }, (_, i) => row(5000 + i, "klingon")).join("");
    await wizard.choose(aFile(people(2100) + bad), office);
    await wizard.check(today, office);
    expect(open(wizard).here).toMatchObject({ at: "done", found: { asked: 2550, invited: 2550, ready: 2100 } });
    expect((open(wizard).here as { found: { first: unknown[] } }).found.first).toHaveLength(200);
  });

  it("stays usable when the server does not say who is here", async () => {
    const failure = new Error("offline");
    const office = anOffice({ whoIsHere: () => Promise.reject(failure) });
    const { wizard } = aTab();
    await wizard.choose(aFile(people(3)), office);
    await wizard.check(today, office);
    expect(open(wizard)).toMatchObject({ check: { at: "done" }, here: { at: "stopped", error: failure } });
    await wizard.askWhoIsHere(anOffice());
    expect(open(wizard).here.at).toBe("done");
  });

  it("reads a column of dates the way the whole of it says", async () => {
    const { wizard } = aTab();
    const dates = "first_name,last_name,email,company,deletion_date\n";
    await wizard.choose(
      aFile(`${dates}Ann,Lee,a@x.example,Acme,03/04/2027\nBo,Lee,b@x.example,Acme,03/24/2027\n`),
      anOffice(),
    );
    await wizard.check(today, anOffice());
    expect(open(wizard)).toMatchObject({ draft: { dateOrder: "mdy" }, check: { report: { rowsWithProblems: 0 } } });
  });

  it("is void when a column changes meanwhile", async () => {
    const { wizard } = aTab();
    await wizard.choose(aFile(people(3000)), anOffice());
    const checking = wizard.check(today, anOffice());
    wizard.dispatch({ type: "map", fileColumn: 4, column: null });
    await checking;
    expect(open(wizard).check.at).toBe("none");
    await wizard.check(today, anOffice());
    expect(open(wizard).check.at).toBe("done");
  });
});

describe("a reload", () => {
  it("loses nothing: file, columns, defaults, message", async () => {
    const { wizard, keeper } = aTab();
    await wizard.choose(aFile(people(3)), anOffice());
    wizard.dispatch({ type: "map", fileColumn: 4, column: "label" });
    wizard.dispatch({ type: "options", options: { message: "Welcome" } });
    await wizard.save();
    const again = new ImportWizard({ open: openFile, keeper });
    await again.wake(anOffice());
    expect(open(again)).toMatchObject({
      opened: { name: "people.csv" },
      draft: { columns: ["first_name", "last_name", "email", "company", "label"], message: "Welcome" },
    });
  });

  it("knows the import that the file was being sent to", async () => {
    const { wizard, keeper } = aTab();
    await wizard.choose(aFile(people(3)), anOffice());
    await wizard.sendTo("i1");
    const again = new ImportWizard({ open: openFile, keeper });
    await again.wake(anOffice());
    expect(open(again).importId).toBe("i1");
  });

  it("begins empty for somebody else", async () => {
    const { wizard, keeper } = aTab();
    await wizard.choose(aFile(people(3)), anOffice());
    await wizard.save();
    const again = new ImportWizard({ open: openFile, keeper });
    await again.wake(anOffice({ viewerId: "u2" }));
    expect(again.current()).toEqual({ at: "empty" });
  });

  it("begins empty when the browser had no room for the file", async () => {
    const { wizard, keeper, memory } = aTab();
    await wizard.choose(aFile(people(3)), anOffice());
    await wizard.save();
    memory.files.clear();
    const again = new ImportWizard({ open: openFile, keeper });
    await again.wake(anOffice());
    expect(again.current()).toEqual({ at: "empty" });
    expect(memory.drafts.size).toBe(0);
  });
});

it("is found by another tab after its own was closed", async () => {
  const memory = new KeptInMemory();
  const first = aTab(memory);
  await first.wizard.choose(aFile(people(3)), anOffice());
  await first.wizard.save();
  const second = aTab(memory);
  await second.wizard.wake(anOffice());
  const [left] = await second.keeper.leftBehind("u1");
  const kept = await second.keeper.read(left?.id ?? "");
  expect(kept && (await second.wizard.resume(kept, anOffice()))).toBe(true);
  expect(open(second.wizard).opened.name).toBe("people.csv");
});

it("leaves nothing in the browser once a file is put away", async () => {
  const { wizard, memory } = aTab();
  await wizard.choose(aFile(people(3)), anOffice());
  await wizard.save();
  wizard.forget();
  expect([memory.drafts.size, memory.files.size]).toEqual([0, 0]);
  expect(wizard.current()).toEqual({ at: "empty" });
});

describe("an import that ended", () => {
  async function sent() {
    const tab = aTab();
    await tab.wizard.choose(aFile(people(3)), anOffice());
    await tab.wizard.sendTo("i1");
    const other = aTab(tab.memory);
    await other.wizard.wake(anOffice());
    return { ...tab, other };
  }

  it("leaves nothing behind, whichever tab sent it", async () => {
    const { memory, other } = await sent();
    await other.wizard.settle("i1");
    expect(memory.drafts.size).toBe(0);
  });

  it("gives the file back when it was stopped before anybody was invited, whichever tab holds it", async () => {
    const { wizard, memory, other } = await sent();
    await other.wizard.takeBack("i1");
    expect([...memory.drafts.values()]).toMatchObject([{ importId: null }]);
    await wizard.takeBack("i1");
    expect(open(wizard)).toMatchObject({ importId: null, opened: { name: "people.csv" } });
  });
});
