import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { isId } from "@/lib/shared/ids";
import { notFound } from "@/lib/shared/refusal";
import { memberView } from "../member-view";
import type { CustomFields, MemberCard } from "../types";
import { viewerOf, visibleFields } from "../visibility/policy";
import { loadRelation } from "../visibility-sql";

/** A person as the actor may see them, or null: unknown, of another tenant, or nothing of them shows (T3, P). */
export async function findMember(ctx: TenantContext, id: string): Promise<MemberCard | null> {
  if (!isId(id)) return null;
  const [member, relation] = await Promise.all([
    ctx.db.member.findFirst({
      where: { id },
      select: {
        id: true,
        name: true,
        locale: true,
        timezone: true,
        tags: true,
        fields: true,
        createdAt: true,
        photoFileId: true,
        birthdayOn: true,
      },
    }),
    loadRelation(ctx.db, viewerOf(ctx.actor), id),
  ]);
  const shown = visibleFields(relation);
  if (!member || !shown.name) return null;
  const identifiers = await ctx.db.identifier.findMany({
    where: { memberId: id },
    select: { kind: true, value: true, typed: true },
    orderBy: [{ position: "asc" }, { id: "asc" }],
  });
  const birthdayOn = member.birthdayOn?.toISOString().slice(0, 10) ?? null;
  const source = { ...member, birthdayOn, fields: member.fields as CustomFields };
  return {
    ...memberView(source, identifiers, shown),
    photoFileId: shown.photo ? member.photoFileId : null,
    details: shown.details,
  };
}

/** The same, or a refusal. @throws Refusal `not_found`. */
export async function getMember(ctx: TenantContext, id: string): Promise<MemberCard> {
  const member = await findMember(ctx, id);
  if (!member) throw notFound();
  return member;
}
