import { differenceOf } from "@/lib/audit/rules";
import type { AuditValues } from "@/lib/audit/types";
import { givenOnly } from "@/lib/shared/given-only";
import type { SegmentFilter } from "./schema";

type Named = { name: string; filter: SegmentFilter };

/** What the audit keeps of a segment: of words and tags, which may speak of a person, only that they are asked (X29). */
export function auditValuesOf({ name, filter }: Named): AuditValues {
  const { version: _, q, tag, tagsAll, tagsAny, tagsNone, consent, fields, ...plain } = filter;
  const tags = { tagsAll: tagsAll?.length, tagsAny: tagsAny?.length, tagsNone: tagsNone?.length };
  return {
    name,
    ...givenOnly(plain),
    ...(q !== undefined && { q: true }),
    ...(tag !== undefined && { tag: true }),
    ...givenOnly(tags),
    ...(consent && { consent: Object.values(consent) }),
    ...(fields && { fields: fields.map(({ key, test }) => `${key} ${test}`) }),
  };
}

/** What is another about a segment: the names of what changed, and what the audit keeps of it; null when nothing did. */
export function segmentChange(before: Named, after: Named) {
  const [old, now] = [before, after].map(
    ({ name, filter }): Record<string, unknown> => ({ name, ...filter }),
  );
  const names = Object.keys({ ...old, ...now });
  const changed = names.filter((name) => JSON.stringify(old?.[name]) !== JSON.stringify(now?.[name]));
  if (changed.length === 0) return null;
  return { details: { changed }, ...differenceOf(auditValuesOf(before), auditValuesOf(after)) };
}
