import { formatDateTime, formatNumber } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/locales";
import { translatorFor } from "@/lib/platform/i18n/translator";
import { escapeHtml } from "@/lib/shared/html";
import type { ExportHead, SectionName, SectionRow } from "./sections";

type Section = { name: SectionName; rows: AsyncGenerator<SectionRow[]> };

const LOOK = `body{font:16px/1.55 system-ui,sans-serif;margin:0 auto;max-width:60rem;padding:1rem;color:#261d17;background:#fcfaf6}
h1{font-size:1.5rem}h2{font-size:1.125rem;margin-top:2rem;border-bottom:1px solid #e2ded5}img{border-radius:50%}
dl{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:.25rem 1rem;padding:.5rem 0;border-bottom:1px solid #e2ded5;margin:0}
dt{color:#5a5148}dd{margin:0;white-space:pre-wrap;overflow-wrap:anywhere}
@media(max-width:40rem){dl{grid-template-columns:minmax(0,1fr);gap:0}}
@media(prefers-color-scheme:dark){body{color:#f0ece5;background:#16120d}dt{color:#c2bdb5}h2,dl{border-color:#3a342e}}`;

/** A person's data to read: one page without script or anything from elsewhere, in their language, made while it is read. */
export async function* htmlOf(
  head: ExportHead,
  sections: Iterable<Section>,
  locale: Locale,
): AsyncGenerator<string> {
  const t = translatorFor(locale);
  const title = t("privacy.export.title", { tenant: head.tenantName });
  const at = formatDateTime(head.exportedAt, { locale, zone: head.zone }, "long");
  yield `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title><style>${LOOK}</style></head><body><main>
<h1>${escapeHtml(title)}</h1>
<p>${escapeHtml(t("privacy.export.asOf", { at }))}</p>
<p>${escapeHtml(t("privacy.export.scope"))}</p>
${photoOf(head, t("privacy.export.photo"))}`;
  const say = wordsOf(locale, head.zone);
  for (const { name, rows } of sections) {
    yield `<section><h2>${escapeHtml(t(`privacy.export.sections.${name}`))}</h2>\n`;
    let isEmpty = true;
    for await (const slice of rows)
      for (const row of slice) {
        isEmpty = false;
        yield entryOf(row, say);
      }
    yield `${isEmpty ? `<p>${escapeHtml(t("privacy.export.nothing"))}</p>` : ""}</section>\n`;
  }
  yield "</main></body></html>\n";
}

function photoOf({ photo }: ExportHead, alt: string): string {
  if (!photo) return "";
  return `<p><img alt="${escapeHtml(alt)}" width="128" src="data:${photo.contentType};base64,${photo.base64}"></p>`;
}

type Words = { field(name: string): string; value(name: string, value: SectionRow[string]): string };

function wordsOf(locale: Locale, zone: string): Words {
  const t = translatorFor(locale);
  return {
    field: (name) => t(`privacy.export.fields.${name}` as "privacy.export.fields.name"),
    value: (name, value) => {
      if (typeof value === "boolean") return t(value ? "audit.yes" : "audit.no");
      if (typeof value === "number") return formatNumber(value, locale);
      return name === "at" || name.endsWith("At")
        ? formatDateTime(new Date(String(value)), { locale, zone }, "long")
        : String(value);
    },
  };
}

function entryOf(row: SectionRow, say: Words): string {
  const told = Object.entries(row).filter(([, value]) => value !== null && value !== "");
  const lines = told.map(
    ([name, value]) =>
      `<dt>${escapeHtml(say.field(name))}</dt><dd>${escapeHtml(say.value(name, value))}</dd>`,
  );
  return `<dl>${lines.join("")}</dl>\n`;
}
