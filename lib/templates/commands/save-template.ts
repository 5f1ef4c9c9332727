import "server-only";
import { checkBlock } from "@/lib/announcements/check-block";
import { checkBody } from "@/lib/announcements/check-body";
import { getWatchedAnnouncement } from "@/lib/announcements/queries/get-watched-announcement";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import { releaseMedia, resolveMedia, showMedia } from "@/lib/media/commands/show-media";
import type { MediaChoice } from "@/lib/media/schema";
import type { AttachedMedia } from "@/lib/media/types";
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
export async function createTemplate(
  ctx: TenantContext,
  input: CreateTemplateInput,
  before: AttachedMedia[] | null = null,
): Promise<Template> {
  authorize(canUseTemplates(ctx.actor));
  await check(ctx, input);
  const { block, media, ...words } = input;
  const id = newId();
  const createdBy = ctx.actor.kind === "staff" ? ctx.actor.staffId : null;
  await inTransaction(ctx, async (tx) => {
    const shown = await keepMedia(tx, id, media ?? null, before);
    const row = { id, ...words, ...shown, block: nullableJson(block), createdBy };
    const data = { ...row, createdAt: tx.now, updatedAt: tx.now };
    await tx.db.announcementTemplate.create({ data, select: { id: true } });
  });
  return await getTemplate(ctx, id);
}

/** Keeps what an announcement says as a template. @throws Refusal `not_found`, and what `createTemplate` does. */
export async function keepAsTemplate(
  ctx: TenantContext,
  { announcementId, name }: { announcementId: string; name: string },
): Promise<Template> {
  const { kind, body, block, media } = await getWatchedAnnouncement(ctx, announcementId);
  const choices = media?.map(({ id, alt, decorative }) => ({ id, alt, decorative })) ?? null;
  return await createTemplate(ctx, { name, kind, body, block, media: choices }, media);
}

/** Changes a template; what was written with it stays as it is. @throws Refusal `not_found`, `not_allowed`, `invalid_input`. */
export async function updateTemplate(
  ctx: TenantContext,
  id: string,
  { block, media, ...words }: UpdateTemplateInput,
): Promise<Template> {
  const before = await getTemplate(ctx, id);
  authorize(canChangeTemplate(ctx.actor, before));
  await check(ctx, { body: words.body ?? before.body, block });
  await inTransaction(ctx, async (tx) => {
    const shown = media === undefined ? {} : await keepMedia(tx, id, media, before.media);
    const { count } = await tx.db.announcementTemplate.updateMany({
      where: { id },
      data: {
        ...givenOnly(words),
        ...shown,
        ...(block === undefined ? {} : { block: nullableJson(block) }),
        updatedAt: tx.now,
      },
    });
    if (count === 0) throw notFound();
  });
  return await getTemplate(ctx, id);
}

/** Deletes a template for good; what was written with it stays. @throws Refusal `not_found`, `not_allowed`. */
export async function deleteTemplate(ctx: TenantContext, id: string): Promise<void> {
  const template = await getTemplate(ctx, id);
  authorize(canChangeTemplate(ctx.actor, template));
  await inTransaction(ctx, async (tx) => {
    const { count } = await tx.db.announcementTemplate.deleteMany({ where: { id } });
    if (count === 0) throw notFound();
    await releaseMedia(tx, { kind: "template", id });
    const about = { action: "template.deleted", subjectKind: "template", subjectId: id } as const;
    await recordAudit(tx, { ...about, before: { name: template.name } });
  });
}

/** What a template shows, and that it is shown there. */
async function keepMedia(
  tx: TenantContext,
  id: string,
  choices: readonly MediaChoice[] | null,
  before: readonly AttachedMedia[] | null,
) {
  const media = await resolveMedia(tx, choices, { before });
  await showMedia(tx, { kind: "template", id }, media);
  return { media: nullableJson(media) };
}

async function check(ctx: TenantContext, { body, block }: Pick<CreateTemplateInput, "body" | "block">) {
  await checkBody(ctx, body);
  checkBlock(block ?? null, { mode: "now" });
}
