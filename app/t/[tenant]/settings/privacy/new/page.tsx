import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PeopleSearch } from "@/components/communities/people-search";
import { EnterRequest } from "@/components/privacy/enter-request";
import { PageHeader } from "@/components/ui/page-header";
import { requireStaff } from "@/lib/accounts/load-context";
import { listMembers } from "@/lib/members/queries/list-members";
import { pageOr404 } from "@/lib/platform/http/page-or-404";
import { canManagePrivacy } from "@/lib/privacy/policy";

type NewRequestPageProps = { params: Promise<{ tenant: string }>; searchParams: Promise<{ q?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("privacy.enter"))("title") };
}

export default async function NewRequestPage({ params, searchParams }: NewRequestPageProps) {
  const [{ tenant: slug }, { q }] = await Promise.all([params, searchParams]);
  const ctx = await requireStaff(slug);
  if (!canManagePrivacy(ctx.actor).ok) notFound();
  const typed = typeof q === "string" ? q : "";
  const [t, centre, found] = await Promise.all([
    getTranslations("privacy.enter"),
    getTranslations("privacy.centre"),
    typed === "" ? null : pageOr404(listMembers(ctx, { q: typed }, { limit: 30, sort: "name" })),
  ]);
  const base = `/t/${slug}/settings/privacy`;
  const people = found?.data.map(({ id, name, identifiers }) => ({
    value: id,
    label: name,
    hint: identifiers.map(({ value }) => value).join(" · "),
  }));
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        back={
          <a className="link w-fit" href={base}>
            {centre("back")}
          </a>
        }
      />
      <div className="grid max-w-form gap-6">
        <PeopleSearch typed={typed} />
        {people?.length === 0 && (
          <p role="status" className="text-ink2">
            {t("nobody")}
          </p>
        )}
        {people && people.length > 0 && <EnterRequest slug={slug} people={people} />}
      </div>
    </>
  );
}
