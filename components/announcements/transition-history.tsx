import { getTranslations } from "next-intl/server";
import { SectionCard } from "@/components/ui/card";
import { Time } from "@/components/ui/time";
import type { TransitionRecord } from "@/lib/announcements/types";
import { KNOWN_REASONS } from "./status-looks";

type KnownReason = (typeof KNOWN_REASONS)[number];

/** Everything that happened to an announcement, oldest first (A1). */
export async function TransitionHistory({
  records,
  zone,
}: {
  records: readonly TransitionRecord[];
  zone: string;
}) {
  const t = await getTranslations("announcements");
  const reasonOf = (reason: string | null) =>
    KNOWN_REASONS.includes(reason as KnownReason) ? t(`reasons.${reason as KnownReason}`) : reason;
  return (
    <SectionCard id="history" title={t("history.title")}>
      <ol className="grid gap-2.5">
        {records.map(({ id, from, to, by, reason, at }) => (
          <li key={id} className="flex flex-wrap items-baseline gap-x-3 text-body">
            <span className="text-meta text-ink2">
              <Time at={at} zone={zone} kind="dateTime" />
            </span>
            <span>
              {from === to && reason === "created" ? t("reasons.created") : t(`statuses.${to}`)}
              {by !== "" && ` · ${by === "system" ? t("history.system") : by}`}
              {reason && reason !== "created" && ` · ${reasonOf(reason)}`}
            </span>
          </li>
        ))}
      </ol>
    </SectionCard>
  );
}
