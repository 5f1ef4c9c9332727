import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { TenantEndCards } from "@/components/tenants/tenant-end-cards";
import { LimitsCard, WorkCard } from "@/components/tenants/working-cards";
import { Card } from "@/components/ui/card";
import { ActionForm } from "@/components/ui/form";
import { SelectField, TextField } from "@/components/ui/form-fields";
import { PageHeader } from "@/components/ui/page-header";
import { updateTenantAction } from "@/lib/accounts/actions/organization";
import { requireStaff } from "@/lib/accounts/load-context";
import { localeNames, locales } from "@/lib/platform/i18n/locales";
import { getTenantEnd } from "@/lib/tenant-life/queries/get-tenant-end";
import { canAsStaff } from "@/lib/tenants/policy";
import { findLimits } from "@/lib/tenants/queries/find-limits";
import { findSettings } from "@/lib/tenants/queries/find-settings";
import { getTenantSettings } from "@/lib/tenants/queries/get-tenant-settings";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("accounts"))("settings.organization") };
}

export default async function OrganizationPage({ params }: { params: Promise<{ tenant: string }> }) {
  const { tenant: slug } = await params;
  const ctx = await requireStaff(slug);
  if (!canAsStaff(ctx.actor, "settings.manage").ok) notFound();
  const [t, tenant, settings, limits, end] = await Promise.all([
    getTranslations("accounts"),
    getTenantSettings(ctx),
    findSettings(ctx),
    findLimits(ctx),
    canAsStaff(ctx.actor, "tenant.delete").ok ? getTenantEnd(ctx) : null,
  ]);
  const zones = [...new Set([tenant.timezone, "UTC", ...Intl.supportedValuesOf("timeZone")])];
  return (
    <>
      <PageHeader title={t("settings.organization")} />
      <div className="grid max-w-form gap-6">
        <Card>
          <ActionForm
            action={updateTenantAction.bind(null, slug)}
            submitLabel={t("settings.save")}
            successMessage={t("settings.saved")}
          >
            <TextField name="name" label={t("fields.organization")} defaultValue={tenant.name} />
            <SelectField
              name="locale"
              label={t("settings.locale")}
              defaultValue={tenant.locale}
              options={locales.map((locale) => ({ value: locale, label: localeNames[locale] }))}
            />
            <SelectField
              name="timezone"
              label={t("settings.timezone")}
              hint={t("settings.timezoneHint")}
              defaultValue={tenant.timezone}
              options={zones.map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }))}
            />
          </ActionForm>
        </Card>
        <WorkCard slug={slug} settings={settings} />
        <LimitsCard slug={slug} limits={limits} />
        {end && <TenantEndCards slug={slug} name={tenant.name} zone={tenant.timezone} end={end} />}
      </div>
    </>
  );
}
