import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { iconSrc, pictureOf } from "@/components/communities/picture";
import { CommunityIcon } from "@/components/ui/community-icon";
import type { ManagedPlace } from "@/lib/invites/types";

/** A community or room that one administers, and what waits there. */
export async function ManagedPlaceRow({ slug, place }: { slug: string; place: ManagedPlace }) {
  const t = await getTranslations("portal.manage");
  const waiting = place.requests + place.suggestions;
  return (
    <li className="relative flex items-center gap-3 px-4 py-3 transition-colors duration-120 hover:bg-sunken">
      <CommunityIcon picture={pictureOf(place.icon, iconSrc(slug))} />
      <div className="grid min-w-0 grow">
        <Link
          href={`/m/${slug}/manage/${place.groupId ?? place.communityId}`}
          className="break-words font-semibold text-ink no-underline after:absolute after:inset-0"
        >
          {place.name}
        </Link>
        <p className="break-words text-ink2 text-meta">
          {place.groupId === null ? t("wholeCommunity") : place.communityName}
        </p>
      </div>
      {waiting > 0 && (
        <span className="shrink-0 rounded-pill bg-porta px-2 font-semibold text-caption text-on-porta leading-5">
          {t("waiting", { count: waiting })}
        </span>
      )}
    </li>
  );
}
