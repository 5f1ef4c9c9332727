import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { FormattedText } from "@/components/announcements/formatted-text";
import { PortalBlockCard } from "@/components/blocks/portal-block";
import { iconSrc, pictureOf } from "@/components/communities/picture";
import { MediaView } from "@/components/media/media-view";
import { Badge } from "@/components/ui/badge";
import { CommunityIcon } from "@/components/ui/community-icon";
import { cx } from "@/components/ui/cx";
import { Time } from "@/components/ui/time";
import type { FeedItem } from "@/lib/announcements/types";
import { MarkSeen } from "./mark-seen";

const KINDS = ["launch", "promotion", "reminder", "event", "content"] as const;

type FeedCardProps = {
  slug: string;
  tenantId: string;
  item: FeedItem;
  zone: string;
  /** Whether the reader may answer the house in private (R5). */
  mayReply: boolean;
};

/** One announcement as its member got it. */
export async function FeedCard({ slug, tenantId, item, zone, mayReply }: FeedCardProps) {
  const t = await getTranslations("portal");
  const [first, ...others] = item.communities;
  const kind = KINDS.find((known) => known === item.kind);
  const from =
    first && others.length > 0
      ? t("feed.several", { name: first.name, count: others.length })
      : (first?.name ?? "");
  return (
    <article
      className={cx(
        "grid gap-3 rounded-card border bg-surface p-4 sm:p-5",
        item.isRead ? "border-line" : "border-porta",
      )}
    >
      <header className="flex items-start gap-3">
        <CommunityIcon picture={pictureOf(first?.icon ?? null, iconSrc(slug))} />
        <div className="grid min-w-0 grow">
          <h2 className="break-words font-sans text-reading">{from || t("feed.title")}</h2>
          <p className="text-ink2 text-meta">
            <Time at={item.sentAt} zone={zone} />
            {item.isEdited && !item.isRetracted && ` · ${t("feed.edited")}`}
          </p>
        </div>
        <div className="flex flex-wrap justify-end gap-1.5">
          {!item.isRead && (
            <Badge tone="primary" shape="full">
              {t("feed.unread")}
            </Badge>
          )}
          {kind && <Badge tone="brand">{t(`kinds.${kind}`)}</Badge>}
        </div>
      </header>
      {item.isRetracted ? (
        <p className="text-ink2 italic">{t("feed.removed")}</p>
      ) : (
        <>
          <MediaView path={`/media/${slug}`} media={item.media} documentLabel={t("feed.document")} />
          <div className="grid break-words [overflow-wrap:anywhere]">
            <FormattedText text={item.body} />
          </div>
        </>
      )}
      {item.block && <PortalBlockCard slug={slug} tenantId={tenantId} view={item.block} zone={zone} />}
      <ReplyLink slug={slug} item={item} mayReply={mayReply} />
      {!item.isRead && <MarkSeen slug={slug} seen={{ occurrenceIds: [item.occurrenceId] }} />}
    </article>
  );
}

/** What was taken back asks for no answer. */
async function ReplyLink({ slug, item, mayReply }: Pick<FeedCardProps, "slug" | "item" | "mayReply">) {
  const t = await getTranslations("portal.feed");
  if (!mayReply || item.isRetracted) return null;
  return (
    <Link href={`/m/${slug}/contact?about=${item.occurrenceId}`} className="link w-fit py-1 text-control">
      {t("reply")}
    </Link>
  );
}
