import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PeopleSearch } from "@/components/communities/people-search";
import { evidenceSentences } from "@/components/merges/evidence-words";
import { type MergeChoice, MergeForm } from "@/components/merges/merge-form";
import { PageHeader } from "@/components/ui/page-header";
import { requireStaff } from "@/lib/accounts/load-context";
import { canManageMembers } from "@/lib/members/policy";
import { findMember } from "@/lib/members/queries/find-member";
import { listMembers, viewMembers } from "@/lib/members/queries/list-members";
import type { ListedMember } from "@/lib/members/types";
import { listSuspects } from "@/lib/merges/queries/list-suspicions";
import { UNDO_DAYS } from "@/lib/merges/rules";
import type { TenantContext } from "@/lib/platform/context";
import { pageOr404 } from "@/lib/platform/http/page-or-404";

type MergePageProps = {
  params: Promise<{ tenant: string; id: string }>;
  searchParams: Promise<{ q?: string; with?: string }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("members.merge"))("title") };
}

export default async function MergePage({ params, searchParams }: MergePageProps) {
  const [{ tenant: slug, id }, { q, with: other }] = await Promise.all([params, searchParams]);
  const ctx = await requireStaff(slug);
  if (!canManageMembers(ctx.actor).ok) notFound();
  const member = await findMember(ctx, id);
  if (!member) notFound();
  const typed = typeof q === "string" ? q : "";
  const t = await getTranslations("members.merge");
  const people = await pageOr404(typed ? findPeople(ctx, id, typed) : suspectsOf(ctx, id, other));
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
            {t(typed ? "none" : "start")}
          </p>
        ) : (
          <MergeForm
            slug={slug}
            back={back}
            intoId={id}
            people={people}
            chosen={other}
            undoDays={UNDO_DAYS}
          />
        )}
      </div>
    </>
  );
}

async function findPeople(ctx: TenantContext, id: string, q: string) {
  const { data } = await listMembers(ctx, { q }, { limit: 30, sort: "name" });
  return data.filter((person) => person.id !== id).map((person) => choiceOf(person));
}

/** Before anything is searched: who may be the same person, and whom the way here named. */
async function suspectsOf(ctx: TenantContext, id: string, other: string | undefined) {
  const suspects = await listSuspects(ctx, id);
  const choices = await Promise.all(
    suspects.map(async ({ person, evidence }) => choiceOf(person, await evidenceSentences(evidence))),
  );
  const named = other && other !== id && !choices.some((choice) => choice.id === other);
  const person = named ? (await viewMembers(ctx, [other])).get(other) : undefined;
  return person ? [choiceOf(person), ...choices] : choices;
}

function choiceOf({ id, name, identifiers }: ListedMember, why: readonly string[] = []): MergeChoice {
  return { id, name, hint: [...identifiers.map(({ value }) => value), ...why].join(" · ") };
}
