import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { translatorFor } from "@/lib/platform/i18n/translator";
import { AT_START, NO_COUNTS } from "../rules";
import type { ImportOptions, ImportProgress, ImportReview, ImportView, StoredError } from "../types";

export const importColumns = {
  id: true,
  kind: true,
  status: true,
  fileName: true,
  communityId: true,
  groupId: true,
  dryRun: true,
  options: true,
  counts: true,
  progress: true,
  errors: true,
  review: true,
  createdAt: true,
  finishedAt: true,
} as const;

type Row = Pick<
  ImportView,
  "id" | "fileName" | "communityId" | "groupId" | "dryRun" | "createdAt" | "finishedAt"
> & {
  kind: string;
  status: string;
  options: unknown;
  counts: unknown;
  progress: unknown;
  errors: unknown;
  review: unknown;
};

type Translate = {
  (key: string, params: Record<string, string | number>): string;
  has(key: string): boolean;
};

/** A row as its readers get it: the kept codes become sentences. */
export function viewOf(ctx: TenantContext, row: Row, maxErrors = Number.POSITIVE_INFINITY): ImportView {
  const translate = translatorFor(ctx.locale) as unknown as Translate;
  const progress = { ...AT_START, ...(row.progress as Partial<ImportProgress>) };
  return {
    id: row.id,
    kind: row.kind as ImportView["kind"],
    status: row.status as ImportView["status"],
    fileName: row.fileName,
    communityId: row.communityId,
    groupId: row.groupId,
    dryRun: row.dryRun,
    options: row.options as ImportOptions,
    counts: { ...NO_COUNTS, ...(row.counts as object) },
    progress: { done: progress.next, total: progress.total },
    errors: (row.errors as StoredError[]).slice(0, maxErrors).map((error) => ({
      row: error.row,
      code: error.code,
      column: error.column,
      message: messageOf(translate, error),
    })),
    review: row.review as ImportReview | null,
    createdAt: row.createdAt,
    finishedAt: row.finishedAt,
  };
}

function messageOf(translate: Translate, { code, params }: StoredError): string {
  const places = [`imports.errors.${code}`, `errors.fields.${code}`];
  const key = places.find((place) => translate.has(place)) ?? "imports.errors.other";
  return translate(key, { code, ...params });
}
