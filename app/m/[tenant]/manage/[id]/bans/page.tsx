import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BanSection } from "@/components/bans/ban-section";
import { liftBanInPortalAction } from "@/lib/bans/actions";
import { listBanPlaces } from "@/lib/bans/queries/list-ban-places";
import { listBans } from "@/lib/bans/queries/list-bans";
import { getManagedPlace } from "@/lib/invites/queries/list-managed-places";
import { loadPortal } from "../../../load-portal";
import { orNotFound } from "../../../or-not-found";
import { ManageShell } from "../manage-shell";

type BansPageProps = {
  params: Promise<{ tenant: string; id: string }>;
  searchParams: Promise<{ cursor?: string | string[]; lifted?: string }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("bans"))("title") };
}

export default async function ManageBansPage({ params, searchParams }: BansPageProps) {
  const [{ tenant: slug, id }, query] = await Promise.all([params, searchParams]);
  const portal = await loadPortal(slug);
  const { ctx, tenant } = portal;
  const place = await getManagedPlace(ctx, id).catch(orNotFound);
  const { communityId, groupId } = place;
  const lifted = query.lifted === "1";
  const cursor = typeof query.cursor === "string" ? query.cursor : undefined;
  const [t, bans] = await Promise.all([
    getTranslations("bans"),
    listBans(ctx, { communityId, groupId: groupId ?? undefined, lifted, limit: 50, cursor }),
  ]).catch(orNotFound);
  const names = await listBanPlaces(ctx, bans.data);
  return (
    <ManageShell portal={portal} slug={slug} place={place} tab="bans">
      <p className="text-ink2">{t("description")}</p>
      <BanSection
        lift={liftBanInPortalAction.bind(null, slug)}
        here={`/m/${slug}/manage/${id}/bans`}
        page={bans}
        placeOf={(ban) => names.get(ban.groupId ?? ban.communityId ?? "") ?? place.communityName}
        zone={tenant.timezone}
        lifted={lifted}
      />
    </ManageShell>
  );
}
