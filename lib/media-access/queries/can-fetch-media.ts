import "server-only";
import { seesMediaOf, standsOccurrence } from "@/lib/announcements/queries/sees-media";
import { seesMediaOfMessage } from "@/lib/conversations/queries/sees-media";
import { canUseUpload } from "@/lib/media/policy";
import type { FoundMedia } from "@/lib/media/queries/find-media";
import type { MediaOwner } from "@/lib/media/types";
import type { TenantContext } from "@/lib/platform/context";
import { canPostOf } from "@/lib/relay/queries/list-tasks";
import { canUseTemplates } from "@/lib/templates/policy";

/** By what shows it: who may see that, as things are now. */
const SEEING: Record<MediaOwner["kind"], (ctx: TenantContext, owner: MediaOwner) => Promise<boolean>> = {
  announcement: seesMediaOf,
  occurrence: async (ctx, owner) => (await seesMediaOf(ctx, owner)) || (await canPostOf(ctx, owner.id)),
  message: seesMediaOfMessage,
  template: async (ctx) => canUseTemplates(ctx.actor).ok,
};

/** What goes out by links, and until when those hold. */
const STANDING: Partial<
  Record<MediaOwner["kind"], (db: TenantContext["db"], id: string) => Promise<boolean>>
> = {
  occurrence: standsOccurrence,
};

/** Whether somebody signed in may fetch a medium (P12). What nothing shows yet is its uploader's, or the team's. */
export async function canFetchMedia(ctx: TenantContext, media: FoundMedia): Promise<boolean> {
  if (media.owners.length === 0) return canUseUpload(ctx.actor, media);
  for (const owner of media.owners) if (await SEEING[owner.kind](ctx, owner)) return true;
  return false;
}

/** Whether a link that names what shows a medium still holds: it is shown there, and that was not taken back. */
export async function isStillShown(
  db: TenantContext["db"],
  media: FoundMedia,
  { kind, id }: MediaOwner,
): Promise<boolean> {
  const isUsed = media.owners.some((owner) => owner.kind === kind && owner.id === id);
  return isUsed && ((await STANDING[kind]?.(db, id)) ?? false);
}
