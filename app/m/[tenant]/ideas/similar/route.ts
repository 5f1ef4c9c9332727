import { getTranslations } from "next-intl/server";
import { supportsText } from "@/components/portal/idea-vote";
import { requirePortal } from "@/lib/accounts/load-context";
import { listSimilarIdeas } from "@/lib/feedback/queries/list-ideas";
import { pageOr404 } from "@/lib/platform/http/page-or-404";

/** What others have asked for already, as one writes an idea; in the reader's words. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ tenant: string }> },
): Promise<Response> {
  const ctx = await requirePortal((await params).tenant);
  const words = (new URL(request.url).searchParams.get("words") ?? "").replaceAll("\0", "").slice(0, 200);
  const [t, states, ideas] = await Promise.all([
    getTranslations("portal.ideas"),
    getTranslations("feedback.statuses"),
    pageOr404(listSimilarIdeas(ctx, { words })),
  ]);
  return Response.json(
    ideas.map(({ id, title, status, votes, hasVoted, isOwn }) => {
      return { id, title, state: states(status), votes: supportsText(t, { votes }), hasVoted, isOwn };
    }),
  );
}
