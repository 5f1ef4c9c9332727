import { getLocale, getTranslations } from "next-intl/server";
import { iconSrc, pictureOf } from "@/components/communities/picture";
import { Badge } from "@/components/ui/badge";
import { CommunityIcon } from "@/components/ui/community-icon";
import { Dialog } from "@/components/ui/dialog";
import { ActionForm } from "@/components/ui/form";
import type { OpenGroup } from "@/lib/groups/types";
import { joinGroupAction } from "@/lib/memberships/portal-actions";
import { formatNumber } from "@/lib/platform/i18n/format";

type OpenGroupRowProps = { slug: string; group: OpenGroup; capacity: number };

/** A room one could go into: how full it is, and its door. */
export async function OpenGroupRow({ slug, group, capacity }: OpenGroupRowProps) {
  const [t, locale] = await Promise.all([getTranslations("portal.groups"), getLocale()]);
  // A number that could name people is not told (P12).
  const count = group.memberCount < 5 ? "<5" : formatNumber(group.memberCount, locale);
  return (
    <li className="flex flex-wrap items-center gap-3 px-4 py-3">
      <CommunityIcon picture={pictureOf(group.icon, iconSrc(slug))} />
      <div className="grid min-w-[9rem] grow basis-0">
        <p className="break-words font-semibold">{group.name}</p>
        {group.description && (
          <p className="line-clamp-2 break-words text-ink2 text-meta">{group.description}</p>
        )}
        <p className="break-words text-caption text-ink2">
          {group.communityName} · {t("people", { count, capacity: formatNumber(capacity, locale) })}
        </p>
      </div>
      <GroupDoor slug={slug} group={group} />
    </li>
  );
}

async function GroupDoor({ slug, group }: { slug: string; group: OpenGroup }) {
  const t = await getTranslations("portal.groups");
  if (group.isQueued) return <Badge shape="half">{t("waiting")}</Badge>;
  if (group.isAsked) return <Badge shape="half">{t("asked")}</Badge>;
  if (group.joinMode === "invite") return <Badge>{t("byInvite")}</Badge>;
  if (group.door.kind === "full") return <Badge tone="warning">{t("full")}</Badge>;
  const way = wayIn(group);
  const toast = toasts[way];
  return (
    <Dialog
      title={t(`${way}Title`, { name: group.name })}
      description={way === "ask" ? t("joinBody") : doorText(t, group)}
      trigger={{ label: t(way) }}
    >
      <ActionForm
        action={joinGroupAction.bind(null, slug)}
        submitLabel={t(way === "join" ? "joinSubmit" : way)}
        {...(toast && { successMessage: t(toast) })}
      >
        <input type="hidden" name="groupId" value={group.id} />
      </ActionForm>
    </Dialog>
  );
}

type GroupTexts = Awaited<ReturnType<typeof getTranslations<"portal.groups">>>;

/** Who goes in sees the room next; the others are told what they have done. */
const toasts = { ask: "askedToast", queue: "queuedToast", join: null } as const;

function wayIn({ joinMode, door }: OpenGroup): keyof typeof toasts {
  if (joinMode !== "open") return "ask";
  return door.kind === "queue" ? "queue" : "join";
}

/** What one finds behind the door: the room, its sibling, or a queue (L10). */
function doorText(t: GroupTexts, { name, door }: OpenGroup): string {
  if (door.kind === "queue") return t("queueBody", { name });
  if (door.kind === "open" && door.sibling !== null) return t("siblingBody", { name, sibling: door.sibling });
  return t("joinBody");
}
