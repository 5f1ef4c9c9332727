import { findPersonContexts } from "@/lib/accounts/load-context";
import { findSignedFile } from "@/lib/accounts/queries/find-signed-file";
import { canFetchFile } from "@/lib/members/queries/can-fetch-file";
import { IMAGE_SIZES, type ImageSize } from "@/lib/platform/files/file-rules";
import { type FileContent, findFile, readFile } from "@/lib/platform/files/read-file";

type FileRoute = { params: Promise<{ tenant: string; id: string }> };

/** A file of the tenant, for who may see it or carries a signed address; anybody else gets the 404 of an unknown one. */
export async function GET(request: Request, { params }: FileRoute): Promise<Response> {
  const { tenant, id } = await params;
  const query = new URL(request.url).searchParams;
  const size = sizeOf(query.get("size"));
  const file =
    (await findSignedFile({ slug: tenant, id, size }, query)) ?? (await findForPerson(tenant, id, size));
  return file ? respond(file) : new Response(null, { status: 404, headers: { "cache-control": "no-store" } });
}

async function findForPerson(slug: string, id: string, size: ImageSize): Promise<FileContent | null> {
  for (const ctx of await findPersonContexts(slug)) {
    const file = await findFile(ctx, id);
    if (file && (await canFetchFile(ctx, file))) return readFile(ctx, id, size);
  }
  return null;
}

function sizeOf(text: string | null): ImageSize {
  return IMAGE_SIZES.find((size) => String(size) === text) ?? 256;
}

function respond({ bytes, contentType, name }: FileContent): Response {
  const inline = contentType.startsWith("image/") || contentType.startsWith("video/");
  return new Response(bytes, {
    headers: {
      "content-type": contentType,
      "content-disposition": `${inline ? "inline" : "attachment"}; filename*=UTF-8''${encodeURIComponent(name || "file")}`,
      // Never shared between people: a right that ends must end with the next request of its own browser at the latest.
      "cache-control": "private, max-age=300",
      "x-content-type-options": "nosniff",
      "content-security-policy": "default-src 'none'; sandbox",
    },
  });
}
