import { daysAfter } from "@/lib/shared/days";
import type { Evidence, MergedProfile } from "./types";

/** How long a merge can be undone: what it takes is personal data of a record that is gone, and is not kept for ever. */
export const UNDO_DAYS = 30;

/** The record that stays keeps what it says; what it does not say it takes from the one that goes. Tags are of both. */
export function mergeProfiles(stays: MergedProfile, goes: MergedProfile): MergedProfile {
  return {
    name: stays.name,
    userId: stays.userId ?? goes.userId,
    locale: stays.locale ?? goes.locale,
    timezone: stays.timezone ?? goes.timezone,
    photoFileId: stays.photoFileId ?? goes.photoFileId,
    birthdayOn: stays.birthdayOn ?? goes.birthdayOn,
    fields: { ...goes.fields, ...stays.fields },
    tags: [...new Set([...stays.tags, ...goes.tags])],
    // Who was suspended is not let back in by another record.
    suspendedAt: stays.suspendedAt ?? goes.suspendedAt,
  };
}

/** Until when a merge can be undone; null when it was, or when its time is over. */
export function undoUntil(
  { mergedAt, undoneAt }: { mergedAt: Date; undoneAt: Date | null },
  now: Date,
): Date | null {
  const until = daysAfter(mergedAt, UNDO_DAYS);
  return undoneAt === null && now < until ? until : null;
}

/** Evidence without what other evidence says already: addresses of one mailbox begin alike. */
export function withoutRepetition(evidence: readonly Evidence[]): Evidence[] {
  const hasMailbox = evidence.some(({ kind }) => kind === "mailbox");
  return evidence.filter(({ kind }) => kind !== "name_address" || !hasMailbox);
}
