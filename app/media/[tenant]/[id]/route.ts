import { partFor } from "@/lib/media/part-rules";
import { findForPerson } from "@/lib/media-access/queries/find-for-person";
import { sendPart } from "@/lib/platform/files/send-part";

type MediaRoute = { params: Promise<{ tenant: string; id: string }> };

/** A medium, for who may see what shows it or carries a link of ours; anybody else gets the 404 of an unknown one. */
export async function GET(request: Request, { params }: MediaRoute): Promise<Response> {
  const { tenant: slug, id } = await params;
  const query = new URL(request.url).searchParams;
  const media = await findForPerson({ slug, id }, query);
  if (!media) return new Response(null, { status: 404, headers: { "cache-control": "no-store" } });
  const { tenantId, name, kind } = media;
  const answer = await sendPart(request, {
    tenantId,
    id,
    name,
    isInline: kind !== "document",
    ...partFor(media, query),
  });
  // What was announced may be read without connection; what people show each other in groups is not kept (public/sw.js).
  if (media.owners.some((owner) => owner.kind === "occurrence")) answer.headers.set("aldeia-keep", "yes");
  return answer;
}
