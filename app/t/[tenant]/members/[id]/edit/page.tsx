import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { MemberForm } from "@/components/members/member-form";
import { PageHeader } from "@/components/ui/page-header";
import { requireStaff } from "@/lib/accounts/load-context";
import { listFields } from "@/lib/fields/queries/list-fields";
import { canManageMembers } from "@/lib/members/policy";
import { findMember } from "@/lib/members/queries/find-member";
import { listUsualTags } from "@/lib/tags/queries/list-tags";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("members"))("form.editTitle") };
}

export default async function EditMemberPage({
  params,
}: {
  params: Promise<{ tenant: string; id: string }>;
}) {
  const { tenant: slug, id } = await params;
  const ctx = await requireStaff(slug);
  const member = canManageMembers(ctx.actor).ok ? await findMember(ctx, id) : null;
  if (!member) notFound();
  const [t, fields, knownTags] = await Promise.all([
    getTranslations("members"),
    listFields(ctx),
    listUsualTags(ctx),
  ]);
  return (
    <>
      <PageHeader title={t("form.editTitle")} description={member.name} />
      <MemberForm slug={slug} member={member} fields={fields} knownTags={knownTags} />
    </>
  );
}
