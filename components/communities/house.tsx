import { Plus } from "lucide-react";
import Link from "next/link";
import { getFormatter, getTranslations } from "next-intl/server";
import { Icon } from "@/components/ui/icon";
import type { Community } from "@/lib/communities/types";
import type { Group } from "@/lib/groups/types";
import type { Limits } from "@/lib/tenants/limits";
import { HouseRoom } from "./house-room";
import { exactCount } from "./picture";

type HouseProps = {
  slug: string;
  community: Community;
  groups: readonly Group[];
  limits: Limits;
  mayCreate: boolean;
};

/** The community as a house: the roof, the hall of announcements, and rooms that fill from the floor. */
export async function House({ slug, community, groups, limits, mayCreate }: HouseProps) {
  const t = await getTranslations("communities.house");
  const here = `/t/${slug}/communities/${community.id}`;
  const free = limits.communityGroups - community.groupCount;
  return (
    <div>
      <svg
        aria-hidden="true"
        viewBox="0 0 680 54"
        preserveAspectRatio="none"
        className="block h-11 w-full fill-telha sm:h-13"
      >
        <path d="M340 0 680 54H0Z" />
      </svg>
      <div className="grid gap-2.5 rounded-b-sheet border-2 border-telha border-t-0 bg-surface p-3 sm:p-3.5">
        <Hall community={community} limits={limits} />
        <ul className="grid grid-cols-2 gap-2.5 lg:grid-cols-4">
          {groups.map((group, index) => (
            <HouseRoom key={group.id} href={`${here}/groups/${group.id}`} group={group} order={index} />
          ))}
          {mayCreate && free > 0 && (
            <li className="grid">
              <Link
                href={`${here}/groups/new`}
                className="grid min-h-28 place-items-center rounded-card border border-line-strong border-dashed p-3 text-center text-ink2 no-underline transition-colors duration-120 hover:bg-sunken hover:text-ink"
              >
                <span className="flex items-center gap-1.5 font-semibold">
                  <Icon of={Plus} size={16} />
                  {t("createGroup")}
                </span>
              </Link>
            </li>
          )}
          {free > 1 && groups.length > 0 && (
            <li className="grid min-h-28 place-items-center rounded-card border border-line border-dashed p-3 text-center text-ink2 text-meta">
              {t("more", { count: mayCreate ? free - 1 : free })}
            </li>
          )}
        </ul>
        {groups.length === 0 && <p className="text-ink2 text-meta">{t("emptyHall")}</p>}
        {free <= 0 && (
          <p className="text-ink2 text-meta">{t("limitReached", { max: limits.communityGroups })}</p>
        )}
      </div>
    </div>
  );
}

async function Hall({ community, limits }: { community: Community; limits: Limits }) {
  const [t, format] = await Promise.all([getTranslations("communities.house"), getFormatter()]);
  const lanes = community.lanes;
  const last = lanes.at(-1);
  return (
    <section
      aria-labelledby="hall"
      className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 rounded-card bg-telha-soft px-4 py-3"
    >
      <div>
        <h3 id="hall" className="font-semibold font-sans text-body text-telha-ink">
          {t("hall")}
        </h3>
        <p className="text-ink2 text-meta">{t("hallBody")}</p>
      </div>
      <p className="text-meta tabular-nums">
        <span className="font-semibold">{t("people", { count: exactCount(community.memberCount) })}</span>
        {" · "}
        {t("spaces", { count: lanes.length })}
        {last && lanes.length > 1 && (
          <span className="block text-ink2">
            {t("lastLane", {
              value: format.number(last.memberCount),
              max: format.number(limits.laneMembers),
            })}
          </span>
        )}
      </p>
    </section>
  );
}
