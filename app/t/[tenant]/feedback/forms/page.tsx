import { ArrowLeft } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { FormCard } from "@/components/feedback-forms/form-card";
import { SectionCard } from "@/components/ui/card";
import { ActionForm } from "@/components/ui/form";
import { SelectField, TextField } from "@/components/ui/form-fields";
import { Icon } from "@/components/ui/icon";
import { PageHeader } from "@/components/ui/page-header";
import { requireStaff } from "@/lib/accounts/load-context";
import { listFeedbackCommunities } from "@/lib/feedback/queries/list-feedback-communities";
import { createFeedbackFormAction } from "@/lib/feedback-forms/actions";
import { listForms } from "@/lib/feedback-forms/queries/list-forms";
import { pageOr404 } from "@/lib/platform/http/page-or-404";
import { communitiesInReach } from "@/lib/tenants/policy";
import { findTenant } from "@/lib/tenants/queries/find-tenant";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("feedbackForms"))("title") };
}

export default async function FeedbackFormsPage({ params }: { params: Promise<{ tenant: string }> }) {
  const { tenant: slug } = await params;
  const ctx = await requireStaff(slug);
  const [t, tenant, communities, forms] = await Promise.all([
    getTranslations("feedbackForms"),
    findTenant(ctx),
    listFeedbackCommunities(ctx),
    pageOr404(listForms(ctx)),
  ]);
  const isEverywhere = communitiesInReach(ctx.actor, "feedback.answer") === null;
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        back={
          <Link
            href={`/t/${slug}/feedback`}
            className="link inline-flex w-fit items-center gap-1.5 text-control"
          >
            <Icon of={ArrowLeft} size={16} />
            {t("back")}
          </Link>
        }
      />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_320px]">
        <div className="grid gap-4">
          {forms.length === 0 && <p className="text-ink2">{t("empty")}</p>}
          {forms.map((form) => (
            <FormCard key={form.id} slug={slug} form={form} zone={tenant.timezone} />
          ))}
        </div>
        {(isEverywhere || communities.length > 0) && (
          <SectionCard id="new-form" title={t("create")} className="max-lg:order-first">
            <ActionForm
              action={createFeedbackFormAction.bind(null, slug)}
              submitLabel={t("createSubmit")}
              successMessage={t("created")}
              resetOnSuccess
            >
              <TextField name="name" label={t("name")} hint={t("nameHint")} required />
              <SelectField
                name="communityId"
                label={t("community")}
                {...(isEverywhere
                  ? { placeholder: t("wholeOrganization"), defaultValue: "" }
                  : { defaultValue: communities[0]?.id ?? "" })}
                options={communities.map(({ id, name }) => ({ value: id, label: name }))}
              />
            </ActionForm>
          </SectionCard>
        )}
      </div>
    </>
  );
}
