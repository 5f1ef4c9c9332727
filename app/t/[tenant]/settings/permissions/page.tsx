import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PartyFilter } from "@/components/permissions/party-filter";
import { PermissionTable } from "@/components/permissions/permission-table";
import { PageHeader } from "@/components/ui/page-header";
import { requireStaff } from "@/lib/accounts/load-context";
import { getOwnPermissions } from "@/lib/permissions/queries/get-staff-permissions";
import { PARTIES, tableByTopic } from "@/lib/permissions/rules";
import { permissionsSearch } from "@/lib/permissions/schema";

type PermissionsPageProps = {
  params: Promise<{ tenant: string }>;
  searchParams: Promise<Record<string, string>>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("permissions"))("title") };
}

/** The one table role × action (R1), for the whole team. */
export default async function PermissionsPage({ params, searchParams }: PermissionsPageProps) {
  const [{ tenant: slug }, asked] = await Promise.all([params, searchParams]);
  const { party } = permissionsSearch.parse(asked);
  const ctx = await requireStaff(slug);
  const [t, roles, own] = await Promise.all([
    getTranslations("permissions"),
    getTranslations("accounts.roles"),
    getOwnPermissions(ctx),
  ]);
  const mine = own.permissions.filter(({ grants }) => grants.length > 0).length;
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        back={
          <a className="link w-fit" href={`/t/${slug}/settings`}>
            {t("back")}
          </a>
        }
      />
      <div className="grid gap-6">
        <p className="max-w-prose">
          {t("yours", { role: roles(ctx.actor.role), mine, all: own.permissions.length })}
        </p>
        <PartyFilter base={`/t/${slug}/settings/permissions`} chosen={party} />
        {tableByTopic(party).map(({ topic, rows }) => (
          <PermissionTable
            key={topic}
            topic={topic}
            rows={rows}
            parties={party ? [party] : PARTIES}
            own={own}
          />
        ))}
        <p className="max-w-prose text-ink2 text-meta">{t("legend")}</p>
      </div>
    </>
  );
}
