import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { storeFile } from "@/lib/platform/files/store-file";
import { authorize } from "@/lib/shared/decision";
import { invalidInput } from "@/lib/shared/refusal";
import { type IconForm, iconOf } from "../form-schema";
import { canCreateCommunity, canEditCommunity } from "../policy";
import { findStanding } from "../queries/find-standing";
import type { Icon } from "../types";

/**
 * The icon that a form chose for a community, or for a new one. An image that came with it is kept first (H8), and only for
 * somebody who may use it.
 * @throws Refusal `not_found`, `not_allowed`, `not_granted`, `invalid_input` at `emoji` or `file`, `payload_too_large`
 */
export async function readIconForm(
  ctx: TenantContext,
  form: IconForm,
  communityId: string | null,
): Promise<Icon | null> {
  authorize(
    communityId === null
      ? canCreateCommunity(ctx.actor)
      : canEditCommunity(ctx.actor, await findStanding(ctx, communityId)),
  );
  const image = [form.upload, form.photo].find((file) => file !== undefined && file.size > 0);
  if (form.iconKind === "image" && image) {
    const bytes = new Uint8Array(await image.arrayBuffer());
    const stored = await storeFile(ctx, { purpose: "icon", bytes, name: image.name });
    return { kind: "image", value: stored.id, tile: form.tile };
  }
  try {
    return iconOf(form);
  } catch {
    throw invalidInput({ path: "emoji", code: "invalid_emoji" });
  }
}
