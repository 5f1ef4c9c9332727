import "server-only";
import { z } from "zod";
import { deleteMedia } from "@/lib/media/commands/delete-media";
import { uploadMedia } from "@/lib/media/commands/upload-media";
import { partFor } from "@/lib/media/part-rules";
import { mediaSchema } from "@/lib/media/schema";
import { countUpload } from "@/lib/media/upload-limit";
import type { TenantContext } from "@/lib/platform/context";
import { sendPart } from "@/lib/platform/files/send-part";
import { defineRoute } from "@/lib/platform/http/route-spec";
import { invalidInput } from "@/lib/shared/refusal";
import { getMedia } from "./queries/get-media";

const params = z.object({ id: z.uuid() });
const exists = async (ctx: TenantContext, { id }: { id: string }) => {
  await getMedia(ctx, id);
};

export const uploadMediaRoute = defineRoute({
  method: "POST",
  path: "/media",
  scope: "announcements:write",
  summary: "Upload a picture, a film (MP4) or a document (PDF), to be shown within a day",
  query: z.object({ name: z.string().max(1_000).optional() }),
  bodyKind: "bytes",
  response: mediaSchema,
  status: 201,
  run: async (ctx, { query: { name = "" }, upload }) => {
    if (!upload) throw invalidInput({ path: "file", code: "file_empty" });
    await countUpload(ctx);
    return await uploadMedia(ctx, upload, name);
  },
});

export const getMediaRoute = defineRoute({
  method: "GET",
  path: "/media/{id}",
  scope: "announcements:read",
  summary: "What is known of a medium, for who may see what shows it",
  params,
  response: mediaSchema,
  run: (ctx, { params: { id } }) => getMedia(ctx, id),
});

export const getMediaContentRoute = defineRoute({
  method: "GET",
  path: "/media/{id}/content",
  scope: "announcements:read",
  summary: "Its bytes; pictures as WebP, smaller with `size`, or `as` JPEG",
  params,
  query: z.object({ size: z.literal("640").optional(), as: z.literal("jpeg").optional() }),
  response: null,
  raw: { status: 200, type: "application/octet-stream" },
  run: async (ctx, { params: { id }, request }) => {
    const media = await getMedia(ctx, id);
    const { tenantId } = ctx;
    const part = partFor(media, new URL(request.url).searchParams);
    return await sendPart(request, { tenantId, id, name: media.name, isInline: false, ...part });
  },
});

export const deleteMediaRoute = defineRoute({
  method: "DELETE",
  path: "/media/{id}",
  scope: "announcements:write",
  summary: "Delete an upload that nothing shows",
  params,
  response: null,
  status: 204,
  exists,
  run: (ctx, { params: { id } }) => deleteMedia(ctx, id),
});
