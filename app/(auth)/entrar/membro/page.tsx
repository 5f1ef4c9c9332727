import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ReturnTo } from "@/components/accounts/return-to";
import { SignInTabs } from "@/components/accounts/sign-in-tabs";
import { AuthShell } from "@/components/layout/auth-shell";
import { ActionForm } from "@/components/ui/form";
import { TextField } from "@/components/ui/form-fields";
import { requestCodeAction } from "@/lib/accounts/actions/sign-in";
import { findCurrentUser } from "@/lib/accounts/load-context";
import { findTenantName } from "@/lib/accounts/queries/find-tenant-name";
import { portalSlug } from "@/lib/accounts/rules";
import { type ReturnQuery, readEmail, readReturnTo } from "../../read-return-to";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("accounts"))("member.title") };
}

export default async function MemberSignInPage({ searchParams }: { searchParams: ReturnQuery }) {
  const returnTo = await readReturnTo(searchParams);
  if (await findCurrentUser()) redirect(returnTo ?? "/inicio");
  const slug = portalSlug(returnTo);
  const [t, tenant] = await Promise.all([getTranslations("accounts"), slug ? findTenantName(slug) : null]);
  return (
    <AuthShell
      title={t("member.title")}
      description={tenant ? t("member.descriptionIn", { tenant }) : t("member.description")}
    >
      <SignInTabs current="member" returnTo={returnTo} />
      <ActionForm action={requestCodeAction.bind(null, "")} submitLabel={t("member.submit")}>
        <ReturnTo path={returnTo} />
        <TextField
          name="email"
          type="email"
          label={t("fields.email")}
          autoComplete="email"
          inputMode="email"
          defaultValue={await readEmail(searchParams)}
        />
      </ActionForm>
    </AuthShell>
  );
}
