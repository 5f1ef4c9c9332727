"use client";
import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

type NavLinkProps = {
  href: string;
  exact?: boolean | undefined;
  /** Another address whose pages belong to this one too. */
  also?: string | undefined;
  className: string;
  children: ReactNode;
};

/** A link that knows whether it leads to where one is. */
export function NavLink({ href, exact, also, className, children }: NavLinkProps) {
  const path = usePathname();
  const isUnder = (start: string) => path === start || path.startsWith(`${start}/`);
  const here = path === href || (!exact && isUnder(href)) || (also !== undefined && isUnder(also));
  return (
    <Link href={href} aria-current={here ? "page" : undefined} className={className}>
      {children}
    </Link>
  );
}
