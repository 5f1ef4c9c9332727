import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PublicFeedbackForm } from "@/components/feedback-forms/public-form";
import { AuthShell } from "@/components/layout/auth-shell";
import { LinkButton } from "@/components/ui/link-button";
import { loadVisitor } from "@/lib/accounts/load-context";
import { findForm, formContext } from "@/lib/feedback-forms/queries/find-form";

type FormPageProps = { params: Promise<{ form: string }>; searchParams: Promise<{ sent?: string }> };

async function load(token: string) {
  const ctx = formContext(token, await loadVisitor(token));
  return (ctx && (await findForm(ctx, token))) ?? notFound();
}

export async function generateMetadata({ params }: FormPageProps): Promise<Metadata> {
  const form = await load((await params).form);
  return { title: form.name, robots: { index: false }, referrer: "no-referrer" };
}

/** A public form (F1): anybody who has the address may write; opening it counts nothing. */
export default async function PublicFormPage({ params, searchParams }: FormPageProps) {
  const [{ form: token }, { sent }] = await Promise.all([params, searchParams]);
  const form = await load(token);
  const t = await getTranslations("feedbackForms.page");
  const whose = [form.communityName, form.tenantName].filter(Boolean).join(" · ");
  if (sent)
    return (
      <AuthShell title={t("thanks")} description={t("thanksBody", { tenant: form.tenantName })}>
        <LinkButton href={`/f/${token}`}>{t("again")}</LinkButton>
      </AuthShell>
    );
  return (
    <AuthShell title={form.name} description={whose}>
      <PublicFeedbackForm token={token} form={form} />
    </AuthShell>
  );
}
