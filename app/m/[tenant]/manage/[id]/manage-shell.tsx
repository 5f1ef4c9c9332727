import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { PortalShell } from "@/components/layout/portal-shell";
import { type ManageTab, ManageTabs } from "@/components/manage/manage-tabs";
import { BackLink } from "@/components/portal/back-link";
import type { ManagedPlace } from "@/lib/invites/types";
import type { Portal } from "../../load-portal";

type ManageShellProps = {
  portal: Portal;
  slug: string;
  place: ManagedPlace;
  tab: ManageTab;
  children: ReactNode;
};

/** The frame of every page with which an admin looks after a community or a room. */
export async function ManageShell({ portal, slug, place, tab, children }: ManageShellProps) {
  const t = await getTranslations("portal.manage");
  return (
    <PortalShell
      tenant={portal.tenant}
      title={place.name}
      subtitle={place.groupId === null ? t("wholeCommunity") : place.communityName}
      lead={<BackLink href={`/m/${slug}/manage`} label={t("backToPlaces")} />}
      badges={portal.badges}
    >
      <ManageTabs
        base={`/m/${slug}/manage/${place.groupId ?? place.communityId}`}
        place={place}
        current={tab}
      />
      {children}
    </PortalShell>
  );
}
