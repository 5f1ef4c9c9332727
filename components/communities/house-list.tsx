import Link from "next/link";
import { getFormatter, getTranslations } from "next-intl/server";
import { Badge, type Tone } from "@/components/ui/badge";
import { type MeterStage, meterStage } from "@/components/ui/meter-stage";
import { Table } from "@/components/ui/table";
import type { Group } from "@/lib/groups/types";
import { exactCount } from "./picture";

const tones: Record<MeterStage, Tone> = {
  calm: "neutral",
  near: "neutral",
  tight: "warning",
  full: "danger",
};

/** The same house as a plain table, in the same order. */
export async function HouseList({ base, groups }: { base: string; groups: readonly Group[] }) {
  const [t, format] = await Promise.all([getTranslations("communities.house"), getFormatter()]);
  const rows = groups.map((group) => {
    const count = exactCount(group.memberCount);
    const stage = meterStage(count, group.capacity);
    const words = {
      calm: t("calm"),
      near: format.number(Math.floor((count / group.capacity) * 100) / 100, { style: "percent" }),
      tight: t("left", { count: group.capacity - count }),
      full: t("full"),
    }[stage];
    return {
      key: group.id,
      cells: {
        group: (
          <Link href={`${base}/groups/${group.id}`} className="link break-words">
            {group.name}
          </Link>
        ),
        occupied: `${format.number(count)} / ${format.number(group.capacity)}`,
        state: <Badge tone={tones[stage]}>{words}</Badge>,
      },
    };
  });
  return (
    <Table
      caption={t("title")}
      columns={[
        { key: "group", header: t("group"), phone: "title" },
        { key: "occupied", header: t("occupied"), align: "end" },
        { key: "state", header: t("state") },
      ]}
      rows={rows}
      empty={t("emptyHall")}
    />
  );
}
