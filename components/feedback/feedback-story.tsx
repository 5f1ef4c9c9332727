import { ArrowRight, Lock } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { cx } from "@/components/ui/cx";
import { Icon } from "@/components/ui/icon";
import { Time } from "@/components/ui/time";
import type { FeedbackComment } from "@/lib/feedback/types";
import { FeedbackStatusBadge } from "./feedback-status";

type FeedbackStoryProps = {
  comments: readonly FeedbackComment[];
  /** How the writer of an entry is called by whoever looks. */
  nameOf: (comment: FeedbackComment) => string;
  zone: string;
};

/** Words and changes of state in the order they came. */
export function FeedbackStory({ comments, nameOf, zone }: FeedbackStoryProps) {
  return (
    <ol className="grid gap-4">
      {comments.map((comment) => (
        <StoryEntry key={comment.id} comment={comment} name={nameOf(comment)} zone={zone} />
      ))}
    </ol>
  );
}

type EntryProps = { comment: FeedbackComment; name: string; zone: string };

async function StoryEntry({ comment, name, zone }: EntryProps) {
  const t = await getTranslations("feedback.detail");
  const { toStatus, internal, body, authorKind } = comment;
  return (
    <li className="grid gap-1.5">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-ink2 text-meta">
        <span className="font-semibold text-ink">{name}</span>
        {toStatus && (
          <>
            <Icon of={ArrowRight} size={16} />
            <FeedbackStatusBadge status={toStatus} />
          </>
        )}
        {internal && (
          <span className="inline-flex items-center gap-1 font-medium text-ipe">
            <Icon of={Lock} size={16} />
            {t("note")}
          </span>
        )}
        <Time at={comment.createdAt} zone={zone} />
      </p>
      {body && (
        <p
          className={cx(
            "max-w-prose whitespace-pre-wrap break-words rounded-card px-4 py-3",
            internal && "border border-ipe/40 border-dashed bg-ipe-soft",
            !internal && (authorKind === "member" ? "bg-sunken" : "bg-porta-soft"),
          )}
        >
          {body}
        </p>
      )}
    </li>
  );
}
