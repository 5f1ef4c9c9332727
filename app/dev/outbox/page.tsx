import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { OutboxList } from "@/components/accounts/outbox-list";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { smtpUrl } from "@/lib/platform/env";
import { listOutbox } from "@/lib/platform/mail/outbox";

export const dynamic = "force-dynamic";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("accounts"))("outbox.title"), robots: { index: false } };
}

/** The mails that would have left, while no SMTP server is set; with one this page does not exist. */
export default async function OutboxPage() {
  if (smtpUrl()) notFound();
  const [t, locale, mails] = await Promise.all([
    getTranslations("accounts.outbox"),
    getLocale(),
    listOutbox(),
  ]);
  return (
    <main id="main" className="mx-auto w-full max-w-[760px] px-4 py-8">
      <PageHeader title={t("title")} description={t("description")} />
      {mails.length === 0 ? <EmptyState title={t("empty")} /> : <OutboxList mails={mails} locale={locale} />}
    </main>
  );
}
