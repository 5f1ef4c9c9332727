import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RoomCare } from "@/components/conversations/room-care";
import { PortalShell } from "@/components/layout/portal-shell";
import { BackLink } from "@/components/portal/back-link";
import {
  decideReportsAction,
  endSilenceAction,
  refuseWordsAction,
  setSlowModeAction,
  silenceMemberAction,
} from "@/lib/conversations/care-actions";
import { getRoomRules, listReports, listSilences } from "@/lib/conversations/queries/get-room-care";
import { getOwnGroup } from "@/lib/groups/queries/get-own-group";
import { loadPortal } from "../../../load-portal";
import { orNotFound } from "../../../or-not-found";

const MOST_REPORTS = 50;

type CarePageProps = { params: Promise<{ tenant: string; id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("conversations.care"))("title") };
}

export default async function CarePage({ params }: CarePageProps) {
  const { tenant: slug, id } = await params;
  const { ctx, tenant, badges } = await loadPortal(slug);
  const room = await getOwnGroup(ctx, id).catch(orNotFound);
  const [t, reports, silences, rules] = await Promise.all([
    getTranslations("conversations.care"),
    listReports(ctx, { groupId: id, limit: MOST_REPORTS }).catch(orNotFound),
    listSilences(ctx, id).catch(orNotFound),
    getRoomRules(ctx, id).catch(orNotFound),
  ]);
  return (
    <PortalShell
      tenant={tenant}
      title={t("title")}
      subtitle={room.name}
      lead={<BackLink href={`/m/${slug}/groups/${id}`} label={t("back")} />}
      badges={badges}
    >
      <RoomCare
        slug={slug}
        groupId={id}
        reports={reports.data}
        silences={silences}
        rules={rules}
        zone={tenant.timezone}
        actions={{
          decide: decideReportsAction.bind(null, slug),
          silence: silenceMemberAction.bind(null, slug),
          endSilence: endSilenceAction.bind(null, slug),
          refuseWords: refuseWordsAction.bind(null, slug),
          slowMode: setSlowModeAction.bind(null, slug),
        }}
      />
    </PortalShell>
  );
}
