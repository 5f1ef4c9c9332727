import "server-only";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { authorize } from "@/lib/shared/decision";
import { notFound } from "@/lib/shared/refusal";
import { findCountry } from "@/lib/tenants/queries/find-country";
import { identifierKey, type ReadIdentifier } from "../identifier-rules";
import { canEditMember } from "../policy";
import { readFields, readIdentifiers, readName, readTags } from "../profile-rules";
import type { UpdateMemberInput } from "../schema";
import { addIdentifiers } from "./add-identifiers";

export type UpdateMember = UpdateMemberInput & { notes?: string; photoFileId?: string | null };

/**
 * Changes what is given of a person; lists and fields are replaced as a whole. Members may change their own name,
 * language and zone.
 * @throws Refusal `not_found`, `not_allowed`, `invalid_input`, `name_too_long`, `duplicate_identifier`.
 */
export async function updateMember(ctx: TenantContext, id: string, input: UpdateMember): Promise<void> {
  authorize(canEditMember(ctx.actor, id, Object.keys(input)));
  const identifiers = input.identifiers && readIdentifiers(input.identifiers, await findCountry(ctx));
  await inTransaction(ctx, async (tx) => {
    const { count } = await tx.db.member.updateMany({
      where: { id },
      data: { ...columnsOf(input), updatedAt: tx.now },
    });
    if (count === 0) throw notFound();
    if (identifiers) await replaceIdentifiers(tx, id, identifiers);
  });
}

function columnsOf(input: UpdateMember): Prisma.MemberUpdateManyMutationInput {
  const { name, locale, timezone, tags, fields, notes, photoFileId } = input;
  return {
    ...(name !== undefined && { name: readName(name) }),
    ...(locale !== undefined && { locale }),
    ...(timezone !== undefined && { timezone }),
    ...(tags !== undefined && { tags: readTags(tags) }),
    ...(fields !== undefined && { fields: readFields(fields) }),
    ...(notes !== undefined && { notes }),
    ...(photoFileId !== undefined && { photoFileId }),
  };
}

/** What stays keeps its row; the spelling of a phone may change while it is the same number. */
async function replaceIdentifiers(
  tx: TenantContext,
  memberId: string,
  wanted: readonly ReadIdentifier[],
): Promise<void> {
  const current = await tx.db.identifier.findMany({
    where: { memberId },
    select: { id: true, kind: true, canonical: true, value: true },
  });
  const wantedBy = new Map(wanted.map((each) => [identifierKey(each), each]));
  const gone = current.filter((each) => wantedBy.get(identifierKey(each))?.value !== each.value);
  await tx.db.identifier.deleteMany({ where: { id: { in: gone.map(({ id }) => id) } } });
  const kept = new Set(current.filter((each) => !gone.includes(each)).map(identifierKey));
  await addIdentifiers(tx, memberId, wanted, kept);
}
