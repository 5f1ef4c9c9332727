import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { RefusalAnswer } from "@/components/consent/refusal-answer";
import { AuthShell } from "@/components/layout/auth-shell";
import { findRefusal } from "@/lib/consent/queries/find-refusal";

export const metadata: Metadata = { referrer: "no-referrer", robots: { index: false } };

/** Saying no from a message: nothing happens by opening it, since mail scanners open every link. */
export default async function UnsubscribePage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const state = await findRefusal(token);
  if (!state) notFound();
  const t = await getTranslations("consent.link");
  const names = { tenant: state.tenantName, channel: state.channel, purpose: state.purpose };
  return (
    <AuthShell
      title={state.isRefused ? t("refusedTitle", names) : t("title", names)}
      description={state.isRefused ? t("refusedDescription") : t("description", names)}
    >
      <RefusalAnswer token={token} isRefused={state.isRefused} />
    </AuthShell>
  );
}
