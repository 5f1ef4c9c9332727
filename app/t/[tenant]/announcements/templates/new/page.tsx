import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { TemplatePage } from "@/components/templates/template-page";
import { NO_TEMPLATE } from "@/components/templates/template-start";
import { requireStaff } from "@/lib/accounts/load-context";
import { canUseTemplates } from "@/lib/templates/policy";
import { getTemplateSettings } from "@/lib/templates/queries/get-template-settings";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("announcements.templates"))("new") };
}

export default async function NewTemplatePage({ params }: { params: Promise<{ tenant: string }> }) {
  const { tenant: slug } = await params;
  const ctx = await requireStaff(slug);
  if (!canUseTemplates(ctx.actor).ok) notFound();
  return <TemplatePage slug={slug} start={NO_TEMPLATE} house={await getTemplateSettings(ctx)} />;
}
