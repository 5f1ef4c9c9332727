import { cleanName, takeGraphemes } from "@/lib/shared/text";
import type { ImportCounts, ImportKind, ImportProgress, ImportStatus } from "./types";

export const NO_COUNTS: ImportCounts = {
  rows: 0,
  created: 0,
  updated: 0,
  unchanged: 0,
  skipped: 0,
  messages: 0,
};
export const AT_START: ImportProgress = { attempts: 0, started: false, next: 0, total: 0 };

/** Faults beyond these are counted, not kept. */
export const MAX_KEPT_ERRORS = 10_000;

/** Sums counts of two steps. */
export function addCounts(a: ImportCounts, b: ImportCounts): ImportCounts {
  return {
    rows: a.rows + b.rows,
    created: a.created + b.created,
    updated: a.updated + b.updated,
    unchanged: a.unchanged + b.unchanged,
    skipped: a.skipped + b.skipped,
    messages: a.messages + b.messages,
  };
}

/** Whether answers of a person can still change it: it waits for them, or it was a dry run. */
export function isOpenForReview({ status, dryRun }: { status: ImportStatus; dryRun: boolean }): boolean {
  return status === "needs_review" || (dryRun && (status === "done" || status === "failed"));
}

/** Whether something may have been written that can be taken back. */
export function isUndoable({ status, dryRun }: { status: ImportStatus; dryRun: boolean }): boolean {
  return !dryRun && (status === "done" || status === "failed");
}

const ZIP_SIGNATURE = [0x50, 0x4b, 3, 4];
const CHAT_LINE = /^[\s\u200e\u200f\ufeff]*\[?\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\.?,?\s+\d{1,2}[:.]\d{2}/u;

/** What a file is, by its first bytes and its name: a workbook, an exported chat or a table in text. */
export function detectKind(fileName: string, bytes: Uint8Array): ImportKind {
  const name = fileName.toLowerCase();
  if (ZIP_SIGNATURE.every((byte, at) => bytes[at] === byte))
    return name.endsWith(".xlsx") ? "members_xlsx" : "whatsapp_chat";
  const start = new TextDecoder().decode(bytes.subarray(0, 2_000)).replaceAll("\u0000", "");
  if (CHAT_LINE.test(start)) return "whatsapp_chat";
  return name.endsWith(".txt") && /whatsapp|_chat/u.test(name) ? "whatsapp_chat" : "members_csv";
}

/** The name of a chat by the name of its file: `Conversa do WhatsApp com Corrida.txt` is `Corrida`; null when none is left. */
export function groupNameOf(fileName: string): string | null {
  const bare = fileName.replace(/\.(?:txt|zip)$/iu, "").replace(/\s*\(\d+\)$/u, "");
  const name = cleanName(
    bare.replace(
      /^(?:WhatsApp Chat (?:with|-)|Conversa do WhatsApp com|Chat de WhatsApp con|_?chat$)\s*/iu,
      "",
    ),
  );
  return name === "" ? null : takeGraphemes(name, 100);
}
