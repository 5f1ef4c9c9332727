import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CentreHead } from "@/components/privacy/centre-tabs";
import { KeptTable } from "@/components/privacy/kept-table";
import { requireStaff } from "@/lib/accounts/load-context";
import { canManagePrivacy } from "@/lib/privacy/policy";

type RetentionPageProps = { params: Promise<{ tenant: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("privacy.centre"))("retention") };
}

export default async function RetentionPage({ params }: RetentionPageProps) {
  const { tenant: slug } = await params;
  const ctx = await requireStaff(slug);
  if (!canManagePrivacy(ctx.actor).ok) notFound();
  const t = await getTranslations("privacy.kept");
  return (
    <>
      <CentreHead slug={slug} current="retention" />
      <p className="mb-4 max-w-prose text-ink2">{t("description")}</p>
      <KeptTable />
    </>
  );
}
