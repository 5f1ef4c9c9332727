import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PortalShell } from "@/components/layout/portal-shell";
import { OpenGroupRow } from "@/components/portal/open-group-row";
import { OwnGroupRow } from "@/components/portal/own-group-row";
import { EmptyState } from "@/components/ui/empty-state";
import { HouseDrawing } from "@/components/ui/house-drawing";
import { listOpenGroups, listOwnGroups } from "@/lib/groups/queries/list-own-groups";
import { findLimits } from "@/lib/tenants/queries/find-limits";
import { loadPortal } from "../load-portal";

const rows = "grid divide-y divide-line overflow-hidden rounded-card border border-line bg-surface";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("portal"))("groups.title") };
}

export default async function GroupsPage({ params }: { params: Promise<{ tenant: string }> }) {
  const { tenant: slug } = await params;
  const { ctx, tenant, badges } = await loadPortal(slug);
  const [t, mine, others, limits] = await Promise.all([
    getTranslations("portal"),
    listOwnGroups(ctx),
    listOpenGroups(ctx),
    findLimits(ctx),
  ]);
  return (
    <PortalShell
      tenant={tenant}
      title={t("groups.title")}
      subtitle={t("subtitle", { count: mine.length })}
      badges={badges}
    >
      {mine.length > 0 && (
        <section aria-labelledby="mine" className="grid gap-2.5">
          <h2 id="mine" className="text-h3">
            {t("groups.mine")}
          </h2>
          <ul className={rows}>
            {mine.map((group) => (
              <OwnGroupRow key={group.id} slug={slug} group={group} zone={tenant.timezone} now={ctx.now} />
            ))}
          </ul>
        </section>
      )}
      {others.length > 0 && (
        <section aria-labelledby="others" className="mt-2 grid gap-2.5">
          <div className="grid gap-0.5">
            <h2 id="others" className="text-h3">
              {t("groups.others")}
            </h2>
            <p className="text-ink2 text-meta">{t("groups.othersHint")}</p>
          </div>
          <ul className={rows}>
            {others.map((group) => (
              <OpenGroupRow key={group.id} slug={slug} group={group} capacity={limits.groupMembers} />
            ))}
          </ul>
        </section>
      )}
      {mine.length + others.length === 0 && (
        <EmptyState drawing={<HouseDrawing />} title={t("groups.emptyTitle")}>
          {t("groups.emptyBody")}
        </EmptyState>
      )}
    </PortalShell>
  );
}
