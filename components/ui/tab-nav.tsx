import Link from "next/link";
import type { ReactNode } from "react";
import { tabList, tabStyle } from "./tab-style";

type TabLink = { href: string; label: ReactNode; count?: string | undefined; current: boolean };

/** Tabs that are links: the choice is in the address, Back works, no script needed. */
export function TabNav({ label, tabs }: { label: string; tabs: readonly TabLink[] }) {
  return (
    <nav aria-label={label} className={tabList}>
      {tabs.map((tab) => (
        <Link
          key={tab.href}
          href={tab.href}
          aria-current={tab.current ? "page" : undefined}
          className={tabStyle}
        >
          {tab.label}
          {tab.count && (
            <span className="rounded-pill bg-sunken px-1.5 text-caption text-ink2 leading-5">
              {tab.count}
            </span>
          )}
        </Link>
      ))}
    </nav>
  );
}
