import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { OrganizationFields } from "@/components/accounts/organization-fields";
import { AuthShell } from "@/components/layout/auth-shell";
import { ActionForm } from "@/components/ui/form";
import { TextField } from "@/components/ui/form-fields";
import { createOrganizationAction, signUpAction } from "@/lib/accounts/actions/sign-up";
import { findCurrentUser } from "@/lib/accounts/load-context";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("accounts"))("signUp.title") };
}

export default async function SignUpPage() {
  const [t, user] = await Promise.all([getTranslations("accounts"), findCurrentUser()]);
  const labels = {
    organization: t("fields.organization"),
    slug: t("fields.slug"),
    slugHint: t("fields.slugHint", { example: "padaria-brisa" }),
  };
  if (user) {
    return (
      <AuthShell title={t("signUp.title")} description={t("signUp.as", { email: user.email })}>
        <ActionForm action={createOrganizationAction.bind(null, "")} submitLabel={t("signUp.submit")}>
          <OrganizationFields labels={labels} />
        </ActionForm>
      </AuthShell>
    );
  }
  return (
    <AuthShell
      title={t("signUp.title")}
      description={t("signUp.description")}
      below={
        <>
          {t("signUp.haveAccount")}{" "}
          <a href="/entrar" className="link">
            {t("signIn.submit")}
          </a>
        </>
      }
    >
      <ActionForm action={signUpAction.bind(null, "")} submitLabel={t("signUp.submit")}>
        <OrganizationFields labels={labels} />
        <TextField name="name" label={t("fields.name")} autoComplete="name" />
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
          hint={t("fields.passwordHint")}
          autoComplete="new-password"
        />
      </ActionForm>
    </AuthShell>
  );
}
