import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { FeedbackStatusBadge } from "@/components/feedback/feedback-status";
import { KindIcon } from "@/components/feedback/kind-icon";
import { Badge } from "@/components/ui/badge";
import { Time } from "@/components/ui/time";
import type { OwnFeedbackRow } from "@/lib/feedback/types";

type IdeaRowProps = { slug: string; row: OwnFeedbackRow; zone: string };

/** Something one sent, and where it stands. */
export async function IdeaRow({ slug, row, zone }: IdeaRowProps) {
  const t = await getTranslations();
  return (
    <li className="relative flex gap-3 px-4 py-3 transition-colors duration-120 hover:bg-sunken">
      <span className="pt-0.5">
        <KindIcon kind={row.kind} />
      </span>
      <div className="grid min-w-0 grow gap-1.5">
        <Link
          href={`/m/${slug}/ideas/${row.id}`}
          className="break-words font-semibold text-ink no-underline after:absolute after:inset-0"
        >
          {row.title}
        </Link>
        <p className="flex flex-wrap items-center gap-2 text-ink2 text-meta">
          <FeedbackStatusBadge status={row.status} />
          {row.unseen && (
            <Badge tone="primary" shape="full">
              {t("portal.ideas.unseen")}
            </Badge>
          )}
          <Time at={row.createdAt} zone={zone} kind="date" />
        </p>
      </div>
    </li>
  );
}
