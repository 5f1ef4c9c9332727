import { Ban, TriangleAlert } from "lucide-react";
import Link from "next/link";
import { getFormatter, getTranslations } from "next-intl/server";
import type { CSSProperties } from "react";
import { cx } from "@/components/ui/cx";
import { Icon } from "@/components/ui/icon";
import { type MeterStage, meterStage } from "@/components/ui/meter-stage";
import type { Group } from "@/lib/groups/types";
import { exactCount } from "./picture";

const water: Record<MeterStage, string> = {
  calm: "bg-porta-soft",
  near: "bg-porta-soft",
  tight: "bg-ipe-soft",
  full: "bg-urucum-soft",
};

/** A room that fills from the floor; from 80 % it says how full in words, not only by colour (L11). */
export async function HouseRoom({ href, group, order }: { href: string; group: Group; order: number }) {
  const format = await getFormatter();
  const count = exactCount(group.memberCount);
  const stage = meterStage(count, group.capacity);
  const style = {
    "--fill": `${Math.min(100, (count / group.capacity) * 100)}%`,
    "--delay": `${order * 30}ms`,
  } as CSSProperties;
  return (
    <li className="grid">
      <Link
        href={href}
        style={style}
        className="group relative isolate grid min-h-28 content-center overflow-hidden rounded-card border border-line p-3 text-ink no-underline transition-colors duration-120 hover:border-porta"
      >
        <span
          aria-hidden="true"
          className={cx(
            "absolute inset-x-0 bottom-0 -z-10 h-(--fill) motion-safe:transition-[height] motion-safe:delay-(--delay) motion-safe:duration-600 motion-safe:ease-house motion-safe:starting:h-0",
            water[stage],
          )}
        />
        <span className="line-clamp-2 break-words font-semibold leading-snug group-hover:underline">
          {group.name}
        </span>
        <span className="text-ink2 text-meta tabular-nums">
          {format.number(count)} / {format.number(group.capacity)}
        </span>
        <RoomWords stage={stage} left={group.capacity - count} share={count / group.capacity} />
      </Link>
    </li>
  );
}

async function RoomWords({ stage, left, share }: { stage: MeterStage; left: number; share: number }) {
  const [t, format] = await Promise.all([getTranslations("communities.house"), getFormatter()]);
  if (stage === "calm") return null;
  if (stage === "near")
    return (
      <span className="text-caption text-ink2">
        {format.number(Math.floor(share * 100) / 100, { style: "percent" })}
      </span>
    );
  return (
    <span
      className={cx(
        "inline-flex items-center gap-1 font-semibold text-caption",
        stage === "full" ? "text-urucum" : "text-ipe",
      )}
    >
      <Icon of={stage === "full" ? Ban : TriangleAlert} size={16} className="size-3.5 shrink-0" />
      {stage === "full" ? t("full") : t("left", { count: left })}
    </span>
  );
}
