import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { SectionCard } from "@/components/ui/card";
import type { FieldDefinition, FieldValue } from "@/lib/fields/types";
import { shownValue } from "@/lib/members/line-rules";
import type { MemberCard } from "@/lib/members/types";
import { formatDay, formatNumber } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/locales";

type MemberIdentityProps = { member: MemberCard; fields: readonly FieldDefinition[] };

/** How to reach a person, their tags and own fields: what the viewer may see of them. */
export async function MemberIdentity({ member, fields }: MemberIdentityProps) {
  const [t, locale] = await Promise.all([getTranslations("members.card"), getLocale()]);
  const firstOfKind = new Map(member.identifiers.toReversed().map((each) => [each.kind, each]));
  const words = { yes: t("yes"), no: t("no") };
  return (
    <SectionCard id="identity" title={t("contacts")}>
      <dl className="grid gap-3">
        {member.identifiers.map((each) => (
          <Row key={`${each.kind}${each.value}`} label={t(`kinds.${each.kind}`)}>
            <span className="flex flex-wrap items-center gap-2">
              <span className="break-all tabular-nums">{shownValue(each)}</span>
              {isMainOfSeveral(member, each, firstOfKind.get(each.kind)) && (
                <Badge tone="primary">{t("main")}</Badge>
              )}
            </span>
            {each.masked && <span className="text-ink2 text-meta"> {t("masked")}</span>}
            {each.typed && (
              <span className="block break-all text-ink2 text-meta">{t("typed", { typed: each.typed })}</span>
            )}
          </Row>
        ))}
        {member.identifiers.length === 0 && <p className="text-ink2">{t("noContacts")}</p>}
        {member.birthdayOn && <Row label={t("birthday")}>{formatDay(member.birthdayOn, locale)}</Row>}
        {member.tags.length > 0 && (
          <Row label={t("tags")}>
            <span className="flex flex-wrap gap-1.5">
              {member.tags.map((tag) => (
                <Badge key={tag}>{tag}</Badge>
              ))}
            </span>
          </Row>
        )}
        {shownFields(member.fields, fields).map(({ key, name, kind, value }) => (
          <Row key={key} label={name}>
            <span className="break-words">{fieldWords(value, kind, { locale, ...words })}</span>
          </Row>
        ))}
      </dl>
    </SectionCard>
  );
}

function isMainOfSeveral(
  { identifiers }: MemberCard,
  each: MemberCard["identifiers"][number],
  first: MemberCard["identifiers"][number] | undefined,
): boolean {
  return each === first && identifiers.filter(({ kind }) => kind === each.kind).length > 1;
}

/** The tenant's own fields in their order, then what nobody has defined. */
function shownFields(values: Record<string, FieldValue>, fields: readonly FieldDefinition[]) {
  const known = fields.map(({ key, name, kind }) => ({ key, name, kind, value: values[key] }));
  const keys = new Set(fields.map(({ key }) => key));
  const loose = Object.entries(values)
    .filter(([key]) => !keys.has(key))
    .map(([key, value]) => ({ key, name: key, kind: "text" as const, value }));
  return [...known, ...loose].flatMap(({ value, ...field }) =>
    value === undefined ? [] : [{ ...field, value }],
  );
}

function fieldWords(
  value: FieldValue,
  kind: FieldDefinition["kind"],
  words: { locale: Locale; yes: string; no: string },
): string {
  if (typeof value === "boolean") return value ? words.yes : words.no;
  if (typeof value === "number") return formatNumber(value, words.locale, { maximumFractionDigits: 10 });
  return kind === "date" && /^\d{4}-\d{2}-\d{2}$/.test(value) ? formatDay(value, words.locale) : value;
}

function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="grid gap-0.5 sm:grid-cols-[140px_minmax(0,1fr)] sm:gap-4">
      <dt className="break-words text-ink2 text-meta">{label}</dt>
      <dd className="min-w-0">{children}</dd>
    </div>
  );
}
