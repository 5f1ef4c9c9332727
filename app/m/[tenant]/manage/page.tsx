import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PortalShell } from "@/components/layout/portal-shell";
import { ManagedPlaceRow } from "@/components/manage/managed-place-row";
import { BackLink } from "@/components/portal/back-link";
import { EmptyState } from "@/components/ui/empty-state";
import { listManagedPlaces } from "@/lib/invites/queries/list-managed-places";
import { loadPortal } from "../load-portal";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("portal.manage"))("title") };
}

export default async function ManagePage({ params }: { params: Promise<{ tenant: string }> }) {
  const { tenant: slug } = await params;
  const { ctx, tenant, badges } = await loadPortal(slug);
  const [t, places] = await Promise.all([getTranslations("portal.manage"), listManagedPlaces(ctx)]);
  return (
    <PortalShell
      tenant={tenant}
      title={t("title")}
      subtitle={tenant.name}
      lead={<BackLink href={`/m/${slug}/groups`} label={t("back")} />}
      badges={badges}
    >
      {places.length === 0 ? (
        <EmptyState title={t("emptyTitle")}>{t("emptyBody")}</EmptyState>
      ) : (
        <ul className="grid divide-y divide-line overflow-hidden rounded-card border border-line bg-surface">
          {places.map((place) => (
            <ManagedPlaceRow key={place.groupId ?? place.communityId} slug={slug} place={place} />
          ))}
        </ul>
      )}
    </PortalShell>
  );
}
