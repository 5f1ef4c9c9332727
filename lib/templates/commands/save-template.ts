import "server-only";
import { checkBlock } from "@/lib/announcements/check-block";
import { checkBody } from "@/lib/announcements/check-body";
import { getWatchedAnnouncement } from "@/lib/announcements/queries/get-watched-announcement";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { nullableJson } from "@/lib/platform/db/nullable-json";
import { authorize } from "@/lib/shared/decision";
import { givenOnly } from "@/lib/shared/given-only";
import { newId } from "@/lib/shared/ids";
import { notFound } from "@/lib/shared/refusal";
import { canChangeTemplate, canUseTemplates } from "../policy";
import { getTemplate } from "../queries/list-templates";
import type { CreateTemplateInput, UpdateTemplateInput } from "../schema";
import type { Template } from "../types";

/** Keeps a text to begin announcements with. @throws Refusal `not_allowed`, `invalid_input`. */
export async function createTemplate(ctx: TenantContext, input: CreateTemplateInput): Promise<Template> {
  authorize(canUseTemplates(ctx.actor));
  await check(ctx, input);
  const { block, ...words } = input;
  const id = newId();
  const createdBy = ctx.actor.kind === "staff" ? ctx.actor.staffId : null;
  await ctx.db.announcementTemplate.create({
    data: { id, ...words, block: nullableJson(block), createdBy, createdAt: ctx.now, updatedAt: ctx.now },
    select: { id: true },
  });
  return await getTemplate(ctx, id);
}

/** Keeps what an announcement says as a template. @throws Refusal `not_found`, and what `createTemplate` does. */
export async function keepAsTemplate(
  ctx: TenantContext,
  { announcementId, name }: { announcementId: string; name: string },
): Promise<Template> {
  const { kind, body, block } = await getWatchedAnnouncement(ctx, announcementId);
  return await createTemplate(ctx, { name, kind, body, block });
}

/** Changes a template; what was written with it stays as it is. @throws Refusal `not_found`, `not_allowed`, `invalid_input`. */
export async function updateTemplate(
  ctx: TenantContext,
  id: string,
  { block, ...words }: UpdateTemplateInput,
): Promise<Template> {
  const before = await getTemplate(ctx, id);
  authorize(canChangeTemplate(ctx.actor, before));
  await check(ctx, { body: words.body ?? before.body, block });
  const { count } = await ctx.db.announcementTemplate.updateMany({
    where: { id },
    data: {
      ...givenOnly(words),
      ...(block === undefined ? {} : { block: nullableJson(block) }),
      updatedAt: ctx.now,
    },
  });
  if (count === 0) throw notFound();
  return await getTemplate(ctx, id);
}

/** Deletes a template for good; what was written with it stays. @throws Refusal `not_found`, `not_allowed`. */
export async function deleteTemplate(ctx: TenantContext, id: string): Promise<void> {
  const template = await getTemplate(ctx, id);
  authorize(canChangeTemplate(ctx.actor, template));
  await inTransaction(ctx, async (tx) => {
    const { count } = await tx.db.announcementTemplate.deleteMany({ where: { id } });
    if (count === 0) throw notFound();
    const about = { action: "template.deleted", subjectKind: "template", subjectId: id } as const;
    await recordAudit(tx, { ...about, before: { name: template.name } });
  });
}

async function check(ctx: TenantContext, { body, block }: Pick<CreateTemplateInput, "body" | "block">) {
  await checkBody(ctx, body);
  checkBlock(block ?? null, { mode: "now" });
}
