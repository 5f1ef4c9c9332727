import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { InviteForm } from "@/components/invites/invite-form";
import { InviteList } from "@/components/invites/invite-list";
import { Pagination } from "@/components/ui/pagination";
import { requireStaff } from "@/lib/accounts/load-context";
import { getCommunity } from "@/lib/communities/queries/list-communities";
import { listGroups } from "@/lib/groups/queries/list-groups";
import { createInviteAction, revokeInviteAction } from "@/lib/invites/actions/manage";
import { listInvites } from "@/lib/invites/queries/list-invites";
import { pageOr404 } from "@/lib/platform/http/page-or-404";
import { findTimezone } from "@/lib/tenants/queries/find-timezone";

type InvitesPageProps = {
  params: Promise<{ tenant: string; communityId: string }>;
  searchParams: Promise<{ cursor?: string }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("invites"))("title") };
}

export default async function InvitesPage({ params, searchParams }: InvitesPageProps) {
  const [{ tenant: slug, communityId }, { cursor }] = await Promise.all([params, searchParams]);
  const ctx = await requireStaff(slug);
  const [t, community, invites, groups, zone] = await pageOr404(
    Promise.all([
      getTranslations("invites"),
      getCommunity(ctx, communityId),
      listInvites(ctx, { communityId, limit: 20, cursor }),
      listGroups(ctx, { communityId, limit: 200 }),
      findTimezone(ctx),
    ]),
  );
  const names = new Map(groups.data.map((group) => [group.id, group.name]));
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_360px]">
      <div className="grid min-w-0 gap-6">
        <section aria-labelledby="invites-title" className="grid gap-3">
          <h2 id="invites-title" className="text-h3">
            {t("list")}
          </h2>
          <InviteList
            revoke={revokeInviteAction.bind(null, slug)}
            hrefOf={(invite) => `/t/${slug}/communities/${communityId}/invites/${invite.id}`}
            invites={invites.data}
            placeOf={(invite) => names.get(invite.groupId ?? "") ?? community.name}
            zone={zone}
          />
          <Pagination nextHref={invites.nextCursor ? `?cursor=${invites.nextCursor}` : undefined} />
        </section>
      </div>
      {community.archivedAt === null && (
        <InviteForm action={createInviteAction.bind(null, slug)} community={community} groups={groups.data} />
      )}
    </div>
  );
}
