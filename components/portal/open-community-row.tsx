import { getLocale, getTranslations } from "next-intl/server";
import { iconSrc, pictureOf } from "@/components/communities/picture";
import { Badge } from "@/components/ui/badge";
import { CommunityIcon } from "@/components/ui/community-icon";
import { Dialog } from "@/components/ui/dialog";
import { ActionForm } from "@/components/ui/form";
import { joinCommunityAction } from "@/lib/invites/actions/portal";
import type { OpenCommunity } from "@/lib/invites/types";
import { formatNumber } from "@/lib/platform/i18n/format";

/** A community whose admins let one in, or ask. */
export async function OpenCommunityRow({ slug, community }: { slug: string; community: OpenCommunity }) {
  const [t, locale] = await Promise.all([getTranslations("portal.groups"), getLocale()]);
  const { id, name, description, icon, memberCount } = community;
  // A number that could name people is not told (P12).
  const count = memberCount < 5 ? "<5" : formatNumber(memberCount, locale);
  return (
    <li className="flex flex-wrap items-center gap-3 px-4 py-3">
      <CommunityIcon picture={pictureOf(icon, iconSrc(slug))} />
      <div className="grid min-w-[9rem] grow basis-0">
        <p className="break-words font-semibold">{name}</p>
        {description && <p className="line-clamp-2 break-words text-ink2 text-meta">{description}</p>}
        <p className="text-caption text-ink2">{t("communityPeople", { count })}</p>
      </div>
      <CommunityDoor slug={slug} community={{ ...community, id }} />
    </li>
  );
}

async function CommunityDoor({ slug, community }: { slug: string; community: OpenCommunity }) {
  const t = await getTranslations("portal.groups");
  if (community.isAsked) return <Badge shape="half">{t("asked")}</Badge>;
  const isOpen = community.joinMode === "open";
  return (
    <Dialog
      title={t(isOpen ? "joinTitle" : "askTitle", { name: community.name })}
      description={t(isOpen ? "joinCommunityBody" : "askCommunityBody")}
      trigger={{ label: t(isOpen ? "join" : "ask") }}
    >
      <ActionForm
        action={joinCommunityAction.bind(null, slug)}
        submitLabel={t(isOpen ? "joinCommunitySubmit" : "ask")}
        successMessage={t(isOpen ? "joinedCommunity" : "askedToast")}
      >
        <input type="hidden" name="communityId" value={community.id} />
      </ActionForm>
    </Dialog>
  );
}
