import { UsersRound } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PortalShell } from "@/components/layout/portal-shell";
import { BackLink } from "@/components/portal/back-link";
import { MarkSeen } from "@/components/portal/mark-seen";
import { MessageForm } from "@/components/portal/message-form";
import { MessageList } from "@/components/portal/message-list";
import { ScrollToNewest } from "@/components/portal/scroll-to-newest";
import { Alert } from "@/components/ui/alert";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { LinkButton } from "@/components/ui/link-button";
import { listMessages } from "@/lib/conversations/queries/list-messages";
import { getOwnGroup } from "@/lib/groups/queries/get-own-group";
import { loadPortal } from "../../load-portal";
import { orNotFound } from "../../or-not-found";

const PAGE_SIZE = 50;

type RoomPageProps = {
  params: Promise<{ tenant: string; id: string }>;
  searchParams: Promise<{ cursor?: string | string[]; joined?: string }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("portal"))("groups.title") };
}

export default async function RoomPage({ params, searchParams }: RoomPageProps) {
  const [{ tenant: slug, id }, query] = await Promise.all([params, searchParams]);
  const { ctx, tenant, badges } = await loadPortal(slug, { inCommunityLook: true });
  const cursor = typeof query.cursor === "string" ? query.cursor : undefined;
  const room = await getOwnGroup(ctx, id).catch(orNotFound);
  const [t, page] = await Promise.all([
    getTranslations("portal.room"),
    listMessages(ctx, { groupId: id, limit: PAGE_SIZE, cursor }).catch(orNotFound),
  ]);
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
        {page.nextCursor && (
          <LinkButton href={`${base}?cursor=${page.nextCursor}`} variant="quiet">
            {t("older")}
          </LinkButton>
        )}
        {cursor && <LinkButton href={base}>{t("newest")}</LinkButton>}
      </div>
      {page.data.length > 0 ? (
        <MessageList messages={page.data.toReversed()} viewerId={ctx.actor.memberId} zone={tenant.timezone} />
      ) : (
        <EmptyState title={t("emptyTitle")}>{t("emptyBody")}</EmptyState>
      )}
      {room.isArchived && <Alert>{t("readOnly")}</Alert>}
      {!room.isArchived && !cursor && <MessageForm slug={slug} groupId={id} />}
      {!cursor && (
        <>
          <MarkSeen slug={slug} seen={{ groupId: id }} />
          <ScrollToNewest newestId={page.data[0]?.id ?? ""} />
        </>
      )}
    </PortalShell>
  );
}
