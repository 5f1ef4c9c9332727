import { House, Lightbulb, Megaphone, UserRound, UsersRound } from "lucide-react";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { KeepOffline } from "@/components/portal/keep-offline";
import { LookBanner } from "@/components/portal/look-banner";
import { Icon } from "@/components/ui/icon";
import { SkipLink } from "@/components/ui/skip-link";
import { Toaster } from "@/components/ui/toaster";
import { CountBadge } from "./count-badge";
import { barItem } from "./mobile-bar";
import { NavLink } from "./nav-link";

const portalTabs = [
  { key: "announcements", path: "", icon: Megaphone },
  { key: "groups", path: "/groups", also: "/manage", icon: UsersRound },
  { key: "ideas", path: "/ideas", isOwnAffair: true, icon: Lightbulb },
  { key: "me", path: "/me", isOwnAffair: true, icon: UserRound },
] as const;

type PortalShellProps = {
  tenant: { slug: string; name: string; look?: { name: string; isConfined: boolean } | null };
  /** The one h1 of the page, in the top bar. */
  title: ReactNode;
  subtitle?: ReactNode;
  lead?: ReactNode;
  badges?: Record<string, number>;
  children: ReactNode;
};

/** The members' frame: made for a phone in one hand, larger type, four tabs. */
export async function PortalShell({
  tenant,
  title,
  subtitle,
  lead,
  badges = {},
  children,
}: PortalShellProps) {
  const t = await getTranslations("layout");
  const tabs = portalTabs.filter((tab) => !(tenant.look?.isConfined && "isOwnAffair" in tab));
  return (
    <div className="flex min-h-dvh flex-col pb-20 text-reading [--conversation-foot:calc(3.75rem+1px+env(safe-area-inset-bottom))]">
      <SkipLink>{t("skip")}</SkipLink>
      {tenant.look && <LookBanner slug={tenant.slug} look={tenant.look} />}
      {!tenant.look && <KeepOffline note={t("portal.offline")} />}
      <header className="border-line border-b bg-surface">
        <div className="mx-auto flex w-full max-w-[640px] items-center gap-3 px-4 py-3.5">
          {lead ?? <Icon of={House} size={24} className="shrink-0 text-telha" />}
          <div className="grid min-w-0">
            <h1 className="truncate font-sans text-lead">{title}</h1>
            {subtitle && <p className="truncate text-ink2 text-meta">{subtitle}</p>}
          </div>
        </div>
      </header>
      <main
        id="main"
        tabIndex={-1}
        className="mx-auto grid w-full max-w-[640px] grow content-start gap-3.5 px-4 py-4"
      >
        {children}
      </main>
      <footer data-print="hide" className="px-4 py-4 text-center text-caption text-ink2">
        {t("independent")}
      </footer>
      <nav
        aria-label={t("nav")}
        data-print="hide"
        className="fixed inset-x-0 bottom-0 z-30 border-line border-t bg-surface pb-[env(safe-area-inset-bottom)]"
      >
        <ul className="mx-auto grid max-w-[640px] auto-cols-fr grid-flow-col">
          {tabs.map((tab) => (
            <li key={tab.key}>
              <NavLink
                href={`/m/${tenant.slug}${tab.path}`}
                exact={tab.path === ""}
                also={"also" in tab ? `/m/${tenant.slug}${tab.also}` : undefined}
                className={barItem}
              >
                <Icon of={tab.icon} size={24} />
                {t(`portal.${tab.key}`)}
                <CountBadge count={badges[tab.key]} className="absolute top-1.5 right-[calc(50%-1.75rem)]" />
              </NavLink>
            </li>
          ))}
        </ul>
      </nav>
      <Toaster />
    </div>
  );
}
