import "server-only";
import { systemFetchPreview } from "@/lib/links/commands/fetch-preview";
import type { TenantContext } from "@/lib/platform/context";
import type { Guard } from "@/lib/platform/http/guarded-fetch";
import { announceRoom } from "../announce-room";
import { touchLinks } from "../links-sql";

/** Asks a page what it is, and tells the rooms whose messages link to it, when it said something new. Again changes nothing. */
export async function showPreview(ctx: TenantContext, previewId: string, guard?: Guard): Promise<void> {
  const url = await systemFetchPreview(ctx, previewId, guard);
  if (url === null) return;
  for (const groupId of await touchLinks(ctx.db, url)) announceRoom(ctx, groupId);
}
