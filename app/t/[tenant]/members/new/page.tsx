import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { MemberForm } from "@/components/members/member-form";
import { PageHeader } from "@/components/ui/page-header";
import { requireStaff } from "@/lib/accounts/load-context";
import { listFields } from "@/lib/fields/queries/list-fields";
import { canManageMembers } from "@/lib/members/policy";
import { listUsualTags } from "@/lib/tags/queries/list-tags";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("members"))("form.newTitle") };
}

export default async function NewMemberPage({ params }: { params: Promise<{ tenant: string }> }) {
  const { tenant: slug } = await params;
  const ctx = await requireStaff(slug);
  if (!canManageMembers(ctx.actor).ok) notFound();
  const [t, fields, knownTags] = await Promise.all([
    getTranslations("members"),
    listFields(ctx),
    listUsualTags(ctx),
  ]);
  return (
    <>
      <PageHeader title={t("form.newTitle")} description={t("form.newBody")} />
      <MemberForm slug={slug} fields={fields} knownTags={knownTags} />
    </>
  );
}
