import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Badge } from "@/components/ui/badge";
import { CommunityIcon } from "@/components/ui/community-icon";
import type { Community } from "@/lib/communities/types";
import { exactCount, iconSrc, pictureOf } from "./picture";

/** One house of the street: its picture, its name, how many people and rooms. */
export async function CommunityCard({ slug, community }: { slug: string; community: Community }) {
  const t = await getTranslations("communities");
  return (
    <li className="relative grid grid-rows-[auto_1fr_auto] overflow-hidden rounded-card border border-line bg-surface transition-[border-color,box-shadow] duration-120 ease-house hover:border-line-strong hover:shadow-lift has-[a:focus-visible]:border-line-strong">
      <span aria-hidden="true" className="h-1.5 bg-telha" />
      <div className="flex items-start gap-3.5 p-4 pb-2 sm:p-5 sm:pb-2">
        <CommunityIcon picture={pictureOf(community.icon, iconSrc(slug))} size="lg" />
        <div className="grid min-w-0 gap-1">
          <h2 className="break-words text-h3">
            <Link
              href={`/t/${slug}/communities/${community.id}`}
              className="text-ink no-underline after:absolute after:inset-0"
            >
              {community.name}
            </Link>
          </h2>
          {community.description && (
            <p className="line-clamp-2 text-ink2 text-meta">{community.description}</p>
          )}
        </div>
      </div>
      <p className="flex flex-wrap items-center gap-x-2 px-4 pt-1 pb-4 text-ink2 text-meta tabular-nums sm:px-5">
        <span>{t("people", { count: exactCount(community.memberCount) })}</span>
        <span aria-hidden="true">·</span>
        <span>{t("groups", { count: community.groupCount })}</span>
        {community.archivedAt && <Badge>{t("archived")}</Badge>}
      </p>
    </li>
  );
}
