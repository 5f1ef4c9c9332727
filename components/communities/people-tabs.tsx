import { getTranslations } from "next-intl/server";
import { TabNav } from "@/components/ui/tab-nav";

type PeopleTabsProps = {
  /** The address of the list of people. */
  here: string;
  /** The address of who is banned, for those who manage bans. */
  bansHref?: string | undefined;
  current: "everybody" | "admins" | "bans";
};

/** Everybody, who administers, and who may not come back. */
export async function PeopleTabs({ here, bansHref, current }: PeopleTabsProps) {
  const [t, bans] = await Promise.all([getTranslations("communities.members"), getTranslations("bans")]);
  return (
    <TabNav
      label={t("filter")}
      tabs={[
        { href: here, label: t("everybody"), current: current === "everybody" },
        { href: `${here}?role=admin`, label: t("onlyAdmins"), current: current === "admins" },
        ...(bansHref ? [{ href: bansHref, label: bans("tab"), current: current === "bans" }] : []),
      ]}
    />
  );
}
