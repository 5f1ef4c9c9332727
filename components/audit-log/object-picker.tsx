import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Card } from "@/components/ui/card";
import type { AuditSearch } from "@/lib/audit-log/schema";
import type { AuditObject } from "@/lib/audit-log/types";
import { auditHref } from "./audit-href";

type ObjectPickerProps = { base: string; chosen: AuditSearch; objects: readonly AuditObject[] };

/** What bears the name that was looked for: one of them is chosen, and the log becomes its history. */
export async function ObjectPicker({ base, chosen, objects }: ObjectPickerProps) {
  const t = await getTranslations("audit");
  const { find: _, kind: __, cursor: ___, ...others } = chosen;
  const title = t("found", { count: objects.length, text: chosen.find ?? "" });
  return (
    <Card className="mb-5 grid gap-2">
      <p id="audit-found" className="font-medium">
        {title}
      </p>
      {objects.length > 0 && (
        <ul aria-labelledby="audit-found" className="grid divide-y divide-line">
          {objects.map(({ id, kind, name }) => (
            <li key={id}>
              <Link
                href={auditHref(base, { ...others, subject: id })}
                className="flex min-h-11 flex-wrap items-center justify-between gap-x-4 py-1.5 hover:bg-sunken/60"
              >
                <span className="link min-w-0 break-words">{name}</span>
                <span className="text-ink2 text-meta">{t(`subjects.${kind}`)}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
