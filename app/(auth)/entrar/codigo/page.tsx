import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { OutboxNote } from "@/components/accounts/outbox-note";
import { ReturnTo } from "@/components/accounts/return-to";
import { AuthShell } from "@/components/layout/auth-shell";
import { ActionForm } from "@/components/ui/form";
import { TextField } from "@/components/ui/form-fields";
import { signInByCodeAction } from "@/lib/accounts/actions/sign-in";
import { CODE_ATTEMPTS, SECRET_MINUTES } from "@/lib/accounts/rules";
import { smtpUrl } from "@/lib/platform/env";
import { type ReturnQuery, readReturnTo } from "../../read-return-to";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("accounts"))("code.title") };
}

export default async function CodePage({ searchParams }: { searchParams: ReturnQuery }) {
  const returnTo = await readReturnTo(searchParams);
  const t = await getTranslations("accounts");
  const again = `/entrar/membro${returnTo ? `?callbackUrl=${encodeURIComponent(returnTo)}` : ""}`;
  return (
    <AuthShell
      title={t("code.title")}
      description={t("code.description", { minutes: SECRET_MINUTES.member_code, attempts: CODE_ATTEMPTS })}
      below={
        <a href={again} className="link">
          {t("code.again")}
        </a>
      }
    >
      <ActionForm action={signInByCodeAction.bind(null, "")} submitLabel={t("code.submit")}>
        <ReturnTo path={returnTo} />
        <TextField
          name="code"
          label={t("fields.code")}
          autoComplete="one-time-code"
          inputMode="numeric"
          className="[&_input]:text-center [&_input]:text-h2 [&_input]:tracking-[0.3em]"
        />
      </ActionForm>
      {!smtpUrl() && <OutboxNote />}
    </AuthShell>
  );
}
