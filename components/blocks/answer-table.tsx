import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/ui/empty-state";
import { Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import type { AnswerRow } from "@/lib/blocks/types";

type AnswerTableProps = {
  slug: string;
  answers: readonly AnswerRow[];
  nameOf: (choice: string) => string;
  zone: string;
  filtered: boolean;
};

/** Who answered what, as far as the reader may know. */
export async function AnswerTable({ slug, answers, nameOf, zone, filtered }: AnswerTableProps) {
  const t = await getTranslations("blocks.results");
  if (answers.length === 0)
    return filtered ? (
      <EmptyState title={t("nothing")} />
    ) : (
      <EmptyState title={t("empty")}>{t("emptyBody")}</EmptyState>
    );
  return (
    <Table
      caption={t("who")}
      columns={[
        { key: "name", header: t("person"), phone: "title" },
        { key: "answer", header: t("answer"), phone: "line" },
        { key: "at", header: t("at") },
      ]}
      rows={answers.map((row) => ({
        key: row.memberId,
        cells: {
          name: (
            <Link href={`/t/${slug}/members/${row.memberId}`} className="link break-words">
              {row.name || t("hidden")}
            </Link>
          ),
          answer: [
            ...(row.wonPlace === null ? [] : [t("place", { place: row.wonPlace })]),
            ...row.choices.map(nameOf),
            ...(row.score === null ? [] : [t("score", { score: row.score })]),
            ...(row.ticket === null ? [] : [row.ticket]),
          ].join(" · "),
          at: <Time at={row.answeredAt} zone={zone} />,
        },
      }))}
    />
  );
}
