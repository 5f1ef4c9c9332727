import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ApiKeyList } from "@/components/accounts/api-key-list";
import { IssuedKey } from "@/components/accounts/issued-key";
import { SectionCard } from "@/components/ui/card";
import { ActionForm } from "@/components/ui/form";
import { CheckboxGroupField } from "@/components/ui/form-choices";
import { TextField } from "@/components/ui/form-fields";
import { PageHeader } from "@/components/ui/page-header";
import { issueApiKeyAction } from "@/lib/accounts/actions/organization";
import { requireStaff } from "@/lib/accounts/load-context";
import { canManageKeys } from "@/lib/accounts/policy";
import { listApiKeys } from "@/lib/accounts/queries/list-api-keys";
import { SCOPES } from "@/lib/platform/http/scopes";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("accounts"))("keys.title") };
}

export default async function ApiKeysPage({ params }: { params: Promise<{ tenant: string }> }) {
  const { tenant: slug } = await params;
  const ctx = await requireStaff(slug);
  if (!canManageKeys(ctx.actor).ok) notFound();
  const [t, keys] = await Promise.all([getTranslations("accounts.keys"), listApiKeys(ctx)]);
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} />
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <ApiKeyList slug={slug} keys={keys} now={ctx.now} />
        <SectionCard id="create-key" title={t("create")}>
          <ActionForm action={issueApiKeyAction.bind(null, slug)} submitLabel={t("create")} resetOnSuccess>
            <IssuedKey title={t("created")} />
            <TextField name="name" label={t("name")} autoComplete="off" />
            <CheckboxGroupField
              name="scopes[]"
              label={t("scopes")}
              options={[
                { value: "all", label: t("all") },
                ...SCOPES.map((scope) => ({ value: scope, label: scope })),
              ]}
            />
          </ActionForm>
        </SectionCard>
      </div>
    </>
  );
}
