import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import type { FileInfo } from "@/lib/platform/files/read-file";
import { canManageMembers } from "../policy";
import { viewMembers } from "./list-members";

/**
 * Whether somebody signed in may fetch a file: icons all people of the tenant; a photo who may see a person that
 * wears it (P12). Media, imports and invoices have routes of their own.
 */
export async function canFetchFile(ctx: TenantContext, file: FileInfo): Promise<boolean> {
  switch (file.purpose) {
    case "icon":
      return true;
    case "photo":
      return canManageMembers(ctx.actor).ok || (await showsPhoto(ctx, file.id));
    case "media":
    case "import":
    case "invoice_pdf":
      return false;
  }
}

async function showsPhoto(ctx: TenantContext, photoFileId: string): Promise<boolean> {
  const wearers = await ctx.db.member.findMany({ where: { photoFileId }, select: { id: true }, take: 5 });
  const seen = await viewMembers(
    ctx,
    wearers.map(({ id }) => id),
  );
  return [...seen.values()].some((member) => member.photoFileId === photoFileId);
}
