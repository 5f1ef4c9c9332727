import { Ellipsis } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { Icon } from "@/components/ui/icon";
import type { Viewer } from "./account-menu";
import { AccountPanel } from "./account-panel";
import { CountBadge } from "./count-badge";
import { NavLink } from "./nav-link";
import { PopoverPanel } from "./popover-panel";
import { sectionIcons } from "./section-icons";
import { type StaffSection, staffSectionPath } from "./staff-sections";
import { type TenantChoice, TenantSwitcher } from "./tenant-switcher";

export const barItem =
  "relative grid min-h-15 w-full content-center justify-items-center gap-1 px-1 font-medium text-caption text-ink2 aria-[current=page]:font-semibold aria-[current=page]:text-ink aria-[current=page]:[&_svg]:text-telha " +
  "before:absolute before:top-0 before:h-0.5 before:w-8 before:rounded-pill aria-[current=page]:before:bg-telha";

type MobileBarProps = {
  tenant: TenantChoice;
  tenants: readonly TenantChoice[];
  sections: readonly StaffSection[];
  badges: Record<string, number>;
  viewer: Viewer;
};

/** Four sections under the thumb; the rest, the tenants and the account in a sheet. */
export async function MobileBar({ tenant, tenants, sections, badges, viewer }: MobileBarProps) {
  const t = await getTranslations("layout");
  const rest = sections.slice(4);
  return (
    <div data-print="hide" className="md:hidden">
      <nav
        aria-label={t("nav")}
        className="fixed inset-x-0 bottom-0 z-30 border-line border-t bg-surface pb-[env(safe-area-inset-bottom)]"
      >
        <ul className="grid auto-cols-fr grid-flow-col">
          {sections.slice(0, 4).map((section) => (
            <li key={section}>
              <NavLink
                href={staffSectionPath(tenant.slug, section)}
                exact={section === "home"}
                className={barItem}
              >
                <Icon of={sectionIcons[section]} />
                <span className="max-w-full truncate">{t(`tabs.${section}`)}</span>
                <CountBadge count={badges[section]} className="absolute top-1.5 right-[calc(50%-1.75rem)]" />
              </NavLink>
            </li>
          ))}
          <li>
            <button type="button" popoverTarget="more" className={barItem}>
              <Icon of={Ellipsis} />
              {t("more")}
            </button>
          </li>
        </ul>
      </nav>
      <PopoverPanel id="more" label={t("more")} className="panel panel-sheet">
        <div className="grid gap-4">
          <TenantSwitcher id="tenants-mobile" tenant={tenant} tenants={tenants} />
          {rest.length > 0 && (
            <nav aria-label={t("more")}>
              <ul className="grid grid-cols-2 gap-1">
                {rest.map((section) => (
                  <li key={section}>
                    <NavLink href={staffSectionPath(tenant.slug, section)} className="panel-item min-h-11">
                      <Icon of={sectionIcons[section]} />
                      <span className="truncate">{t(`sections.${section}`)}</span>
                      <CountBadge count={badges[section]} />
                    </NavLink>
                  </li>
                ))}
              </ul>
            </nav>
          )}
          <AccountPanel viewer={viewer} />
        </div>
      </PopoverPanel>
    </div>
  );
}
