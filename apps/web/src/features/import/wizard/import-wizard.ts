import { type ImportColumn, isImportColumn } from "@usher/rules/columns";
import type { AskedFields } from "@usher/rules/identity-fields";
import type { EmailBatch } from "../file/check-report";
import { type FileProblem, FileProblemError } from "../file/file-problem";
import type { openFile, PeopleFile } from "../file/open-file";
import type { OpenedFile, Reading } from "../file/opened-file";
import { carryOver, choiceOf, type Draft, newKey, onlyOffered, proposeDraft, redraft } from "./draft";
import type { Keeper, KeptImport } from "./kept-import";
import { changeWizard, type FoundMore, type Wizard, type WizardEvent } from "./wizard-state";

export interface Doors {
  open: typeof openFile;
  keeper: Keeper;
}

/** What the wizard asks of the server, and who asks. */
export interface Office {
  viewerId: string;
  /** How the workspace asks for the fields of an identity. */
  asked: AskedFields;
  /** What these columns were last time. */
  recall(header: string[]): Promise<(string | null)[] | null>;
  /** Which of these addresses are taken or invited. */
  whoIsHere(batch: EmailBatch, signal: AbortSignal): Promise<{ email: string; availability: "TAKEN" | "INVITED" }[]>;
}

/** Questions on their way at the same time. */
const questionsAtOnce = 3;

/**
 * The import in the making of this tab: its state, the file's worker, and what is kept of both over a reload.
 * It lives outside of the pages, so that one may look at other pages meanwhile.
 */
export class ImportWizard {
  #wizard: Wizard = { at: "waking" };
  #people: PeopleFile | null = null;
  #id: string | null = null;
  #viewerId = "";
  /** Counts files: what comes late for an earlier one is dropped. */
  #turn = 0;
  #checking: AbortController | null = null;
  #asking: AbortController | null = null;
  /** What was chosen for the file before: a mended copy of it goes on from there. */
  #last: { header: string[]; draft: Draft } | null = null;
  #saving: ReturnType<typeof setTimeout> | null = null;
  #awake: Promise<void> | null = null;
  readonly #listeners = new Set<() => void>();
  readonly #doors: Doors;

