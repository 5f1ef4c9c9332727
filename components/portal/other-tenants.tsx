import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { SectionCard } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";

type OtherTenantsProps = {
  slug: string;
  tenants: readonly { slug: string; name: string; role: string | null; memberId: string | null }[];
};

/** The ways to one's other portals, and to the dashboards one works in (T4). */
export async function OtherTenants({ slug, tenants }: OtherTenantsProps) {
  const t = await getTranslations("portal.me");
  const ways = tenants.flatMap((tenant) => [
    ...(tenant.memberId && tenant.slug !== slug ? [{ href: `/m/${tenant.slug}`, label: tenant.name }] : []),
    ...(tenant.role ? [{ href: `/t/${tenant.slug}`, label: `${tenant.name} · ${t("dashboard")}` }] : []),
  ]);
  if (ways.length === 0) return null;
  return (
    <SectionCard id="tenants" title={t("tenants")}>
      <ul className="-my-2 grid divide-y divide-line">
        {ways.map(({ href, label }) => (
          <li key={href}>
            <Link
              href={href}
              className="flex min-h-11 items-center justify-between gap-3 break-words py-2 text-ink no-underline hover:underline"
            >
              {label}
              <Icon of={ChevronRight} className="shrink-0 text-ink2" />
            </Link>
          </li>
        ))}
      </ul>
    </SectionCard>
  );
}
