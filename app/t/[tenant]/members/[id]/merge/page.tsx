import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PeopleSearch } from "@/components/communities/people-search";
import { MergeForm } from "@/components/merges/merge-form";
import { PageHeader } from "@/components/ui/page-header";
import { requireStaff } from "@/lib/accounts/load-context";
import { canManageMembers } from "@/lib/members/policy";
import { findMember } from "@/lib/members/queries/find-member";
import { listMembers } from "@/lib/members/queries/list-members";
import { UNDO_DAYS } from "@/lib/merges/rules";
import { pageOr404 } from "@/lib/platform/http/page-or-404";

type MergePageProps = {
  params: Promise<{ tenant: string; id: string }>;
  searchParams: Promise<{ q?: string }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("members.merge"))("title") };
}

export default async function MergePage({ params, searchParams }: MergePageProps) {
  const [{ tenant: slug, id }, { q }] = await Promise.all([params, searchParams]);
  const ctx = await requireStaff(slug);
  if (!canManageMembers(ctx.actor).ok) notFound();
  const member = await findMember(ctx, id);
  if (!member) notFound();
  const typed = typeof q === "string" ? q : member.name;
  const [t, found] = await Promise.all([
    getTranslations("members.merge"),
    pageOr404(listMembers(ctx, { q: typed }, { limit: 30, sort: "name" })),
  ]);
  const people = found.data
    .filter((person) => person.id !== id)
    .map((person) => ({
      id: person.id,
      name: person.name,
      hint: person.identifiers.map(({ value }) => value).join(" · "),
    }));
  const back = `/t/${slug}/members/${id}`;
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("body", { name: member.name })}
        back={
          <a className="link w-fit" href={back}>
            {member.name}
          </a>
        }
      />
      <div className="grid max-w-form gap-6">
        <PeopleSearch typed={typed} />
        {people.length === 0 ? (
          <p role="status" className="text-ink2">
            {t("none")}
          </p>
        ) : (
          <MergeForm slug={slug} back={back} intoId={id} people={people} undoDays={UNDO_DAYS} />
        )}
      </div>
    </>
  );
}
