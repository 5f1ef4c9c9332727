import {
  Building2,
  Crown,
  KeyRound,
  ListChecks,
  MessageCircle,
  ScrollText,
  ShieldCheck,
  TextCursorInput,
  UserRound,
  Users,
} from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Icon } from "@/components/ui/icon";
import { PageHeader } from "@/components/ui/page-header";
import { requireStaff } from "@/lib/accounts/load-context";
import { canInviteStaff, canManageKeys } from "@/lib/accounts/policy";
import { canViewAudit } from "@/lib/audit-log/policy";
import { canManageFields } from "@/lib/fields/policy";
import { canReadPermissions } from "@/lib/permissions/policy";
import { canManagePrivacy } from "@/lib/privacy/policy";
import { canAsStaff } from "@/lib/tenants/policy";
import { canManageWhatsapp } from "@/lib/whatsapp/policy";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("accounts"))("settings.title") };
}

export default async function SettingsPage({ params }: { params: Promise<{ tenant: string }> }) {
  const { tenant: slug } = await params;
  const ctx = await requireStaff(slug);
  const [t, audit, privacy, fields, ownership, permissions, whatsapp] = await Promise.all([
    getTranslations("accounts"),
    getTranslations("audit"),
    getTranslations("privacy.centre"),
    getTranslations("fields"),
    getTranslations("tenantLife.ownership"),
    getTranslations("permissions"),
    getTranslations("whatsapp"),
  ]);
  const base = `/t/${slug}/settings`;
  const places = [
    {
      shown: canAsStaff(ctx.actor, "settings.manage").ok,
      href: `${base}/organization`,
      icon: Building2,
      title: t("settings.organization"),
      body: t("settings.organizationBody"),
    },
    {
      shown: canManageFields(ctx.actor).ok,
      href: `${base}/fields`,
      icon: TextCursorInput,
      title: fields("title"),
      body: fields("settingsBody"),
    },
    {
      shown: canInviteStaff(ctx.actor).ok,
      href: `${base}/team`,
      icon: Users,
      title: t("team.title"),
      body: t("settings.teamBody"),
    },
    {
      shown: canReadPermissions(ctx.actor).ok,
      href: `${base}/permissions`,
      icon: ListChecks,
      title: permissions("title"),
      body: permissions("settingsBody"),
    },
    {
      shown: canAsStaff(ctx.actor, "tenant.transfer").ok,
      href: `${base}/ownership`,
      icon: Crown,
      title: ownership("title"),
      body: ownership("settingsBody"),
    },
    {
      shown: canManageWhatsapp(ctx.actor).ok,
      href: `${base}/whatsapp`,
      icon: MessageCircle,
      title: whatsapp("title"),
      body: whatsapp("settingsBody"),
    },
    {
      shown: canManageKeys(ctx.actor).ok,
      href: `${base}/keys`,
      icon: KeyRound,
      title: t("keys.title"),
      body: t("settings.keysBody"),
    },
    {
      shown: canManagePrivacy(ctx.actor).ok,
      href: `${base}/privacy`,
      icon: ShieldCheck,
      title: privacy("title"),
      body: privacy("settingsBody"),
    },
    {
      shown: canViewAudit(ctx.actor).ok,
      href: `${base}/audit`,
      icon: ScrollText,
      title: audit("title"),
      body: audit("settingsBody"),
    },
    {
      shown: true,
      href: "/conta",
      icon: UserRound,
      title: t("profile.title"),
      body: t("settings.profileBody"),
    },
  ].filter(({ shown }) => shown);
  return (
    <>
      <PageHeader title={t("settings.title")} description={t("settings.description")} />
      <ul className="grid gap-3 sm:grid-cols-2">
        {places.map(({ href, icon, title, body }) => (
          <li key={href}>
            <Link
              href={href}
              className="flex h-full items-start gap-3 rounded-card border border-line bg-surface p-4 hover:border-line-strong"
            >
              <Icon of={icon} className="mt-0.5 shrink-0 text-porta" />
              <span className="grid gap-0.5">
                <span className="font-semibold">{title}</span>
                <span className="text-ink2 text-meta">{body}</span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
