import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { type Guard, GuardedFetchError, guardedFetch } from "@/lib/platform/http/guarded-fetch";
import { log } from "@/lib/platform/log";
import { keepPreview } from "../previews-sql";
import { decodePage, readPage } from "../read-page";
import type { PagePreview } from "../types";

const LIMITS = { maxBytes: 256 * 1_024, timeoutMs: 8_000, maxRedirects: 4 } as const;
const HEADERS = {
  "user-agent": "AldeiaLinkPreview/1.0 (+link previews)",
  accept: "text/html,application/xhtml+xml",
} as const;
const NOTHING: PagePreview = { title: "", description: "" };

/** Asks a page what it is and keeps the answer. @returns its address when that is something new; null when nothing changed */
export async function systemFetchPreview(
  ctx: TenantContext,
  id: string,
  guard?: Guard,
): Promise<string | null> {
  const known = await ctx.db.linkPreview.findFirst({ where: { id }, select: { url: true } });
  if (!known) return null;
  const said = await ask(known.url, guard);
  return said && (await keepPreview(ctx.db, id, said)) ? known.url : null;
}

/** Null where the page did not answer: then what is known of it stays. */
async function ask(url: string, guard: Guard | undefined): Promise<PagePreview | null> {
  try {
    const answer = await guardedFetch(url, { ...LIMITS, headers: HEADERS }, guard);
    const isPage =
      answer.status === 200 && /^(text\/html|application\/xhtml\+xml)/iu.test(answer.contentType);
    return isPage ? readPage(decodePage(answer.body, answer.contentType)) : NOTHING;
  } catch (error) {
    if (!(error instanceof GuardedFetchError)) throw error;
    // The address itself may be personal.
    log.info({ problem: error.problem }, "a page gave no preview");
    return null;
  }
}
