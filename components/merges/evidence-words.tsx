import { getLocale, getTranslations } from "next-intl/server";
import { formatPhone } from "@/lib/members/phone-rules";
import type { Evidence } from "@/lib/merges/types";
import { formatDate } from "@/lib/platform/i18n/format";

/** Why two records may be one person, a sentence for each reason. */
export async function evidenceSentences(evidence: readonly Evidence[]): Promise<string[]> {
  const [t, locale] = await Promise.all([getTranslations("members.duplicates"), getLocale()]);
  const shown = ({ kind, value }: Evidence): string => {
    if (kind === "number") return formatPhone(`+${value}`);
    return kind === "name_birthday" ? formatDate(new Date(value), { locale, zone: "UTC" }) : value;
  };
  return evidence.map((each) => t(`evidence.${each.kind}`, { value: shown(each) }));
}

/** The same as a list. */
export async function EvidenceWords({ evidence }: { evidence: readonly Evidence[] }) {
  const sentences = await evidenceSentences(evidence);
  return (
    <ul className="grid gap-1">
      {sentences.map((sentence) => (
        <li key={sentence} className="break-words text-control">
          {sentence}
        </li>
      ))}
    </ul>
  );
}
