import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { notFound } from "@/lib/shared/refusal";
import type { MergedProfile } from "../types";

/** What a merge touches of a record itself. The caller answers for access. @throws Refusal `not_found` */
export async function findProfile(ctx: TenantContext, memberId: string): Promise<MergedProfile> {
  const member = await ctx.db.member.findFirst({
    where: { id: memberId },
    select: {
      name: true,
      userId: true,
      locale: true,
      timezone: true,
      photoFileId: true,
      birthdayOn: true,
      fields: true,
      tags: true,
      suspendedAt: true,
    },
  });
  if (!member) throw notFound();
  return { ...member, fields: member.fields as Record<string, unknown> };
}
