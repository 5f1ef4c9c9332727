import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { FeedbackStatusBadge } from "@/components/feedback/feedback-status";
import { Badge } from "@/components/ui/badge";
import type { Idea } from "@/lib/feedback/types";
import { IdeaSupports, IdeaVote } from "./idea-vote";

type SharedIdeasProps = {
  slug: string;
  ideas: readonly Idea[];
  /** Told beside each, where one is in several. */
  communities: ReadonlyMap<string, string>;
};

/** What others of the community wish for, without their names, to support. */
export async function SharedIdeas({ slug, ideas, communities }: SharedIdeasProps) {
  const t = await getTranslations("portal.ideas");
  return (
    <ul className="grid divide-y divide-line overflow-hidden rounded-card border border-line bg-surface">
      {ideas.map((idea) => (
        <li key={idea.id} className="flex flex-wrap items-center gap-3 px-4 py-3">
          <div className="grid min-w-[10rem] grow basis-0 gap-1.5">
            <Link href={`/m/${slug}/ideas/${idea.id}`} className="break-words font-semibold text-ink">
              {idea.title}
            </Link>
            <p className="flex flex-wrap items-center gap-2 text-ink2 text-meta">
              <FeedbackStatusBadge status={idea.status} />
              <IdeaSupports idea={idea} />
              {communities.size > 1 && <span>{communities.get(idea.communityId)}</span>}
            </p>
          </div>
          {idea.isOwn ? <Badge>{t("isOwn")}</Badge> : <IdeaVote slug={slug} idea={idea} />}
        </li>
      ))}
    </ul>
  );
}
