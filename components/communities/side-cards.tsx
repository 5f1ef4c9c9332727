import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Alert } from "@/components/ui/alert";
import { Card } from "@/components/ui/card";
import { Meter } from "@/components/ui/meter";
import type { Community } from "@/lib/communities/types";
import type { Limits } from "@/lib/tenants/limits";
import { exactCount } from "./picture";

type SideCardsProps = {
  base: string;
  community: Community;
  limits: Limits;
  /** Taken seats over all rooms: seats are not people (L12). */
  seats: number;
  waiting: number;
  suggestions: number;
  hasOneAdmin: boolean;
};

/** How full the house is: rooms, people and seats; and what waits for an answer. */
export async function SideCards({
  base,
  community,
  limits,
  seats,
  waiting,
  suggestions,
  hasOneAdmin,
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
      {hasOneAdmin && (
        <Alert tone="warning">
          {t("oneAdmin")}{" "}
          <Link href={`${base}/members`} className="link">
            {t("nameAdmin")}
          </Link>
        </Alert>
      )}
    </div>
  );
}
