import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { FieldList } from "@/components/fields/field-list";
import { NewFieldForm } from "@/components/fields/new-field-form";
import { SectionCard } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { requireStaff } from "@/lib/accounts/load-context";
import { canManageFields } from "@/lib/fields/policy";
import { getFieldUse } from "@/lib/fields/queries/list-fields";

type FieldsPageProps = {
  params: Promise<{ tenant: string }>;
  searchParams: Promise<{ adopt?: string }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("fields"))("title") };
}

export default async function FieldsPage({ params, searchParams }: FieldsPageProps) {
  const [{ tenant: slug }, { adopt }] = await Promise.all([params, searchParams]);
  const ctx = await requireStaff(slug);
  if (!canManageFields(ctx.actor).ok) notFound();
  const [t, { fields, loose }] = await Promise.all([getTranslations("fields"), getFieldUse(ctx)]);
  const adopted = loose.find(({ key }) => key === adopt)?.key ?? null;
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        back={
          <a className="link w-fit" href={`/t/${slug}/settings`}>
            {t("back")}
          </a>
        }
      />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_340px]">
        <div className="grid gap-6">
          <FieldList slug={slug} fields={fields} />
          {loose.length > 0 && (
            <SectionCard id="loose" title={t("looseTitle")} description={t("looseBody")}>
              <ul className="grid gap-3">
                {loose.map(({ key, memberCount }) => (
                  <li key={key} className="flex flex-wrap items-center justify-between gap-3">
                    <span className="grid min-w-0">
                      <span className="break-words">{key}</span>
                      <span className="text-ink2 text-meta">{t("people", { count: memberCount })}</span>
                    </span>
                    <LinkButton
                      size="sm"
                      href={`/t/${slug}/settings/fields?adopt=${encodeURIComponent(key)}#new-field`}
                    >
                      {t("adopt")}
                    </LinkButton>
                  </li>
                ))}
              </ul>
            </SectionCard>
          )}
        </div>
        <NewFieldForm slug={slug} adopted={adopted} />
      </div>
    </>
  );
}
