import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { GrantsForm } from "@/components/communities/grants-form";
import { SuccessionSection } from "@/components/memberships/succession-section";
import { setOwnCommunityGrantsAction } from "@/lib/communities/actions";
import { listGrants } from "@/lib/communities/queries/list-grants";
import { getManagedPlace } from "@/lib/invites/queries/list-managed-places";
import { nameOwnSuccessorAction } from "@/lib/memberships/portal-actions";
import { getCare } from "@/lib/memberships/queries/get-care";
import { loadPortal } from "../../../load-portal";
import { orNotFound } from "../../../or-not-found";
import { ManageShell } from "../manage-shell";

type CarePageProps = {
  params: Promise<{ tenant: string; id: string }>;
  searchParams: Promise<{ q?: string | string[] }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("portal.manage"))("tabs.care") };
}

/** Who looks after a place: its admins, who takes over from them (H9), and for a community who of the team works in it (R3). */
export default async function CarePage({ params, searchParams }: CarePageProps) {
  const [{ tenant: slug, id }, { q }] = await Promise.all([params, searchParams]);
  const portal = await loadPortal(slug);
  const { ctx } = portal;
  const place = await getManagedPlace(ctx, id).catch(orNotFound);
  const { communityId, groupId } = place;
  const [care, grants] = await Promise.all([
    getCare(ctx, place, typeof q === "string" ? q : ""),
    groupId === null ? listGrants(ctx, communityId) : null,
  ]).catch(orNotFound);
  return (
    <ManageShell portal={portal} slug={slug} place={place} tab="care">
      <SuccessionSection place={place} care={care} action={nameOwnSuccessorAction.bind(null, slug)} />
      {grants && (
        <GrantsForm
          action={setOwnCommunityGrantsAction.bind(null, slug)}
          communityId={communityId}
          grants={grants}
        />
      )}
    </ManageShell>
  );
}
