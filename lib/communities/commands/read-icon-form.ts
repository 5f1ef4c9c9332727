import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { storeFile } from "@/lib/platform/files/store-file";
import { invalidInput } from "@/lib/shared/refusal";
import { type IconForm, iconOf } from "../form-schema";
import type { Icon } from "../types";

/**
 * The icon that a form chose; an image that came with it is kept first (H8).
 * @throws Refusal `invalid_input` at `emoji` or `upload`, `payload_too_large`
 */
export async function readIconForm(ctx: TenantContext, form: IconForm): Promise<Icon | null> {
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
