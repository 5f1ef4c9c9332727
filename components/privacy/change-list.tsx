import { getTranslations } from "next-intl/server";
import { Badge } from "@/components/ui/badge";
import type { MembershipChange } from "@/lib/memberships/types";

const LOOKS = {
  joined: { tone: "success", shape: "full" },
  left: { tone: "danger", shape: "cross" },
  role: { tone: "info", shape: "half" },
} as const;

/** Who came, who went and whose role is another, place by place. */
export async function ChangeList({ slug, changes }: { slug: string; changes: readonly MembershipChange[] }) {
  const t = await getTranslations("privacy.travel");
  return (
    <ol
      aria-label={t("communityTitle")}
      className="grid divide-y divide-line overflow-hidden rounded-card border border-line bg-surface"
    >
      {changes.map(({ change, memberId, name, groupId, groupName, before, after }) => (
        <li
          key={`${memberId}-${groupId}`}
          className="grid gap-x-4 gap-y-1 px-4 py-3 md:grid-cols-[minmax(0,1.4fr)_minmax(0,1fr)_minmax(12rem,auto)] md:items-center"
        >
          <span className="min-w-0 break-words font-semibold">
            {name === null ? (
              t("unknown")
            ) : (
              <a className="link" href={`/t/${slug}/members/${memberId}`}>
                {name}
              </a>
            )}
          </span>
          <span className="min-w-0 break-words text-ink2">
            {groupId === null ? t("house") : (groupName ?? "—")}
          </span>
          <span className="flex flex-wrap items-center gap-2 text-ink2 text-meta">
            <Badge {...LOOKS[change]}>{t(`kinds.${change}`)}</Badge>
            {before && after && t("turned", { before: t(`roles.${before}`), after: t(`roles.${after}`) })}
          </span>
        </li>
      ))}
    </ol>
  );
}
