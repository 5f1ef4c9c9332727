import { Upload, UserPlus } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { MemberBrowser } from "@/components/members/member-browser";
import { Icon } from "@/components/ui/icon";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { requireStaff } from "@/lib/accounts/load-context";
import { lineOf } from "@/lib/members/line-rules";
import { listQueryOf } from "@/lib/members/list-rules";
import { canManageMembers, canViewMembers } from "@/lib/members/policy";
import { listPlaces } from "@/lib/members/queries/list-places";
import { pageOr404 } from "@/lib/platform/http/page-or-404";
import { canUseSegments } from "@/lib/segments/policy";
import { listFilteredMembers } from "@/lib/segments/queries/list-filtered-members";
import { listSegments } from "@/lib/segments/queries/list-segments";
import { listUsualTags } from "@/lib/tags/queries/list-tags";

const PAGE_SIZE = 50;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("members"))("title") };
}

type MembersPageProps = {
  params: Promise<{ tenant: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function MembersPage({ params, searchParams }: MembersPageProps) {
  const [{ tenant: slug }, raw] = await Promise.all([params, searchParams]);
  const ctx = await requireStaff(slug);
  if (!canViewMembers(ctx.actor).ok) notFound();
  const query = listQueryOf(raw);
  const cursor = typeof raw.cursor === "string" ? raw.cursor : undefined;
  const usesSegments = canUseSegments(ctx.actor).ok;
  const manages = canManageMembers(ctx.actor).ok;
  const [t, bans, st, acts, places, segments, tags, page] = await Promise.all([
    getTranslations("members"),
    getTranslations("bans"),
    getTranslations("segments"),
    getTranslations("bulkActs"),
    listPlaces(ctx),
    usesSegments ? listSegments(ctx, { limit: 200 }) : null,
    manages ? listUsualTags(ctx) : [],
    pageOr404(listFilteredMembers(ctx, query, { limit: PAGE_SIZE, cursor, sort: "name" })),
  ]);
  const here = `/t/${slug}/members`;
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t(manages ? "description" : "descriptionMasked")}
        actions={
          <>
            {usesSegments && (
              <LinkButton href={`${here}/segments`} variant="quiet">
                {st("title")}
              </LinkButton>
            )}
            {manages && (
              <>
                <LinkButton href={`${here}/duplicates`} variant="quiet">
                  {t("duplicates.link")}
                </LinkButton>
                <LinkButton href={`${here}/acts`} variant="quiet">
                  {acts("list")}
                </LinkButton>
                <LinkButton href={`${here}/bans`} variant="quiet">
                  {bans("title")}
                </LinkButton>
                <LinkButton href={`${here}/import`} icon={<Icon of={Upload} size={16} />}>
                  {t("import")}
                </LinkButton>
                <LinkButton href={`${here}/new`} variant="primary" icon={<Icon of={UserPlus} size={16} />}>
                  {t("add")}
                </LinkButton>
              </>
            )}
          </>
        }
      />
      <MemberBrowser
        slug={slug}
        places={places}
        segments={(segments?.data ?? []).map(({ id, name }) => ({ id, name }))}
        query={query}
        first={{ lines: page.data.map(lineOf), nextCursor: page.nextCursor }}
        isFirstPage={cursor === undefined}
        manages={manages}
        tags={tags}
      />
    </>
  );
}
