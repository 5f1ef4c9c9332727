import type { ColumnMapping } from "./csv/types";
import type { ChatAuthor, DateOrder } from "./whatsapp/types";

export const IMPORT_KINDS = ["members_csv", "members_xlsx", "whatsapp_chat"] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

export const IMPORT_STATUSES = ["queued", "running", "needs_review", "done", "failed", "undone"] as const;
export type ImportStatus = (typeof IMPORT_STATUSES)[number];

export type ImportMode = "per_row" | "all_or_nothing";

/** `rows` = created + updated + unchanged + skipped for lists of members; for chats `rows` are the lines of the chat. */
export type ImportCounts = {
  rows: number;
  created: number;
  updated: number;
  unchanged: number;
  skipped: number;
  messages: number;
};

/** A fault as it is kept: code and parameters, so that every reader gets it in their language. Row 0: the whole file. */
export type StoredError = {
  row: number;
  code: string;
  params: Record<string, string | number>;
  column: string | null;
};

export type ImportOptions = {
  timezone: string;
  country: string;
  dateOrder: DateOrder | "auto";
  mapping: Record<string, string | string[]> | null;
  mode: ImportMode;
  /** Who a name of the chat is, as a person has said. */
  authors: Record<string, string>;
};

/** How far an import is; moves on in the transaction of each chunk. */
export type ImportProgress = { attempts: number; started: boolean; next: number; total: number };

export type TableReview = {
  kind: "table";
  columns: ColumnMapping[];
  sample: { row: number; cells: string[] }[];
};
export type ChatReview = {
  kind: "chat";
  dateOrder: DateOrder | null;
  candidates: DateOrder[];
  sampleDate: string | null;
  authors: (ChatAuthor & { memberId: string | null })[];
};
export type ImportReview = TableReview | ChatReview;

/** One import as its worker knows it. */
export type ImportJob = {
  id: string;
  kind: ImportKind;
  fileId: string;
  communityId: string | null;
  groupId: string | null;
  dryRun: boolean;
  options: ImportOptions;
  createdBy: string | null;
  progress: ImportProgress;
};

/** One import as its readers get it. */
export type ImportView = {
  id: string;
  kind: ImportKind;
  status: ImportStatus;
  fileName: string;
  communityId: string | null;
  groupId: string | null;
  dryRun: boolean;
  options: ImportOptions;
  counts: ImportCounts;
  progress: { done: number; total: number };
  errors: { row: number; code: string; column: string | null; message: string }[];
  review: ImportReview | null;
  createdAt: Date;
  finishedAt: Date | null;
};

/** A community and the groups into which people can be brought. */
export type CommunityPlaces = { id: string; name: string; groups: { id: string; name: string }[] };

/** A member who may be an author of a chat. */
export type Suggestion = { id: string; name: string };
