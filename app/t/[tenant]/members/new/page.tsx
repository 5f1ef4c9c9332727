import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { MemberForm } from "@/components/members/member-form";
import { PageHeader } from "@/components/ui/page-header";
import { requireStaff } from "@/lib/accounts/load-context";
import { canManageMembers } from "@/lib/members/policy";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("members"))("form.newTitle") };
}

export default async function NewMemberPage({ params }: { params: Promise<{ tenant: string }> }) {
  const { tenant: slug } = await params;
  const ctx = await requireStaff(slug);
  if (!canManageMembers(ctx.actor).ok) notFound();
  const t = await getTranslations("members");
  return (
    <>
      <PageHeader title={t("form.newTitle")} description={t("form.newBody")} />
      <MemberForm slug={slug} />
    </>
  );
}
