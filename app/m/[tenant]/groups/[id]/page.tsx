import { Search, UsersRound } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CareLink } from "@/components/conversations/care-link";
import { RoomConversation } from "@/components/conversations/room-conversation";
import { PortalShell } from "@/components/layout/portal-shell";
import { BackLink } from "@/components/portal/back-link";
import { Alert } from "@/components/ui/alert";
import { Icon } from "@/components/ui/icon";
import { LinkButton } from "@/components/ui/link-button";
import {
  editMessageAction,
  pinMessageAction,
  postMessageAction,
  reactAction,
  removeMessageAction,
} from "@/lib/conversations/actions";
import { reportMessageAction } from "@/lib/conversations/care-actions";
import { canModerate } from "@/lib/conversations/policy";
import { findRoomStanding } from "@/lib/conversations/queries/find-room-standing";
import { openRoom } from "@/lib/conversations/queries/open-room";
import { getOwnGroup } from "@/lib/groups/queries/get-own-group";
import { loadPortal } from "../../load-portal";
import { orNotFound } from "../../or-not-found";

type RoomPageProps = {
  params: Promise<{ tenant: string; id: string }>;
  searchParams: Promise<{ joined?: string; at?: string | string[] }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("portal"))("groups.title") };
}

export default async function RoomPage({ params, searchParams }: RoomPageProps) {
  const [{ tenant: slug, id }, query] = await Promise.all([params, searchParams]);
  const { ctx, tenant, badges } = await loadPortal(slug, { inCommunityLook: true });
  const room = await getOwnGroup(ctx, id).catch(orNotFound);
  const [t, talk, start, standing] = await Promise.all([
    getTranslations("portal.room"),
    getTranslations("conversations"),
    openRoom(ctx, id, typeof query.at === "string" ? query.at : undefined).catch(orNotFound),
    findRoomStanding(ctx, id).catch(orNotFound),
  ]);
  const moderates = canModerate(ctx.actor, standing);
  const base = `/m/${slug}/groups/${id}`;
  return (
    <PortalShell
      tenant={tenant}
      title={room.name}
      subtitle={room.communityName}
      lead={<BackLink href={`/m/${slug}/groups`} label={t("back")} />}
      badges={badges}
    >
      {query.joined && (
        <Alert tone="success" title={t("joinedTitle", { name: room.name })}>
          {room.overflowOfName && t("joinedSibling", { name: room.overflowOfName, sibling: room.name })}
        </Alert>
      )}
      <div className="flex flex-wrap justify-between gap-2">
        <LinkButton href={`${base}/people`} variant="quiet" icon={<Icon of={UsersRound} />}>
          {t("allMembers", { count: room.memberCount })}
        </LinkButton>
        <LinkButton href={`${base}/search`} variant="quiet" icon={<Icon of={Search} />}>
          {talk("search.open")}
        </LinkButton>
        <CareLink href={`${base}/care`} decision={moderates} />
      </div>
      {room.isArchived && <Alert>{talk("readOnly")}</Alert>}
      <RoomConversation
        place={{
          slug,
          groupId: id,
          base,
          viewerId: ctx.actor.memberId,
          isModerator: moderates.ok,
          zone: tenant.timezone,
          readPosition: start.readPosition,
          actions: room.isArchived || ctx.actor.seenBy ? {} : actionsFor(slug),
        }}
        start={start}
        marksRead={!ctx.actor.seenBy}
      />
    </PortalShell>
  );
}

function actionsFor(slug: string) {
  return {
    post: postMessageAction.bind(null, slug),
    edit: editMessageAction.bind(null, slug),
    pin: pinMessageAction.bind(null, slug),
    report: reportMessageAction.bind(null, slug),
    react: reactAction.bind(null, slug),
    remove: removeMessageAction.bind(null, slug),
  };
}
