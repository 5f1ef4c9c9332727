import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import { unvoteIdeaAction, voteIdeaAction } from "@/lib/feedback/actions";
import { isOpen } from "@/lib/feedback/rules";
import type { Idea } from "@/lib/feedback/types";

/** One's support for an idea, given or taken back while it is open. */
export async function IdeaVote({ slug, idea }: { slug: string; idea: Idea }) {
  const t = await getTranslations("portal.ideas");
  if (!isOpen(idea.status)) return null;
  const { hasVoted, title } = idea;
  return (
    <ActionForm
      key={String(hasVoted)}
      action={(hasVoted ? unvoteIdeaAction : voteIdeaAction).bind(null, slug)}
      className="gap-0"
    >
      <input type="hidden" name="feedbackId" value={idea.id} />
      <SubmitButton variant={hasVoted ? "secondary" : "primary"}>
        {t(hasVoted ? "supported" : "support")}
        <span className="sr-only">: {title}</span>
      </SubmitButton>
    </ActionForm>
  );
}

/** How many support it; fewer than five are not told (P12). */
export async function IdeaSupports({ idea }: { idea: Pick<Idea, "votes"> }) {
  const t = await getTranslations("portal.ideas");
  return <span>{supportsText(t, idea)}</span>;
}

type IdeaTexts = Awaited<ReturnType<typeof getTranslations<"portal.ideas">>>;

export function supportsText(t: IdeaTexts, { votes }: Pick<Idea, "votes">): string {
  return votes === "<5" ? t("fewSupports") : t("supports", { count: votes });
}
