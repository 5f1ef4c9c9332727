import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AuthShell } from "@/components/layout/auth-shell";
import { ActionForm } from "@/components/ui/form";
import { readContactToken } from "@/lib/feedback/contact-token";
import { forgetContactByLinkAction } from "@/lib/feedback-forms/actions";

export const metadata: Metadata = { referrer: "no-referrer", robots: { index: false } };

type ContactPageProps = { params: Promise<{ token: string }>; searchParams: Promise<{ done?: string }> };

/** Taking back the address that one left with a public form: nothing happens by opening it, since mail scanners open every link. */
export default async function ForgetContactPage({ params, searchParams }: ContactPageProps) {
  const [{ token }, { done }] = await Promise.all([params, searchParams]);
  if (!readContactToken(token)) notFound();
  const t = await getTranslations("feedbackForms.contact");
  return (
    <AuthShell title={t(done ? "forgotten" : "title")} description={t(done ? "forgottenBody" : "body")}>
      {!done && <ActionForm action={forgetContactByLinkAction.bind(null, token)} submitLabel={t("forget")} />}
    </AuthShell>
  );
}
