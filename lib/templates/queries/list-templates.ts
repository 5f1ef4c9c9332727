import "server-only";
import { z } from "zod";
import type { AnnouncementKind } from "@/lib/announcements/rules";
import type { BlockContent } from "@/lib/blocks/schema";
import type { AttachedMedia } from "@/lib/media/types";
import type { TenantContext } from "@/lib/platform/context";
import { decodeCursor, type Page, pageOf } from "@/lib/platform/http/cursor";
import { authorize } from "@/lib/shared/decision";
import { isId } from "@/lib/shared/ids";
import { notFound } from "@/lib/shared/refusal";
import { canUseTemplates } from "../policy";
import type { Template } from "../types";

const columns = {
  id: true,
  name: true,
  kind: true,
  body: true,
  media: true,
  block: true,
  createdBy: true,
  createdAt: true,
  updatedAt: true,
} as const;

/** The templates of the organization, newest first. @throws Refusal `not_allowed`, `invalid_cursor` */
export async function listTemplates(
  ctx: TenantContext,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<Page<Template>> {
  authorize(canUseTemplates(ctx.actor));
  const before = cursor ? String(decodeCursor(cursor, z.tuple([z.uuid()]))[0]) : undefined;
  const rows = await ctx.db.announcementTemplate.findMany({
    where: before ? { id: { lt: before } } : {},
    select: columns,
    orderBy: { id: "desc" },
    take: limit + 1,
  });
  return pageOf(rows.map(toTemplate), limit, ({ id }) => [id]);
}

/** One template. @throws Refusal `not_allowed`, `not_found` */
export async function getTemplate(ctx: TenantContext, id: string): Promise<Template> {
  authorize(canUseTemplates(ctx.actor));
  const row = isId(id)
    ? await ctx.db.announcementTemplate.findFirst({ where: { id }, select: columns })
    : null;
  if (!row) throw notFound();
  return toTemplate(row);
}

type Row = Omit<Template, "kind" | "media" | "block"> & { kind: string; media: unknown; block: unknown };

function toTemplate(row: Row): Template {
  return {
    ...row,
    kind: row.kind as AnnouncementKind,
    media: row.media as AttachedMedia[] | null,
    block: row.block as BlockContent | null,
  };
}
