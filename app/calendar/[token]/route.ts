import { createHash } from "node:crypto";
import { readFeed } from "@/lib/calendar/queries/read-feed";

type Params = { params: Promise<{ token: string }> };

/** A staff user's announcements for their calendar program; the address is the key (R7). Unchanged: 304. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const token = (await params).token.replace(/\.ics$/u, "");
  const file = await readFeed(token, new Date());
  if (file === null) return new Response(null, { status: 404, headers: { "cache-control": "no-store" } });
  const etag = `"${createHash("sha256").update(file).digest("base64url")}"`;
  const headers = { etag, "cache-control": "private, no-cache", "x-robots-tag": "noindex" };
  if (isKnown(request.headers.get("if-none-match"), etag))
    return new Response(null, { status: 304, headers });
  return new Response(file, { headers: { ...headers, "content-type": "text/calendar; charset=utf-8" } });
}

/** RFC 9110 §13.1.2: any of the named ones, compared weakly. */
function isKnown(ifNoneMatch: string | null, etag: string): boolean {
  const named = (ifNoneMatch ?? "").split(",").map((each) => each.trim().replace(/^W\//u, ""));
  return named.includes(etag) || named.includes("*");
}
