import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { TemplatePage } from "@/components/templates/template-page";
import { templateStartOf } from "@/components/templates/template-start";
import { requireStaff } from "@/lib/accounts/load-context";
import { pageOr404 } from "@/lib/platform/http/page-or-404";
import { canChangeTemplate } from "@/lib/templates/policy";
import { getTemplateSettings } from "@/lib/templates/queries/get-template-settings";
import { getTemplate } from "@/lib/templates/queries/list-templates";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("announcements.templates"))("editTitle") };
}

type PageProps = { params: Promise<{ tenant: string; id: string }> };

export default async function EditTemplatePage({ params }: PageProps) {
  const { tenant: slug, id } = await params;
  const ctx = await requireStaff(slug);
  const template = await pageOr404(getTemplate(ctx, id));
  if (!canChangeTemplate(ctx.actor, template).ok) notFound();
  return (
    <TemplatePage slug={slug} start={templateStartOf(template)} house={await getTemplateSettings(ctx)} />
  );
}
