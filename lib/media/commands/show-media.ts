import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import type { MediaKind } from "@/lib/platform/files/media-rules";
import { type FieldIssue, invalidInput } from "@/lib/shared/refusal";
import { addUses, deleteIfUnused, selectMedia, setUses, takeUses, type UploadedMedia } from "../media-sql";
import { canUseUpload } from "../policy";
import { lacksAlt } from "../rules";
import type { MediaChoice } from "../schema";
import type { AttachedMedia, MediaOwner } from "../types";

export type Showing = {
  /** What was shown before: anybody who may change it may leave it there. */
  before?: readonly AttachedMedia[] | null;
  /** The kinds that may be shown there; all where it does not say. */
  kinds?: readonly MediaKind[];
  /** In talk a picture may come without words; what is published needs them. */
  areWordsOptional?: boolean;
};

/**
 * What somebody chose to show, with its facts. In the transaction that keeps it: until its end no sweep takes what was chosen.
 * Another's upload that nothing shows is as one that does not exist.
 * @throws Refusal `invalid_input` at `media.N.id`: `unknown_id`, `media_kind_refused`; at `media.N.alt`: `alt_required`
 */
export async function resolveMedia(
  tx: TenantContext,
  choices: readonly MediaChoice[] | null,
  { before, kinds, areWordsOptional = false }: Showing = {},
): Promise<AttachedMedia[] | null> {
  if (!choices || choices.length === 0) return null;
  const ids = choices.map(({ id }) => id);
  const found = new Map((await selectMedia(tx.db, ids, { isHeld: true })).map((row) => [row.id, row]));
  const issues: FieldIssue[] = [];
  const resolved = choices.flatMap(({ id, alt, decorative }, place): AttachedMedia[] => {
    const known = found.get(id);
    if (!known || !mayShow(tx, known, before ?? [])) {
      issues.push({ path: `media.${place}.id`, code: "unknown_id" });
      return [];
    }
    const { staffId: _s, memberId: _m, isUsed: _u, ...facts } = known;
    const attached = { ...facts, alt: decorative ? "" : alt, decorative };
    if (kinds && !kinds.includes(facts.kind))
      issues.push({ path: `media.${place}.id`, code: "media_kind_refused" });
    if (!areWordsOptional && lacksAlt(attached))
      issues.push({ path: `media.${place}.alt`, code: "alt_required" });
    return [attached];
  });
  if (issues.length > 0) throw invalidInput(...issues);
  return resolved;
}

function mayShow({ actor }: TenantContext, known: UploadedMedia, before: readonly AttachedMedia[]): boolean {
  return before.some(({ id }) => id === known.id) || canUseUpload(actor, known);
}

/** Says what an owner shows from now on; with `keeping` what it showed before stays fetched by who may see its past. */
export async function showMedia(
  tx: TenantContext,
  owner: MediaOwner,
  media: readonly Pick<AttachedMedia, "id">[] | null,
  { keeping = false }: { keeping?: boolean } = {},
): Promise<void> {
  const ids = (media ?? []).map(({ id }) => id);
  await (keeping ? addUses(tx.db, owner, ids) : setUses(tx.db, owner, ids));
}

/** An owner that goes shows nothing any more. */
export async function releaseMedia(tx: TenantContext, owner: MediaOwner): Promise<void> {
  await setUses(tx.db, owner, []);
}

/**
 * The same where what was shown shall be gone at once, unless something else shows it too.
 * @returns the files whose rows went, for `removeFileBytes` after the transaction
 */
export async function dropMedia(tx: TenantContext, owner: MediaOwner): Promise<string[]> {
  const released = await takeUses(tx.db, owner);
  return released.length > 0 ? await deleteIfUnused(tx.db, released) : [];
}