  constructor(doors: Doors) {
    this.#doors = doors;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  readonly current = (): Wizard => this.#wizard;

  /** The file's worker, while a file is open. */
  get people(): PeopleFile | null {
    return this.#people;
  }

  get keeper(): Keeper {
    return this.#doors.keeper;
  }

  dispatch(event: WizardEvent): void {
    const next = changeWizard(this.#wizard, event);
    if (next === this.#wizard) return;
    const before = this.#wizard;
    this.#wizard = next;
    if (next.at === "open" && before.at === "open") {
      if (next.draft !== before.draft || next.importId !== before.importId) this.#saveSoon();
      if (next.check.at === "none" && before.check.at === "running") this.#checking?.abort();
      if (next.here.at === "none" && before.here.at !== "none") this.#asking?.abort();
    }
    for (const listener of this.#listeners) listener();
  }

  /** Takes up what this tab had in hand before a reload. */
  wake(office: Office): Promise<void> {
    this.#awake ??= this.#wake(office);
    return this.#awake;
  }

  async #wake(office: Office): Promise<void> {
    this.#viewerId = office.viewerId;
    const kept = await this.#doors.keeper.ofThisTab(office.viewerId);
    if (this.#wizard.at !== "waking") return;
    if (kept) await this.resume(kept, office);
    else this.dispatch({ type: "empty" });
  }

  /** Goes on with a kept import; without its file there is nothing to go on with. */
  async resume(kept: KeptImport, { asked }: Pick<Office, "asked">): Promise<boolean> {
    const turn = ++this.#turn;
    if (!kept.file) {
      await this.#doors.keeper.forget(kept.id);
      if (turn === this.#turn) this.dispatch({ type: "empty" });
      return false;
    }
    this.dispatch({ type: "choose", name: kept.fileName, size: kept.file.size });
    const opening = await this.#openFile(kept.file, kept.draft.reading, turn);
    if (!opening) return false;
    if (!opening.ok) {
      await this.#doors.keeper.forget(kept.id);
      this.dispatch({ type: "refuse", name: kept.fileName, problem: opening.problem });
      return false;
    }
    this.#id = kept.id;
    this.#viewerId = kept.viewerId;
    this.#doors.keeper.take(kept.id);
    const { opened } = opening.people;
    const fits = opened.header.length === kept.draft.columns.length;
    const draft = fits ? kept.draft : proposeDraft(opened, null, kept.draft.reading, asked);
    // what is on its way already stays as it was begun
    const offered = kept.importId ? draft : onlyOffered(draft, asked);
    this.dispatch({ type: "open", opened, draft: offered, importId: kept.importId });
    return true;
  }

  /** Reads the beginning of a file and proposes what its columns are. Whatever was in hand is put away. */
  async choose(file: File, office: Office): Promise<void> {
    this.forget();
    const turn = ++this.#turn;
    this.#viewerId = office.viewerId;
    this.dispatch({ type: "choose", name: file.name, size: file.size });
    const opening = await this.#openFile(file, {}, turn);
    if (!opening) return;
    if (!opening.ok) {
      this.dispatch({ type: "refuse", name: file.name, problem: opening.problem });
      return;
    }
    const { opened } = opening.people;
    const remembered = await recallColumns(opened, office);
    if (turn !== this.#turn) return;
    this.#id = newKey();
    const proposed = proposeDraft(opened, remembered, {}, office.asked);
    this.dispatch({ type: "open", opened, draft: carryOver(this.#last, opened.header, proposed) });
    this.#doors.keeper.take(this.#id);
    void this.#doors.keeper.keepFile(this.#id, file);
    void this.save();
  }

  /** Reads the open file in another way: another delimiter, no header, ... Says what is wrong when that does not work. */
  async read(reading: Reading, office: Office): Promise<FileProblem | null> {
    const before = this.#wizard;
    if (before.at !== "open" || before.importId || !this.#people) return null;
    const turn = this.#turn;
    const all = { ...before.draft.reading, ...reading };
    const opening = await this.#people.reopen(all);
    if (turn !== this.#turn) return null;
    if (!opening.ok) return opening.problem;
    const remembered = await recallColumns(opening.file, office);
    const now = this.#wizard;
    if (turn !== this.#turn || now.at !== "open") return null;
    const draft = redraft(now.draft, proposeDraft(opening.file, remembered, all, office.asked));
    this.#asking?.abort();
    this.dispatch({ type: "open", opened: opening.file, draft });
    this.#saveSoon();
    return null;
  }

  /** Checks every row by the present choice, unless that is done or under way, then asks who is here. */
  async check(today: string, office: Office): Promise<void> {
    const wizard = this.#wizard;
    if (wizard.at !== "open" || wizard.check.at !== "none" || !this.#people) return;
    const checking = new AbortController();
    const { signal } = checking;
    this.#checking = checking;
    this.dispatch({ type: "check-began" });
    const result = await this.#people.check(choiceOf(wizard.draft, today, office.asked), {
      onFirstRows: (rows) => !signal.aborted && this.dispatch({ type: "check-rows", rows }),
      onProgress: (progress) => !signal.aborted && this.dispatch({ type: "check-progress", progress }),
      signal,
    });
    if (signal.aborted || "cancelled" in result) return;
    if (!result.ok) {
      this.dispatch({ type: "check-failed", problem: result.problem });
      return;
    }
    const { dates } = result.report;
    // the whole column says how it is to be read, and the rows were read the other way
    if (dates?.order === "mdy" && wizard.draft.dateOrder === null) {
      this.dispatch({ type: "date-order", order: "mdy" });
      await this.check(today, office);
      return;
    }
    this.dispatch({ type: "check-done", report: result.report });
    await this.askWhoIsHere(office);
  }

  /** Only addresses leave the browser, some at a time. */
  async askWhoIsHere(office: Office): Promise<void> {
    const people = this.#people;
    if (this.#wizard.at !== "open" || this.#wizard.check.at !== "done" || !people) return;
    this.#asking?.abort();
    const asking = new AbortController();
    this.#asking = asking;
    const tell = (event: WizardEvent) => !asking.signal.aborted && this.dispatch(event);
    tell({ type: "asking-began" });
    try {
      const batches = people.emails();
      const askOn = async () => {
        for (let next = await batches.next(); !next.done && !asking.signal.aborted; next = await batches.next()) {
          const found = await office.whoIsHere(next.value, asking.signal);
          tell({ type: "found", more: await countFound(people, next.value, found) });
        }
      };
      await Promise.all(Array.from({ length: questionsAtOnce }, askOn));
      tell({ type: "asking-done" });
    } catch (error) {
      if (error instanceof FileProblemError && !asking.signal.aborted) this.fail(error.problem);
      tell({ type: "asking-stopped", error });
      asking.abort();
    }
  }

  /** The file cannot be read any further. What was chosen is kept for the next one. */
  fail(problem: FileProblem): void {
    if (this.#wizard.at !== "open") return;
    const { name } = this.#wizard.opened;
    this.forget();
    this.dispatch({ type: "refuse", name, problem });
  }

  stopAsking(): void {
    const asking = this.#asking;
    if (asking?.signal.aborted === false) {
      this.dispatch({ type: "asking-stopped", error: null });
      asking.abort();
    }
  }

  /** The file is sent to this import from here on. Kept at once: a reload in the next moment has to know it. */
  async sendTo(importId: string): Promise<void> {
    this.#asking?.abort();
    this.dispatch({ type: "sending", importId });
    await this.save();
  }

  /** The import was given up: the file and what was chosen for it are free again, here or in the tab that they are left from. */
  async takeBack(importId: string): Promise<void> {
    if (this.#wizard.at === "open" && this.#wizard.importId === importId) {
      this.dispatch({ type: "sending-undone" });
      return;
    }
    const kept = await this.#doors.keeper.find(importId, this.#viewerId);
    if (!kept) return;
    const { file: _, ...rest } = kept;
    await this.#doors.keeper.keep({ ...rest, importId: null, draft: { ...kept.draft, key: newKey() } });
  }

  /** The server has all of it: nothing has to be kept for it any more, whichever tab sent it. */
  async settle(importId: string): Promise<void> {
    if (this.#wizard.at === "open" && this.#wizard.importId === importId) this.forget();
    const kept = await this.#doors.keeper.find(importId, this.#viewerId);
    if (kept) await this.#doors.keeper.forget(kept.id);
  }

  /** Puts the file away, here and in the browser's storage. */
  forget(): void {
    this.#turn++;
    this.#checking?.abort();
    this.#asking?.abort();
    this.#people?.close();
    this.#people = null;
    if (this.#wizard.at === "open") this.#last = { header: this.#wizard.opened.header, draft: this.#wizard.draft };
    if (this.#saving) clearTimeout(this.#saving);
    this.#saving = null;
    if (this.#id) void this.#doors.keeper.forget(this.#id);
    this.#id = null;
    this.dispatch({ type: "empty" });
  }

  async #openFile(file: File, reading: Reading, turn: number): Promise<Awaited<ReturnType<Doors["open"]>> | null> {
    const opening = await this.#doors.open(file, reading);
    if (turn === this.#turn) {
      this.#people?.close();
      this.#people = opening.ok ? opening.people : null;
      return opening;
    }
    if (opening.ok) opening.people.close();
    return null;
  }

  #saveSoon(): void {
    if (this.#saving) clearTimeout(this.#saving);
    this.#saving = setTimeout(() => void this.save(), 250);
  }

  /** What was changed is kept a moment later anyway. */
  async save(): Promise<void> {
    if (this.#saving) clearTimeout(this.#saving);
    this.#saving = null;
    if (this.#wizard.at !== "open" || !this.#id) return;
    const { draft, importId, opened } = this.#wizard;
    await this.#doors.keeper.keep({
      id: this.#id,
      viewerId: this.#viewerId,
      savedAt: Date.now(),
      fileName: opened.name,
      draft,
      importId,
    });
  }
}

/** What was chosen last time for this very header; a server that does not answer holds nobody up. */
async function recallColumns(opened: OpenedFile, office: Office): Promise<(ImportColumn | null)[] | null> {
  if (!opened.hasHeader) return null;
  const patience = new Promise<null>((resolve) => setTimeout(resolve, 2000, null));
  const names = await Promise.race([office.recall(opened.header).catch(() => null), patience]);
  if (names?.length !== opened.header.length) return null;
  const columns = names.map((name) => (name !== null && isImportColumn(name) ? name : null));
  return columns.some((column) => column !== null) ? columns : null;
}

/** Counts those found, and how many of them stand in rows that are fine otherwise. */
async function countFound(
  people: Pick<PeopleFile, "problemRows">,
  batch: EmailBatch,
  found: { email: string; availability: "TAKEN" | "INVITED" }[],
): Promise<FoundMore> {
  const rowOf = new Map(batch.emails.map((email, i) => [email, batch.rows[i] as number]));
  const here = found.map((person) => ({ ...person, row: rowOf.get(person.email) ?? 0 }));
  const rows = new Set(here.map(({ row }) => row));
  for (const row of await problemRowsAmong(people, [...rows])) rows.delete(row);
  return {
    asked: batch.emails.length,
    taken: here.filter(({ availability }) => availability === "TAKEN").length,
    invited: here.filter(({ availability }) => availability === "INVITED").length,
    ready: rows.size,
    readyTaken: here.filter(({ availability, row }) => availability === "TAKEN" && rows.has(row)).length,
    first: here,
  };
}

async function problemRowsAmong(people: Pick<PeopleFile, "problemRows">, rows: number[]): Promise<number[]> {
  if (rows.length === 0) return [];
  const last = Math.max(...rows);
  const asked = new Set(rows);
  const withProblems: number[] = [];
  for (let after = Math.min(...rows) - 1; after < last; ) {
    const page = await people.problemRows({ first: 200, after });
    for (const { row } of page.rows) if (asked.has(row)) withProblems.push(row);
    const end = page.rows.at(-1)?.row;
    if (end === undefined || !page.hasMore) break;
    after = end;
  }
  return withProblems;
}
