import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Badge } from "@/components/ui/badge";
import { Table, type TableColumn } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import type { RowsKind } from "@/lib/health/rules";
import type { HealthRow } from "@/lib/health/types";

type HealthRowsProps = {
  kind: RowsKind;
  rows: readonly HealthRow[];
  slug: string;
  /** Where the community is. */
  base: string;
  zone: string;
};

type Column = "name" | "words" | "group" | "messages" | "groups" | "answer" | "at";
const COLUMNS: Record<RowsKind, readonly Column[]> = {
  posted: ["name", "messages", "groups", "at"],
  unanswered: ["words", "name", "group", "at"],
  newcomers: ["words", "name", "group", "answer", "at"],
  joined: ["name", "at"],
  left: ["name", "at"],
};

/** The people and messages behind a number of a community's health. */
export async function HealthRows({ kind, rows, slug, base, zone }: HealthRowsProps) {
  const t = await getTranslations("health");
  const columns = COLUMNS[kind].map(
    (key, index): TableColumn => ({
      key,
      header: t(`columns.${key}`),
      phone: index === 0 ? "title" : "value",
    }),
  );
  const nameOf = ({ memberId, name }: HealthRow) =>
    memberId === null ? (
      <span className="text-ink2">{t("somebody")}</span>
    ) : (
      <Link href={`/t/${slug}/members/${memberId}`} className="link">
        {name}
      </Link>
    );
  const cellsOf = (row: HealthRow) => ({
    name: nameOf(row),
    words: (
      <Link
        href={`${base}/groups/${row.groupId}/talk?at=${row.messageId}#m-${row.messageId}`}
        className="link"
      >
        {row.words || t("shown")}
      </Link>
    ),
    group: row.groupName ?? "",
    messages: row.messages ?? 0,
    groups: row.groups ?? 0,
    answer: (
      <Badge tone={row.isAnswered ? "success" : "warning"}>
        {t(row.isAnswered ? "counted.answered" : "counted.unanswered")}
      </Badge>
    ),
    at: <Time at={new Date(row.at)} zone={zone} />,
  });
  return (
    <Table
      caption={t(`rows.${kind}.title`)}
      columns={columns}
      rows={rows.map((row) => ({
        key: `${row.messageId ?? row.memberId} ${row.at}`,
        cells: cellsOf(row),
      }))}
      empty={t("nothing")}
    />
  );
}
