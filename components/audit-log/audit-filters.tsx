import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { AUDIT_ACTIONS, AUDIT_SUBJECTS } from "@/lib/audit/types";
import type { AuditSearch } from "@/lib/audit-log/schema";
import type { AuditPerson } from "@/lib/audit-log/types";
import { auditHref } from "./audit-href";

type AuditFiltersProps = {
  base: string;
  chosen: AuditSearch;
  people: readonly AuditPerson[];
  /** The object whose history is shown, by its name, empty when it is gone; null: all. */
  subject: string | null;
};

/** Filters that live in the address: they can be shared, Back works, no script is needed. */
export async function AuditFilters({ base, chosen, people, subject }: AuditFiltersProps) {
  const t = await getTranslations("audit");
  const actions = AUDIT_ACTIONS.map((action) => ({ value: action, label: t(`actions.${action}`) }));
  const kinds = AUDIT_SUBJECTS.map((kind) => ({ value: kind, label: t(`subjects.${kind}`) }));
  const { cursor: _, subject: __, ...others } = chosen;
  return (
    <search className="mb-5 grid gap-3">
      <form
        method="get"
        action={base}
        aria-label={t("filters")}
        className="grid grid-cols-2 items-end gap-3 lg:grid-cols-6"
      >
        {chosen.subject && <input type="hidden" name="subject" value={chosen.subject} />}
        <Field id="audit-find" label={t("object")} className="max-sm:col-span-2 lg:col-span-2">
          <TextInput
            id="audit-find"
            name="find"
            type="search"
            maxLength={200}
            defaultValue={chosen.find}
            placeholder={t("objectHint")}
          />
        </Field>
        <Field id="audit-kind" label={t("kind")} className="max-sm:col-span-2">
          <Select
            id="audit-kind"
            name="kind"
            defaultValue={chosen.kind ?? ""}
            placeholder={t("anyKind")}
            options={kinds.sort((a, b) => a.label.localeCompare(b.label))}
          />
        </Field>
        <Field id="audit-action" label={t("action")} className="max-sm:col-span-2 lg:col-span-3">
          <Select
            id="audit-action"
            name="action"
            defaultValue={chosen.action ?? ""}
            placeholder={t("anyAction")}
            options={actions.sort((a, b) => a.label.localeCompare(b.label))}
          />
        </Field>
        <Field id="audit-actor" label={t("actor")} className="max-sm:col-span-2 lg:col-span-2">
          <Select
            id="audit-actor"
            name="actor"
            defaultValue={chosen.actor ?? ""}
            placeholder={t("anyActor")}
            options={people.map(({ id, name, kind }) => ({
              value: id,
              label: kind === "former" ? t("former", { name }) : name,
            }))}
          />
        </Field>
        <Field id="audit-from" label={t("from")}>
          <TextInput id="audit-from" name="from" type="date" defaultValue={chosen.from} />
        </Field>
        <Field id="audit-to" label={t("to")}>
          <TextInput id="audit-to" name="to" type="date" defaultValue={chosen.to} />
        </Field>
        <Button type="submit" className="col-span-2 lg:justify-self-start">
          {t("apply")}
        </Button>
      </form>
      {Object.values(chosen).some(Boolean) && (
        <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-meta">
          {subject !== null && (
            <>
              <span className="font-medium">{t("history", { name: subject || t("goneObject") })}</span>
              <Link href={auditHref(base, others)} className="link">
                {t("ofAll")}
              </Link>
            </>
          )}
          <Link href={auditHref(base, {})} className="link">
            {t("clear")}
          </Link>
        </p>
      )}
    </search>
  );
}
