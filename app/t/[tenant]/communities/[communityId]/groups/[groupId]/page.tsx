import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { HistoryLink } from "@/components/audit-log/history-link";
import { PeopleSection } from "@/components/communities/people-section";
import { staffActions } from "@/components/communities/staff-actions";
import { TalkLink } from "@/components/conversations/talk-link";
import { GroupHead } from "@/components/groups/group-head";
import { GroupSettings } from "@/components/groups/group-settings";
import { SuccessionSection } from "@/components/memberships/succession-section";
import { Alert } from "@/components/ui/alert";
import { requireStaff } from "@/lib/accounts/load-context";
import { countWhatGoes } from "@/lib/communities/queries/count-what-goes";
import { canReadMessages } from "@/lib/conversations/policy";
import { canEditGroup, canManageGroupMembers } from "@/lib/groups/policy";
import { findGroupStanding } from "@/lib/groups/queries/find-group-standing";
import { getGroup } from "@/lib/groups/queries/list-groups";
import { countWaiting } from "@/lib/groups/queries/list-waiting";
import { nameSuccessorAction } from "@/lib/memberships/actions";
import { getCare } from "@/lib/memberships/queries/get-care";
import { listGroupMembers } from "@/lib/memberships/queries/list-memberships";
import { pageOr404 } from "@/lib/platform/http/page-or-404";
import { findLimits } from "@/lib/tenants/queries/find-limits";
import { findTimezone } from "@/lib/tenants/queries/find-timezone";

type GroupPageProps = {
  params: Promise<{ tenant: string; communityId: string; groupId: string }>;
  searchParams: Promise<{
    cursor?: string;
    role?: string;
    moved?: string;
    split?: string;
    q?: string | string[];
  }>;
};

export async function generateMetadata({ params }: GroupPageProps): Promise<Metadata> {
  const { tenant, groupId } = await params;
  return { title: (await pageOr404(getGroup(await requireStaff(tenant), groupId))).name };
}

export default async function GroupPage({ params, searchParams }: GroupPageProps) {
  const [{ tenant: slug, communityId, groupId }, { cursor, role, moved, split, q }] = await Promise.all([
    params,
    searchParams,
  ]);
  const ctx = await requireStaff(slug);
  const onlyAdmins = role === "admin";
  const [t, group, standing, limits, zone] = await Promise.all([
    getTranslations("groups"),
    pageOr404(getGroup(ctx, groupId)),
    pageOr404(findGroupStanding(ctx, groupId)),
    findLimits(ctx),
    findTimezone(ctx),
  ]);
  if (group.communityId !== communityId) notFound();
  const [page, waiting] = await pageOr404(
    Promise.all([
      listGroupMembers(ctx, groupId, { limit: 50, cursor, ...(onlyAdmins && { role: "admin" }) }),
      countWaiting(ctx, groupId),
    ]),
  );
  const here = `/t/${slug}/communities/${communityId}/groups/${groupId}`;
  const mayManage = canManageGroupMembers(ctx.actor, standing).ok;
  const care =
    mayManage && group.archivedAt === null
      ? await getCare(ctx, { communityId, groupId }, typeof q === "string" ? q : "")
      : null;
  return (
    <div className="grid gap-8">
      {moved && <Alert tone="success">{t("move.done")}</Alert>}
      {split && <Alert tone="success">{t("split.done")}</Alert>}
      <GroupHead group={group} here={here} waiting={waiting} />
      <TalkLink
        href={`${here}/talk`}
        decision={canReadMessages(ctx.actor, { ...standing, memberId: ctx.actor.memberId })}
      />
      <PeopleSection
        title={t("members")}
        here={here}
        place={{ communityId, groupId }}
        page={page}
        zone={zone}
        addHref={mayManage ? `${here}/add` : undefined}
        actions={mayManage ? staffActions(slug) : null}
        onlyAdmins={onlyAdmins}
        isFirstPage={cursor === undefined}
      />
      {care && (
        <SuccessionSection
          place={{ communityId, groupId }}
          care={care}
          action={nameSuccessorAction.bind(null, slug)}
        />
      )}
      {canEditGroup(ctx.actor, standing).ok && (
        <GroupSettings
          slug={slug}
          here={here}
          group={group}
          limits={limits}
          goes={await countWhatGoes(ctx, { communityId, groupId })}
        />
      )}
      <div className="empty:hidden">
        <HistoryLink slug={slug} actor={ctx.actor} subjectId={groupId} />
      </div>
    </div>
  );
}
