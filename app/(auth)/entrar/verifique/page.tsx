import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { OutboxNote } from "@/components/accounts/outbox-note";
import { AuthShell } from "@/components/layout/auth-shell";
import { SECRET_MINUTES } from "@/lib/accounts/rules";
import { smtpUrl } from "@/lib/platform/env";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("accounts"))("sent.title") };
}

export default async function MailSentPage() {
  const t = await getTranslations("accounts.sent");
  return (
    <AuthShell
      title={t("title")}
      description={t("body", { minutes: SECRET_MINUTES.email_link })}
      below={
        <a href="/entrar" className="link">
          {t("again")}
        </a>
      }
    >
      {smtpUrl() ? null : <OutboxNote />}
    </AuthShell>
  );
}
