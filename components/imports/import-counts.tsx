import { getLocale, getTranslations } from "next-intl/server";
import type { ImportCounts as Counts, ImportKind } from "@/lib/imports/types";
import { formatNumber } from "@/lib/platform/i18n/format";

const SHOWN = {
  table: ["rows", "created", "updated", "unchanged", "skipped"],
  chat: ["rows", "messages", "skipped", "created", "unchanged"],
} as const;

/** What came, or would come, of an import, in numbers. */
export async function ImportCounts({ kind, counts }: { kind: ImportKind; counts: Counts }) {
  const sort = kind === "whatsapp_chat" ? "chat" : "table";
  const [t, locale] = await Promise.all([getTranslations("imports"), getLocale()]);
  return (
    <dl className="grid grid-cols-2 gap-3 sm:grid-cols-5">
      {SHOWN[sort].map((name) => (
        <div key={name} className="grid content-start gap-0.5 rounded-card border border-line bg-surface p-3">
          <dt className="text-ink2 text-meta">{t(`counts.${sort}.${name}` as "counts.chat.rows")}</dt>
          <dd className="font-display font-semibold text-h2 tabular-nums" data-count={name}>
            {formatNumber(counts[name], locale)}
          </dd>
        </div>
      ))}
    </dl>
  );
}
