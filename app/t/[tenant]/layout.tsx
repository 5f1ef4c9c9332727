import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { StaffShell } from "@/components/layout/staff-shell";
import { StaffBanners } from "@/components/tenants/staff-banners";
import { requireStaff, requireUser } from "@/lib/accounts/load-context";
import { listUserTenants } from "@/lib/accounts/queries/list-user-tenants";
import { canManageBilling } from "@/lib/billing/policy";
import { findOverdue } from "@/lib/billing/queries/find-overdue";
import { findTransferToMe } from "@/lib/tenant-life/queries/list-transfers";
import { canAsStaff } from "@/lib/tenants/policy";
import { findReadOnlyReason } from "@/lib/tenants/queries/assert-writable";
import { findTimezone } from "@/lib/tenants/queries/find-timezone";
import { sectionsOf } from "@/lib/tenants/section-rules";

type StaffLayoutProps = { params: Promise<{ tenant: string }>; children: ReactNode };

/** The frame of the dashboard. Each page checks the actor by itself: a layout is not rendered again on every click. */
export default async function StaffLayout({ params, children }: StaffLayoutProps) {
  const { tenant: slug } = await params;
  const ctx = await requireStaff(slug);
  const [user, roles, readOnly, overdue, zone, offer] = await Promise.all([
    requireUser(`/t/${slug}`),
    getTranslations("accounts.roles"),
    findReadOnlyReason(ctx),
    findOverdue(ctx),
    findTimezone(ctx),
    findTransferToMe(ctx),
  ]);
  const tenants = (await listUserTenants(user.id)).filter(({ role }) => role !== null);
  const name = tenants.find((tenant) => tenant.slug === slug)?.name ?? slug;
  return (
    <StaffShell
      tenant={{ slug, name }}
      tenants={tenants.map((tenant) => ({ slug: tenant.slug, name: tenant.name }))}
      sections={sectionsOf(ctx.actor)}
      viewer={{
        name: user.name || user.email,
        email: user.email,
        role: roles(ctx.actor.role),
        signOutHref: "/sair",
        profileHref: "/conta",
      }}
      banner={
        (readOnly || overdue || offer || !user.emailVerifiedAt) && (
          <StaffBanners
            slug={slug}
            zone={zone}
            unverified={user.emailVerifiedAt ? null : user.email}
            readOnly={readOnly}
            overdue={overdue}
            offeredBy={offer?.from.name ?? null}
            may={{
              pay: canManageBilling(ctx.actor).ok,
              undoDeletion: canAsStaff(ctx.actor, "tenant.delete").ok,
            }}
          />
        )
      }
    >
      {children}
    </StaffShell>
  );
}
