import { Search } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CareLink } from "@/components/conversations/care-link";
import { RoomConversation } from "@/components/conversations/room-conversation";
import { BackLink } from "@/components/portal/back-link";
import { Alert } from "@/components/ui/alert";
import { Icon } from "@/components/ui/icon";
import { LinkButton } from "@/components/ui/link-button";
import { requireStaff } from "@/lib/accounts/load-context";
import {
  pinMessageAsStaffAction,
  postMessageAsStaffAction,
  reactAsStaffAction,
  removeMessageAsStaffAction,
} from "@/lib/conversations/actions";
import { revealPhoneAction } from "@/lib/conversations/care-actions";
import { canModerate, canRevealPhone } from "@/lib/conversations/policy";
import { findRoomStanding } from "@/lib/conversations/queries/find-room-standing";
import { openRoom } from "@/lib/conversations/queries/open-room";
import { getGroup } from "@/lib/groups/queries/list-groups";
import { pageOr404 } from "@/lib/platform/http/page-or-404";
import { findTimezone } from "@/lib/tenants/queries/find-timezone";

type TalkPageProps = {
  params: Promise<{ tenant: string; communityId: string; groupId: string }>;
  searchParams: Promise<{ at?: string | string[] }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("conversations"))("title") };
}

export default async function TalkPage({ params, searchParams }: TalkPageProps) {
  const [{ tenant: slug, communityId, groupId }, { at }] = await Promise.all([params, searchParams]);
  const ctx = await requireStaff(slug);
  const group = await pageOr404(getGroup(ctx, groupId));
  if (group.communityId !== communityId) notFound();
  const [t, standing, start, zone] = await Promise.all([
    getTranslations("conversations"),
    pageOr404(findRoomStanding(ctx, groupId)),
    pageOr404(openRoom(ctx, groupId, typeof at === "string" ? at : undefined)),
    findTimezone(ctx),
  ]);
  const place = `/t/${slug}/communities/${communityId}/groups/${groupId}`;
  const moderates = canModerate(ctx.actor, standing);
  const remove = removeMessageAsStaffAction.bind(null, slug);
  const pin = pinMessageAsStaffAction.bind(null, slug);
  const react = reactAsStaffAction.bind(null, slug);
  const post = postMessageAsStaffAction.bind(null, slug);
  const reveal = canRevealPhone(ctx.actor, standing).ok
    ? { revealPhone: revealPhoneAction.bind(null, slug) }
    : {};
  return (
    <div className="grid max-w-form gap-4">
      <div className="flex items-center gap-2">
        <BackLink href={place} label={t("backToGroup")} />
        <h2>{t("titleOf", { name: group.name })}</h2>
      </div>
      <div className="flex flex-wrap gap-2">
        <LinkButton href={`${place}/search`} variant="quiet" icon={<Icon of={Search} />}>
          {t("search.open")}
        </LinkButton>
        <CareLink href={`${place}/care`} decision={moderates} />
      </div>
      {group.archivedAt && <Alert>{t("readOnly")}</Alert>}
      <RoomConversation
        place={{
          slug,
          groupId,
          base: `/t/${slug}/groups/${groupId}`,
          viewerId: ctx.actor.memberId,
          isModerator: moderates.ok,
          zone,
          readPosition: null,
          actions: { ...reveal, ...(group.archivedAt ? { remove } : { post, react, pin, remove }) },
        }}
        start={start}
        marksRead={false}
      />
    </div>
  );
}
