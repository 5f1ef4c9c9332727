import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Icon } from "@/components/ui/icon";
import { Brand } from "./brand";
import { CountBadge } from "./count-badge";
import { NavLink } from "./nav-link";
import { sectionIcons } from "./section-icons";
import { type StaffSection, staffSectionPath } from "./staff-sections";
import { type TenantChoice, TenantSwitcher } from "./tenant-switcher";

export const railLink =
  "group flex min-h-10 items-center gap-2.5 rounded-control px-2.5 font-medium text-ink2 transition-colors duration-120 hover:bg-line/50 hover:text-ink " +
  "aria-[current=page]:bg-surface aria-[current=page]:font-semibold aria-[current=page]:text-ink aria-[current=page]:shadow-lift aria-[current=page]:[&_svg]:text-telha forced-colors:aria-[current=page]:border";

type StaffRailProps = {
  tenant: TenantChoice;
  tenants: readonly TenantChoice[];
  sections: readonly StaffSection[];
  badges: Record<string, number>;
  account: ReactNode;
};

export async function StaffRail({ tenant, tenants, sections, badges, account }: StaffRailProps) {
  const t = await getTranslations("layout");
  return (
    <header
      data-print="hide"
      className="sticky top-0 hidden h-dvh flex-col gap-3 overflow-y-auto border-line border-r bg-sunken px-3 py-4 md:flex"
    >
      <Link href={staffSectionPath(tenant.slug, "home")} className="rounded-control px-2 py-1">
        <Brand />
      </Link>
      <TenantSwitcher id="tenants" tenant={tenant} tenants={tenants} />
      <nav aria-label={t("nav")} className="grow">
        <ul className="grid gap-0.5">
          {sections.map((section) => (
            <li key={section}>
              <NavLink
                href={staffSectionPath(tenant.slug, section)}
                exact={section === "home"}
                className={railLink}
              >
                <Icon of={sectionIcons[section]} />
                <span className="truncate">{t(`sections.${section}`)}</span>
                <CountBadge count={badges[section]} />
              </NavLink>
            </li>
          ))}
        </ul>
      </nav>
      {account}
    </header>
  );
}
