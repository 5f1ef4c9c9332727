import "server-only";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { authorize } from "@/lib/shared/decision";
import { notFound } from "@/lib/shared/refusal";
import { canEditMember } from "../policy";
import {
  type ProfileSettings,
  readBirthday,
  readFields,
  readIdentifiers,
  readName,
  readTags,
} from "../profile-rules";
import { findProfileSettings } from "../queries/find-profile-settings";
import type { UpdateMemberInput } from "../schema";
import { replaceIdentifiers } from "./replace-identifiers";

export type UpdateMember = UpdateMemberInput & { photoFileId?: string | null };

/**
 * Changes what is given of a person; lists and fields are replaced as a whole. Members may change their own name,
 * language and zone.
 * @throws Refusal `not_found`, `not_allowed`, `invalid_input`, `name_too_long`, `duplicate_identifier`.
 */
export async function updateMember(ctx: TenantContext, id: string, input: UpdateMember): Promise<void> {
  authorize(canEditMember(ctx.actor, id, Object.keys(input)));
  const settings = await findProfileSettings(ctx);
  const identifiers = input.identifiers && readIdentifiers(input.identifiers, settings.country);
  const columns = columnsOf(input, settings);
  await inTransaction(ctx, async (tx) => {
    const { count } = await tx.db.member.updateMany({
      where: { id },
      data: { ...columns, updatedAt: tx.now },
    });
    if (count === 0) throw notFound();
    if (identifiers) await replaceIdentifiers(tx, id, identifiers);
  });
}

function columnsOf(input: UpdateMember, settings: ProfileSettings): Prisma.MemberUpdateManyMutationInput {
  const { name, locale, timezone, tags, fields, photoFileId } = input;
  const birthdayOn = readBirthday(input.birthdayOn, settings.country);
  return {
    ...(name !== undefined && { name: readName(name) }),
    ...(locale !== undefined && { locale }),
    ...(timezone !== undefined && { timezone }),
    ...(tags !== undefined && { tags: readTags(tags) }),
    ...(fields !== undefined && { fields: readFields(fields, settings) }),
    ...(birthdayOn !== undefined && { birthdayOn: birthdayOn && new Date(birthdayOn) }),
    ...(photoFileId !== undefined && { photoFileId }),
  };
}
