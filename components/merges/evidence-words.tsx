import { getLocale, getTranslations } from "next-intl/server";
import { formatPhone } from "@/lib/members/phone-rules";
import type { Evidence } from "@/lib/merges/types";
import { formatDate } from "@/lib/platform/i18n/format";

/** Why two records may be one person, a sentence for each reason. */
export async function EvidenceWords({ evidence }: { evidence: readonly Evidence[] }) {
  const [t, locale] = await Promise.all([getTranslations("members.duplicates"), getLocale()]);
  const shown = ({ kind, value }: Evidence): string => {
    if (kind === "number") return formatPhone(`+${value}`);
    return kind === "name_birthday" ? formatDate(new Date(value), { locale, zone: "UTC" }) : value;
  };
  return (
    <ul className="grid gap-1">
      {evidence.map((each) => (
        <li key={`${each.kind} ${each.value}`} className="break-words text-control">
          {t(`evidence.${each.kind}`, { value: shown(each) })}
        </li>
      ))}
    </ul>
  );
}
