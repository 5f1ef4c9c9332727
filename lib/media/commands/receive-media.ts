import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { stageUpload } from "@/lib/platform/files/stage-upload";
import { authorize } from "@/lib/shared/decision";
import { assertWritable } from "@/lib/tenants/queries/assert-writable";
import { canUploadMedia } from "../policy";
import type { Media } from "../types";
import { countUpload } from "../upload-limit";
import { uploadMedia } from "./upload-media";

/**
 * Takes an upload from a browser as it comes, for those who may, and refuses others before their bytes are read.
 * @throws Refusal `not_allowed`, `read_only`, `too_many_requests`, and what staging and uploading do
 */
export async function receiveMedia(
  ctx: TenantContext,
  body: AsyncIterable<Uint8Array> | null,
  name: string,
): Promise<Media> {
  authorize(canUploadMedia(ctx.actor));
  await assertWritable(ctx);
  await countUpload(ctx);
  const staged = await stageUpload(body);
  try {
    return await uploadMedia(ctx, staged, name);
  } finally {
    await staged.discard();
  }
}
