import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { SkipLink } from "@/components/ui/skip-link";
import { Toaster } from "@/components/ui/toaster";
import { AccountMenu, type Viewer } from "./account-menu";
import { MobileBar } from "./mobile-bar";
import { StaffRail } from "./staff-rail";
import { visibleSections } from "./staff-sections";
import type { TenantChoice } from "./tenant-switcher";

export type StaffShellProps = {
  tenant: TenantChoice;
  /** All tenants of this person, the present one among them. */
  tenants: readonly TenantChoice[];
  /** Names of the sections this person may see; the order is the shell's. */
  sections: readonly string[];
  viewer: Viewer;
  /** Counts beside a section's name, as in { inbox: 3 }. */
  badges?: Record<string, number>;
  /** Above every page: a failed payment, read-only mode. */
  banner?: ReactNode;
  children: ReactNode;
};

/** The dashboard's frame: rail on wide screens, bottom bar on phones. Pages bring their own h1 by PageHeader. */
export async function StaffShell({
  tenant,
  tenants,
  sections,
  viewer,
  badges = {},
  banner,
  children,
}: StaffShellProps) {
  const t = await getTranslations("layout");
  const visible = visibleSections(sections);
  return (
    <div className="min-h-dvh md:grid md:grid-cols-[232px_minmax(0,1fr)] print:block">
      <SkipLink>{t("skip")}</SkipLink>
      <StaffRail
        tenant={tenant}
        tenants={tenants}
        sections={visible}
        badges={badges}
        account={<AccountMenu viewer={viewer} />}
      />
      <div className="flex min-w-0 flex-col pb-20 md:pb-0">
        <main
          id="main"
          tabIndex={-1}
          className="w-full max-w-page grow px-4 py-5 md:px-8 md:py-6 print:max-w-none print:p-0"
        >
          {banner && <div className="mb-5 grid gap-3">{banner}</div>}
          {children}
        </main>
        <footer data-print="hide" className="px-4 py-4 text-caption text-ink2 md:px-8">
          {t("independent")}
        </footer>
      </div>
      <MobileBar tenant={tenant} tenants={tenants} sections={visible} badges={badges} viewer={viewer} />
      <Toaster />
    </div>
  );
}
