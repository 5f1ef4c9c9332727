import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { VerifyBanner } from "@/components/accounts/verify-banner";
import { StaffShell } from "@/components/layout/staff-shell";
import { requireStaff, requireUser } from "@/lib/accounts/load-context";
import { listUserTenants } from "@/lib/accounts/queries/list-user-tenants";
import { sectionsOf } from "@/lib/tenants/section-rules";

type StaffLayoutProps = { params: Promise<{ tenant: string }>; children: ReactNode };

/** The frame of the dashboard. Each page checks the actor by itself: a layout is not rendered again on every click. */
export default async function StaffLayout({ params, children }: StaffLayoutProps) {
  const { tenant: slug } = await params;
  const ctx = await requireStaff(slug);
  const [user, roles] = await Promise.all([requireUser(`/t/${slug}`), getTranslations("accounts.roles")]);
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
      banner={user.emailVerifiedAt ? undefined : <VerifyBanner email={user.email} />}
    >
      {children}
    </StaffShell>
  );
}
