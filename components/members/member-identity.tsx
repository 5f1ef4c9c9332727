import { getLocale, getTranslations } from "next-intl/server";
import { Badge } from "@/components/ui/badge";
import { SectionCard } from "@/components/ui/card";
import { shownValue } from "@/lib/members/line-rules";
import type { MemberCard } from "@/lib/members/types";
import { formatDay } from "@/lib/platform/i18n/format";

/** How to reach a person, their tags, own fields and the team's notes: what the viewer may see of them. */
export async function MemberIdentity({ member }: { member: MemberCard }) {
  const [t, locale] = await Promise.all([getTranslations("members.card"), getLocale()]);
  const fields = Object.entries(member.fields);
  return (
    <SectionCard id="identity" title={t("contacts")}>
      <dl className="grid gap-3">
        {member.identifiers.map((each) => (
          <Row key={`${each.kind}${each.value}`} label={t(`kinds.${each.kind}`)}>
            <span className="break-all tabular-nums">{shownValue(each)}</span>
            {each.masked && <span className="text-ink2 text-meta"> {t("masked")}</span>}
          </Row>
        ))}
        {member.identifiers.length === 0 && <p className="text-ink2">{t("noContacts")}</p>}
        {member.tags.length > 0 && (
          <Row label={t("tags")}>
            <span className="flex flex-wrap gap-1.5">
              {member.tags.map((tag) => (
                <Badge key={tag}>{tag}</Badge>
              ))}
            </span>
          </Row>
        )}
        {fields.map(([name, value]) => (
          <Row key={name} label={name}>
            <span className="break-words">{String(value)}</span>
          </Row>
        ))}
        {member.birthdayOn && <Row label={t("birthday")}>{formatDay(member.birthdayOn, locale)}</Row>}
        {member.notes && (
          <Row label={t("notes")}>
            <span className="whitespace-pre-wrap break-words">{member.notes}</span>
          </Row>
        )}
      </dl>
    </SectionCard>
  );
}

function Row({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div className="grid gap-0.5 sm:grid-cols-[140px_minmax(0,1fr)] sm:gap-4">
      <dt className="break-words text-ink2 text-meta">{label}</dt>
      <dd className="min-w-0">{children}</dd>
    </div>
  );
}
