import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { InviteForm } from "@/components/invites/invite-form";
import { InviteList } from "@/components/invites/invite-list";
import { Pagination } from "@/components/ui/pagination";
import { listGroups } from "@/lib/groups/queries/list-groups";
import { createInviteInPortalAction, revokeInviteInPortalAction } from "@/lib/invites/actions/portal";
import { listInvites } from "@/lib/invites/queries/list-invites";
import { getManagedPlace } from "@/lib/invites/queries/list-managed-places";
import { loadPortal } from "../../../load-portal";
import { orNotFound } from "../../../or-not-found";
import { ManageShell } from "../manage-shell";

type InvitesPageProps = {
  params: Promise<{ tenant: string; id: string }>;
  searchParams: Promise<{ cursor?: string | string[] }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("portal.manage"))("tabs.invites") };
}

export default async function ManageInvitesPage({ params, searchParams }: InvitesPageProps) {
  const [{ tenant: slug, id }, query] = await Promise.all([params, searchParams]);
  const portal = await loadPortal(slug);
  const { ctx, tenant } = portal;
  const place = await getManagedPlace(ctx, id).catch(orNotFound);
  const { communityId, groupId } = place;
  const cursor = typeof query.cursor === "string" ? query.cursor : undefined;
  const [t, invites, groups] = await Promise.all([
    getTranslations("invites"),
    listInvites(ctx, { communityId, groupId: groupId ?? undefined, limit: 20, cursor }),
    listGroups(ctx, { communityId, limit: 200 }),
  ]).catch(orNotFound);
  const names = new Map(groups.data.map((group) => [group.id, group.name]));
  const here = `/m/${slug}/manage/${id}/invites`;
  return (
    <ManageShell portal={portal} slug={slug} place={place} tab="invites">
      <InviteForm
        action={createInviteInPortalAction.bind(null, slug)}
        community={{ id: communityId, name: place.name }}
        groups={groups.data}
        groupId={groupId ?? undefined}
      />
      <section aria-labelledby="invites-title" className="grid gap-2.5">
        <h2 id="invites-title" className="text-h3">
          {t("list")}
        </h2>
        <InviteList
          revoke={revokeInviteInPortalAction.bind(null, slug)}
          invites={invites.data}
          placeOf={(invite) => names.get(invite.groupId ?? "") ?? place.communityName}
          zone={tenant.timezone}
        />
        <Pagination
          nextHref={invites.nextCursor ? `${here}?cursor=${invites.nextCursor}` : undefined}
          firstHref={cursor ? here : undefined}
        />
      </section>
    </ManageShell>
  );
}
