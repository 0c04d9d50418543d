import type { UserErrorCode } from "../../../gql/graphql";
import type { FileProblem } from "../file/file-problem";

/** The rows of one import on their way from this tab to the server. */
export type Upload =
  | { at: "staging"; sent: number; total: number; pause: Pause | null }
  | { at: "committing"; total: number; pause: Pause | null }
  | { at: "committed" }
  | { at: "stopped"; why: Stop };

export interface Pause {
  /** ms since the epoch. */
  until: number;
  error: unknown;
  tryNow: () => void;
}

export type Stop =
  | { code: "FILE"; problem: FileProblem }
  | { code: "REFUSED"; error: UserErrorCode; message: string }
  | { code: "FAILED"; error: unknown }
  /** By the person. */
  | { code: "CANCELLED" };

export type UploadEvent =
  | { type: "sent"; rows: number }
  | { type: "pause"; pause: Pause }
  | { type: "go-on" }
  | { type: "all-sent" }
  /** The server misses rows after all. */
  | { type: "send-more"; sent: number }
  | { type: "committed" }
  | { type: "stop"; why: Stop };

export function changeUpload(upload: Upload, event: UploadEvent): Upload {
  if (upload.at === "committed" || upload.at === "stopped") return upload;
  switch (event.type) {
    case "sent":
      return upload.at === "staging"
        ? { ...upload, sent: Math.min(upload.total, upload.sent + event.rows), pause: null }
        : upload;
    case "pause":
      return { ...upload, pause: event.pause };
    case "go-on":
      return upload.pause ? { ...upload, pause: null } : upload;
    case "all-sent":
      return { at: "committing", total: upload.total, pause: null };
    case "send-more":
      return { at: "staging", sent: event.sent, total: upload.total, pause: null };
    case "committed":
      return { at: "committed" };
    case "stop":
      return { at: "stopped", why: event.why };
  }
}
