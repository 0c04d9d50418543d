import type { ImportColumn } from "@usher/rules/columns";
import type { PeopleFile } from "../file/open-file";
import { type ImportDoor, sendImport } from "./send-import";
import { changeUpload, type Upload, type UploadEvent } from "./upload-state";

interface Cargo {
  importId: string;
  people: Pick<PeopleFile, "chunks">;
  /** One entry a column of the file; null: nothing of it is sent. */
  columns: (ImportColumn | null)[];
  totalRows: number;
  isChosenAgain?: boolean;
  door: ImportDoor;
  /** Called once, when the server has everything. */
  onCommitted(): void;
}

/** What this tab is sending. It goes on whatever page is looked at, and asks before the tab is closed. */
export class ImportUpload {
  #importId: string | null = null;
  #upload: Upload | null = null;
  #stopping: AbortController | null = null;
  readonly #listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  readonly of = (importId: string): Upload | null => (this.#importId === importId ? this.#upload : null);

  get isSending(): boolean {
    return this.#upload?.at === "staging" || this.#upload?.at === "committing";
  }

  async send({ importId, onCommitted, ...cargo }: Cargo): Promise<void> {
    if (this.isSending) return;
    const stopping = new AbortController();
    this.#stopping = stopping;
    this.#importId = importId;
    this.#change({ at: "staging", sent: 0, total: cargo.totalRows, pause: null });
    window.addEventListener("beforeunload", askBeforeLeaving);
    const tell = (event: UploadEvent) => {
      if (this.#stopping === stopping && this.#upload) this.#change(changeUpload(this.#upload, event));
    };
    await sendImport({ ...cargo, signal: stopping.signal, tell });
    window.removeEventListener("beforeunload", askBeforeLeaving);
    if (this.of(importId)?.at === "committed") onCommitted();
  }

  /** Stops sending. What the server has stays there. */
  stop(importId: string): void {
    if (this.#importId === importId) this.#stopping?.abort();
  }

  /** What was said about the last try is history once another begins. */
  clear(importId: string): void {
    if (this.#importId !== importId || this.isSending) return;
    this.#importId = null;
    this.#change(null);
  }

  #change(upload: Upload | null): void {
    this.#upload = upload;
    for (const listener of this.#listeners) listener();
  }
}

function askBeforeLeaving(event: BeforeUnloadEvent) {
  event.preventDefault();
}
