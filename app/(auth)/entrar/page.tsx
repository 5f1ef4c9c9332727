import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ReturnTo } from "@/components/accounts/return-to";
import { SignInTabs } from "@/components/accounts/sign-in-tabs";
import { AuthShell } from "@/components/layout/auth-shell";
import { Alert } from "@/components/ui/alert";
import { ActionForm } from "@/components/ui/form";
import { TextField } from "@/components/ui/form-fields";
import { SubmitButton } from "@/components/ui/submit-button";
import { signInAction } from "@/lib/accounts/actions/sign-in";
import { findCurrentUser } from "@/lib/accounts/load-context";
import { portalSlug } from "@/lib/accounts/rules";
import { type ReturnQuery, readReturnTo } from "../read-return-to";

type Query = ReturnQuery & Promise<{ error?: string }>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("accounts"))("signIn.title") };
}

export default async function SignInPage({ searchParams }: { searchParams: Query }) {
  const returnTo = await readReturnTo(searchParams);
  if (await findCurrentUser()) redirect(returnTo ?? "/inicio");
  if (portalSlug(returnTo)) redirect(`/entrar/membro?callbackUrl=${encodeURIComponent(returnTo ?? "")}`);
  const t = await getTranslations("accounts");
  const { error } = await searchParams;
  return (
    <AuthShell
      title={t("signIn.title")}
      description={t("signIn.description")}
      below={
        <>
          {t("signIn.noAccount")}{" "}
          <a href="/criar-conta" className="link">
            {t("signIn.signUp")}
          </a>
        </>
      }
    >
      <SignInTabs current="staff" returnTo={returnTo} />
      {error && <Alert tone="danger">{t("signIn.wrong")}</Alert>}
      <ActionForm action={signInAction.bind(null, "")}>
        <ReturnTo path={returnTo} />
        <TextField
          name="email"
          type="email"
          label={t("fields.email")}
          autoComplete="username"
          inputMode="email"
        />
        <TextField
          name="password"
          type="password"
          label={t("fields.password")}
          autoComplete="current-password"
        />
        <div className="grid gap-3">
          <SubmitButton name="by" value="password">
            {t("signIn.submit")}
          </SubmitButton>
          <SubmitButton name="by" value="link" variant="secondary">
            {t("signIn.byLink")}
          </SubmitButton>
        </div>
      </ActionForm>
    </AuthShell>
  );
}
