import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { LoneAlert } from "@/components/memberships/lone-alert";
import { Card } from "@/components/ui/card";
import { Meter } from "@/components/ui/meter";
import type { Community, LonePlace } from "@/lib/communities/types";
import type { Limits } from "@/lib/tenants/limits";
import { exactCount } from "./picture";

const MOST_LONE = 3;

type SideCardsProps = {
  base: string;
  community: Community;
  limits: Limits;
  /** Taken seats over all rooms: seats are not people (L12). */
  seats: number;
  waiting: number;
  suggestions: number;
  lone: readonly LonePlace[];
};

/** How full the house is: rooms, people and seats; and what waits for an answer. */
export async function SideCards({
  base,
  community,
  limits,
  seats,
  waiting,
  suggestions,
  lone,
}: SideCardsProps) {
  const t = await getTranslations("communities.side");
  return (
    <div className="grid content-start gap-3.5 sm:grid-cols-2 lg:grid-cols-1">
      <Card>
        <Meter label={t("groups")} value={community.groupCount} max={limits.communityGroups} />
      </Card>
      <Card className="grid gap-3">
        <Meter label={t("members")} value={exactCount(community.memberCount)} max={limits.communityMembers} />
        <div className="grid gap-0.5 border-line border-t pt-3">
          <p className="font-medium text-meta tabular-nums">{t("seats", { count: seats })}</p>
          <p className="text-caption text-ink2">{t("seatsHint")}</p>
        </div>
        <Link href={`${base}/reach`} className="link text-meta">
          {t("coverage")}
        </Link>
      </Card>
      {waiting > 0 && (
        <Card className="grid gap-1">
          <p className="font-semibold">{t("requests", { count: waiting })}</p>
          <Link href={`${base}/requests`} className="link text-meta">
            {t("seeRequests")}
          </Link>
        </Card>
      )}
      {suggestions > 0 && (
        <Card className="grid gap-1">
          <p className="font-semibold">{t("suggestions", { count: suggestions })}</p>
          <Link href={`${base}/requests`} className="link text-meta">
            {t("seeSuggestions")}
          </Link>
        </Card>
      )}
      {lone.slice(0, MOST_LONE).map(({ groupId, groupName, active, hasSuccessor }) => (
        <LoneAlert
          key={groupId ?? ""}
          name={groupName}
          active={active}
          hasSuccessor={hasSuccessor}
          href={groupId ? `${base}/groups/${groupId}#succession` : `${base}/settings#succession`}
        />
      ))}
      {lone.length > MOST_LONE && (
        <p className="text-ink2 text-meta">{t("moreLone", { count: lone.length - MOST_LONE })}</p>
      )}
    </div>
  );
}
