import { getFormatter, getTranslations } from "next-intl/server";
import { type ConditionRow, rowsOf } from "@/lib/segments/row-rules";
import type { Segment } from "@/lib/segments/types";

type SegmentWordsProps = {
  segment: Pick<Segment, "filter" | "places">;
  fields: readonly { key: string; name: string }[];
};

/** What a filter asks, as one sentence. */
export async function SegmentWords({ segment, fields }: SegmentWordsProps) {
  const [t, format] = await Promise.all([getTranslations("segments"), getFormatter()]);
  const rows = rowsOf(segment.filter);
  if (rows.length === 0) return <>{t("everybody")}</>;
  const names = new Map(segment.places.map(({ id, name }) => [id, name ?? t("gone")]));
  const words = ({ kind, values }: ConditionRow): string => {
    const [first = "", second = "", third = ""] = values;
    if (kind === "field") {
      const name = fields.find(({ key }) => key === first)?.name ?? first;
      return t("phrases.field", { name, test: second, value: third });
    }
    if (kind === "consent") return t("phrases.consent", { channel: first, purpose: second, said: third });
    if (kind === "has" || kind === "lacks")
      return t(`phrases.${kind}`, { list: format.list(values.map((value) => t("contacts", { value }))) });
    if (kind.endsWith("Ids"))
      return t(`phrases.${kind}`, { list: format.list(values.map((id) => names.get(id) ?? t("gone"))) });
    if (kind === "role") return t("phrases.role", { list: first });
    return t(`phrases.${kind}`, { list: format.list(values) });
  };
  return <>{`${t("people")} ${format.list(rows.map(words))}.`}</>;
}
