import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AuthShell } from "@/components/layout/auth-shell";
import { Avatar } from "@/components/ui/avatar";
import { LinkButton } from "@/components/ui/link-button";
import { requireUser } from "@/lib/accounts/load-context";
import { listUserTenants } from "@/lib/accounts/queries/list-user-tenants";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("accounts"))("choose.title") };
}

/** After signing in: straight to the one place, or a choice (T4). */
export default async function ChoosePlacePage() {
  const user = await requireUser("/inicio");
  const [t, tenants] = await Promise.all([getTranslations("accounts"), listUserTenants(user.id)]);
  const places = tenants.map(({ slug, name, role }) => ({
    href: role ? `/t/${slug}` : `/m/${slug}`,
    name,
    as: role ? t(`roles.${role}`) : t("choose.memberOf"),
  }));
  const [only] = places;
  if (only && places.length === 1) redirect(only.href);
  if (!only) {
    return (
      <AuthShell title={t("choose.none")} description={t("choose.noneBody")}>
        <LinkButton href="/criar-conta" variant="primary">
          {t("choose.create")}
        </LinkButton>
      </AuthShell>
    );
  }
  return (
    <AuthShell title={t("choose.title")} description={t("choose.description")}>
      <ul className="grid gap-2">
        {places.map((place) => (
          <li key={place.href}>
            <Link
              href={place.href}
              className="flex min-h-14 items-center gap-3 rounded-control border border-line px-3 py-2 hover:border-line-strong"
            >
              <Avatar name={place.name} square />
              <span className="grid min-w-0">
                <span className="truncate font-semibold">{place.name}</span>
                <span className="text-caption text-ink2">{place.as}</span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </AuthShell>
  );
}
