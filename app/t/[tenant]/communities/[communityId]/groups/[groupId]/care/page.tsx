import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { RoomCare } from "@/components/conversations/room-care";
import { BackLink } from "@/components/portal/back-link";
import { requireStaff } from "@/lib/accounts/load-context";
import {
  decideReportsAsStaffAction,
  endSilenceAsStaffAction,
  refuseWordsAsStaffAction,
  setSlowModeAsStaffAction,
  silenceMemberAsStaffAction,
} from "@/lib/conversations/care-actions";
import { getRoomRules, listReports, listSilences } from "@/lib/conversations/queries/get-room-care";
import { getGroup } from "@/lib/groups/queries/list-groups";
import { pageOr404 } from "@/lib/platform/http/page-or-404";
import { findTimezone } from "@/lib/tenants/queries/find-timezone";

const MOST_REPORTS = 50;

type CarePageProps = { params: Promise<{ tenant: string; communityId: string; groupId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("conversations.care"))("title") };
}

export default async function CarePage({ params }: CarePageProps) {
  const { tenant: slug, communityId, groupId } = await params;
  const ctx = await requireStaff(slug);
  const group = await pageOr404(getGroup(ctx, groupId));
  if (group.communityId !== communityId) notFound();
  const [t, reports, silences, rules, zone] = await Promise.all([
    getTranslations("conversations.care"),
    pageOr404(listReports(ctx, { groupId, limit: MOST_REPORTS })),
    pageOr404(listSilences(ctx, groupId)),
    pageOr404(getRoomRules(ctx, groupId)),
    findTimezone(ctx),
  ]);
  return (
    <div className="grid max-w-form gap-4">
      <div className="flex items-center gap-2">
        <BackLink href={`/t/${slug}/communities/${communityId}/groups/${groupId}/talk`} label={t("back")} />
        <p className="font-semibold">{t("title")}</p>
      </div>
      <RoomCare
        slug={slug}
        groupId={groupId}
        reports={reports.data}
        silences={silences}
        rules={rules}
        zone={zone}
        actions={{
          decide: decideReportsAsStaffAction.bind(null, slug),
          silence: silenceMemberAsStaffAction.bind(null, slug),
          endSilence: endSilenceAsStaffAction.bind(null, slug),
          refuseWords: refuseWordsAsStaffAction.bind(null, slug),
          slowMode: setSlowModeAsStaffAction.bind(null, slug),
        }}
      />
    </div>
  );
}
