import { AtSign, BellOff } from "lucide-react";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { iconSrc, pictureOf } from "@/components/communities/picture";
import { CommunityIcon } from "@/components/ui/community-icon";
import { Icon } from "@/components/ui/icon";
import { Time } from "@/components/ui/time";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import type { OwnGroup } from "@/lib/groups/types";

type OwnGroupRowProps = { slug: string; group: OwnGroup; zone: string; now: Date };

/** A room one is in: what was said last, and how much is new. */
export async function OwnGroupRow({ slug, group, zone, now }: OwnGroupRowProps) {
  const t = await getTranslations("portal");
  const preview = group.lastKind === "deleted" ? t("room.removed") : group.lastBody;
  return (
    <li className="relative flex items-center gap-3 px-4 py-3 transition-colors duration-120 hover:bg-sunken">
      <CommunityIcon picture={pictureOf(group.icon, iconSrc(slug))} />
      <div className="grid min-w-0 grow">
        <p className="flex items-baseline justify-between gap-3">
          <Link
            href={`/m/${slug}/groups/${group.id}`}
            className="min-w-0 break-words font-semibold text-ink no-underline after:absolute after:inset-0"
          >
            {group.name}
          </Link>
          {group.lastAt && (
            <Time
              at={group.lastAt}
              zone={zone}
              relativeTo={now}
              className="shrink-0 text-caption text-ink2"
            />
          )}
        </p>
        <p className="flex items-center justify-between gap-3 text-ink2 text-meta">
          <span className="line-clamp-1 break-all">{preview || t("groups.noMessages")}</span>
          {group.isCalled && (
            <span className="shrink-0 text-porta">
              <Icon of={AtSign} size={16} />
              <VisuallyHidden>{t("groups.called")}</VisuallyHidden>
            </span>
          )}
          {group.isMuted && (
            <span className="shrink-0">
              <Icon of={BellOff} size={16} />
              <VisuallyHidden>{t("groups.muted")}</VisuallyHidden>
            </span>
          )}
          {group.unread > 0 && (
            <span className="shrink-0 rounded-pill bg-porta px-2 font-semibold text-caption text-on-porta leading-5">
              <span aria-hidden="true">{group.unread > 99 ? "99+" : group.unread}</span>
              <VisuallyHidden>{t("groups.unread", { count: group.unread })}</VisuallyHidden>
            </span>
          )}
        </p>
        <p className="break-words text-caption text-ink2">{group.communityName}</p>
      </div>
    </li>
  );
}
