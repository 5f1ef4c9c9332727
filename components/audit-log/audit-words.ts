import { getLocale, getTranslations } from "next-intl/server";
import { ANNOUNCEMENT_STATUSES } from "@/lib/announcements/rules";
import { AUDIT_ACTIONS, AUDIT_SUBJECTS, type AuditValue } from "@/lib/audit/types";
import type { AuditEvent } from "@/lib/audit-log/types";
import { formatDateTime, formatNumber } from "@/lib/platform/i18n/format";
import { STAFF_ROLES } from "@/lib/shared/actor";

const isOneOf = <T extends string>(list: readonly T[], text: string): text is T =>
  (list as readonly string[]).includes(text);

/** Fields whose values are codes; whatever else is text was written by people. */
const CODED_FIELDS = ["role", "joinMode", "kind", "interval", "reason", "receivedBy", "format"];

/** The words for what the log holds as ids and codes, in the reader's language and the tenant's zone. */
export async function auditWords(zone: string) {
  const [t, roles, statuses, locale] = await Promise.all([
    getTranslations("audit"),
    getTranslations("accounts.roles"),
    getTranslations("announcements.statuses"),
    getLocale(),
  ]);
  const kindOf = (kind: string) => (isOneOf(AUDIT_SUBJECTS, kind) ? t(`subjects.${kind}`) : "");
  const known = (key: string): string | undefined => (t.has(key as never) ? t(key as never) : undefined);
  const coded = (field: string, value: string): string | undefined => {
    if (field === "role" && isOneOf(STAFF_ROLES, value)) return roles(value);
    if (field === "status" && isOneOf(ANNOUNCEMENT_STATUSES, value)) return statuses(value);
    if (field === "changed") return known(`fields.${value}`);
    return CODED_FIELDS.includes(field) ? known(`values.${value}`) : undefined;
  };
  const text = (field: string, value: string, names: Record<string, string>): string => {
    if (field.endsWith("At")) return formatDateTime(new Date(value), { locale, zone });
    return names[value] ?? coded(field, value) ?? value;
  };
  const one = (field: string, value: string | number | boolean, names: Record<string, string>): string => {
    if (typeof value === "boolean") return t(value ? "yes" : "no");
    return typeof value === "number" ? formatNumber(value, locale) : text(field, value, names);
  };
  return {
    action: ({ action }: AuditEvent) =>
      isOneOf(AUDIT_ACTIONS, action) ? t(`actions.${action}`) : `${t("unknownAction")} (${action})`,
    actor: ({ actor }: AuditEvent) => {
      if (actor.kind === "system") return t("system");
      if (actor.role === "seen_by_staff") return t("seenByStaff");
      const name = actor.name || t("someone");
      return actor.kind === "api_key" ? t("byKey", { name }) : name;
    },
    subject: ({ subject, action }: AuditEvent) => {
      if (subject.name) return subject.name;
      const kind = kindOf(subject.kind);
      const named = ["member", "group", "community", "staff", "announcement", "segment"].includes(
        subject.kind,
      );
      return named && !action.endsWith(".deleted") ? t("gone", { kind }) : kind;
    },
    field: (name: string) => known(`fields.${name}`) ?? name,
    value: (field: string, value: AuditValue | undefined, names: Record<string, string>): string => {
      if (value === null || value === undefined || value === "") return t("nothing");
      if (typeof value !== "object") return one(field, value, names);
      return value.length === 0 ? t("nothing") : value.map((part) => one(field, part, names)).join(", ");
    },
  };
}
export type AuditWords = Awaited<ReturnType<typeof auditWords>>;
