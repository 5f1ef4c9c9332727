import { Eye } from "lucide-react";
import { getLocale, getTranslations } from "next-intl/server";
import { LeaveCommunity } from "@/components/portal/leave-group";
import { SectionCard } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import { GRANTS, type GrantingRule } from "@/lib/members/visibility/policy";
import type { DetailsLevel } from "@/lib/members/visibility/types";
import { formatList } from "@/lib/platform/i18n/format";
import type { SightCount } from "@/lib/privacy/types";

type Place = { id: string; name: string; groupIds: readonly string[] };
type WhoSeesMeProps = {
  slug: string;
  tenantName: string;
  places: readonly Place[];
  counts: readonly SightCount[];
};

/** Who sees what of oneself and why, community by community, as the one policy says (P1–P11), with the way out of each. */
export async function WhoSeesMe({ slug, tenantName, places, counts }: WhoSeesMeProps) {
  const t = await getTranslations("privacy.mine");
  const team = counts.filter(({ rule }) => rule === "P7" || rule === "P8");
  return (
    <SectionCard id="who" title={t("who")} description={t("whoHint")}>
      <div className="grid gap-6">
        {places.length === 0 && <p>{t("noCommunities")}</p>}
        {places.map(({ id, name, groupIds }) => {
          const here = counts.filter(
            ({ rule, roomId }) => roomId !== null && rule !== "P8" && [id, ...groupIds].includes(roomId),
          );
          return (
            <div key={id} className="grid gap-2">
              <div className="flex flex-wrap items-center justify-between gap-2">
                <h3 className="min-w-0 break-words font-sans font-semibold">{name}</h3>
                <LeaveCommunity slug={slug} communityId={id} name={name} />
              </div>
              <Grants counts={here} room={name} />
              <p className="text-ink2 text-meta">{t("nobodyElse", { name })}</p>
            </div>
          );
        })}
        <div className="grid gap-2">
          <h3 className="break-words font-sans font-semibold">{t("team", { tenant: tenantName })}</h3>
          <Grants counts={team} room={tenantName} />
          <p className="text-ink2 text-meta">{t("notes")}</p>
          <p className="text-ink2 text-meta">{t("readable")}</p>
        </div>
      </div>
    </SectionCard>
  );
}

async function Grants({ counts, room }: { counts: readonly SightCount[]; room: string }) {
  const [t, locale] = await Promise.all([getTranslations("privacy.mine"), getLocale()]);
  const fields = (rule: GrantingRule) =>
    formatList(
      fieldsOf(rule).map((field) => t(`fields.${field}`)),
      locale,
    );
  return (
    <ul className="grid gap-2">
      {counts.map(({ rule, roomId, roomName, people }) => (
        <li key={`${rule}-${roomId}`} className="grid grid-cols-[1.25rem_minmax(0,1fr)] gap-x-2.5">
          <Icon of={Eye} size={16} className="mt-1 text-porta" />
          <span className="break-words">
            {rule !== "P1" && t(`rules.${rule}`, { count: people, room: roomName ?? room })}
            <span className="block text-ink2 text-meta">{t("sees", { fields: fields(rule) })}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}

const DETAILS = {
  none: [],
  tags: ["tags"],
  all_but_notes: ["email", "details"],
  all: ["email", "details", "notes"],
} as const satisfies Record<DetailsLevel, readonly string[]>;

/** The fields that a rule shows, read from the table of the policy itself. */
function fieldsOf(rule: GrantingRule) {
  const { phone, phoneMasked, photo, details } = GRANTS[rule];
  return [
    "name" as const,
    ...(phone ? (["phone"] as const) : []),
    ...(phoneMasked ? (["phoneMasked"] as const) : []),
    ...(photo ? (["photo"] as const) : []),
    ...DETAILS[details],
  ];
}
