import { getTranslations } from "next-intl/server";
import { TabNav } from "@/components/ui/tab-nav";
import type { ManagedPlace } from "@/lib/invites/types";

const TABS = ["requests", "people", "invites", "bans", "care", "see-as"] as const;
export type ManageTab = (typeof TABS)[number];

/** What an admin does in a community or a room, on the phone. */
export async function ManageTabs({
  base,
  place,
  current,
}: {
  base: string;
  place: ManagedPlace;
  current: ManageTab;
}) {
  const t = await getTranslations("portal.manage");
  // Who leads a room alone sees with nobody else's eyes (P15).
  const shown = TABS.filter((tab) => tab !== "see-as" || place.groupId === null);
  const waiting = place.requests + place.suggestions;
  return (
    <TabNav
      label={t("tabs.label")}
      tabs={shown.map((tab) => ({
        href: tab === "requests" ? base : `${base}/${tab}`,
        label: t(`tabs.${tab}`),
        current: tab === current,
        ...(tab === "requests" && waiting > 0 && { count: String(waiting) }),
      }))}
    />
  );
}
