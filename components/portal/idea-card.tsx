import { getTranslations } from "next-intl/server";
import { FeedbackStatusBadge } from "@/components/feedback/feedback-status";
import { Card } from "@/components/ui/card";
import { Time } from "@/components/ui/time";
import type { Idea, IdeaEnd } from "@/lib/feedback/types";
import { IdeaSupports, IdeaVote } from "./idea-vote";

type IdeaCardProps = { slug: string; idea: Idea; end: IdeaEnd; zone: string };

/** An idea of somebody of the community, without who it is, and what came of it. */
export function IdeaCard({ slug, idea, end, zone }: IdeaCardProps) {
  return (
    <Card className="grid gap-3">
      <p className="flex flex-wrap items-center gap-2 text-ink2 text-meta">
        <FeedbackStatusBadge status={idea.status} />
        <IdeaSupports idea={idea} />
        <Time at={idea.createdAt} zone={zone} kind="date" />
      </p>
      {idea.body && <p className="whitespace-pre-wrap break-words">{idea.body}</p>}
      <EndNote status={idea.status} end={end} />
      <IdeaVote slug={slug} idea={idea} />
    </Card>
  );
}

/** Where it stands after a merge, and why it ended so. */
export async function EndNote({ status, end }: { status: Idea["status"]; end: IdeaEnd }) {
  const t = await getTranslations("portal.ideas");
  return (
    <>
      {status === "merged" && (
        <p className="flex flex-wrap items-center gap-2 text-ink2">
          {t("mergedWith")} <FeedbackStatusBadge status={end.status} />
        </p>
      )}
      {end.reason && (
        <p className="whitespace-pre-wrap break-words">
          <span className="font-semibold">{t("reason")}:</span> {end.reason}
        </p>
      )}
    </>
  );
}
