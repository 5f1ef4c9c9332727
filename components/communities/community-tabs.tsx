"use client";
import { usePathname } from "next/navigation";
import { TabNav } from "@/components/ui/tab-nav";

type CommunityTabsProps = { label: string; tabs: readonly { href: string; label: string }[] };

/** The parts of a community; a group's pages belong to the house. */
export function CommunityTabs({ label, tabs }: CommunityTabsProps) {
  const path = usePathname();
  const current = tabs.slice(1).find((tab) => path.startsWith(tab.href)) ?? tabs[0];
  return <TabNav label={label} tabs={tabs.map((tab) => ({ ...tab, current: tab === current }))} />;
}
