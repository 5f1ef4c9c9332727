import type { Words } from "./words/pt";

/** Markup that is safe to print. */
export type Html = { readonly markup: string };

type Part = Html | Html[] | string | number | null | undefined | false;

const escapeText = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

const partText = (part: Part): string => {
  if (part === null || part === undefined || part === false) return "";
  if (Array.isArray(part)) return part.map((one) => one.markup).join("");
  return typeof part === "object" ? part.markup : escapeText(String(part));
};

/** A template whose values are escaped unless they are markup themselves. */
export const html = (strings: TemplateStringsArray, ...parts: Part[]): Html => ({
  markup: strings.map((text, at) => text + partText(parts[at])).join(""),
});

const STYLE = `
:root{color-scheme:light;--ink:#1a1f36;--soft:#545b70;--line:#d9dee8;--accent:#4338ca;--ground:#f6f7fb;--bad:#b42318}
*{box-sizing:border-box}body{margin:0;font:16px/1.5 system-ui,sans-serif;color:var(--ink);background:var(--ground)}
.notice{background:#7a3e00;color:#fff;padding:.6rem 1rem;text-align:center;font-size:.875rem}
main{max-width:60rem;margin:0 auto;padding:2rem 1rem;display:grid;gap:2rem}
@media(min-width:48rem){main.two{grid-template-columns:1fr 1fr}}
.card{background:#fff;border:1px solid var(--line);border-radius:12px;padding:1.5rem}
h1{font-size:1.25rem;margin:0 0 .5rem}h2{font-size:1rem;margin:1.5rem 0 .5rem}.price{font-size:2rem;font-weight:700;margin:.25rem 0}
.soft{color:var(--soft);font-size:.9rem}label{display:block;font-weight:600;font-size:.9rem;margin:1rem 0 .25rem}
input{width:100%;min-height:44px;padding:.5rem .75rem;border:1px solid #8790a5;border-radius:8px;font:inherit}
input[aria-invalid=true]{border-color:var(--bad)}.pair{display:grid;grid-template-columns:1fr 1fr;gap:1rem}
button,.button{display:inline-block;min-height:44px;padding:.6rem 1.25rem;border:0;border-radius:8px;background:var(--accent);color:#fff;font:inherit;font-weight:600;cursor:pointer;text-decoration:none}
form.pay button{width:100%;margin-top:1.5rem}.quiet{background:#fff;color:var(--ink);border:1px solid #8790a5}
:focus-visible{outline:3px solid #818cf8;outline-offset:2px}a{color:var(--accent)}
.alert{border-left:4px solid var(--bad);background:#fef3f2;color:var(--bad);padding:.75rem 1rem;border-radius:8px;margin:0 0 1rem}
.ways{border:1px solid var(--line);border-radius:8px;padding:.5rem 1rem;margin:1rem 0;display:flex;gap:1.5rem;flex-wrap:wrap}.ways legend{font-weight:600;font-size:.9rem}
.way{display:flex;align-items:center;gap:.5rem;min-height:44px;margin:0}.way input{width:auto;min-height:0}
.boleto-fields{display:none}form:has([value=boleto]:checked) .boleto-fields{display:block}
form:has([value=boleto]:checked) .card-fields,form:has([value=pix]:checked) .card-fields{display:none}
.mono{font-family:ui-monospace,monospace;overflow-wrap:anywhere}.row{display:flex;gap:.5rem;align-items:end}
table{width:100%;border-collapse:collapse}th,td{text-align:left;padding:.6rem .4rem;border-bottom:1px solid var(--line);vertical-align:top}
td.num,th.num{text-align:right;white-space:nowrap}dl{display:grid;grid-template-columns:auto 1fr;gap:.25rem 1rem;margin:1rem 0}dt{color:var(--soft)}dd{margin:0}`;

export type Page = { status: number; body: string | Buffer; type: string; location?: string };

/** A whole page under the honest notice that it is a stand-in. */
export const page = (
  words: Words,
  title: string,
  content: Html,
  options: { status?: number; wide?: boolean } = {},
): Page => ({
  status: options.status ?? 200,
  type: "text/html; charset=utf-8",
  body: html`<!doctype html><html lang="${words.locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex"><title>${title}</title><style>${{ markup: STYLE }}</style></head><body><div class="notice" role="note"><strong>${words.testMode}.</strong> ${words.standIn}</div><main class="${options.wide ? "two" : ""}">${content}</main></body></html>`
    .markup,
});

/** Sends the browser elsewhere. */
export const redirect = (location: string): Page => ({ status: 303, type: "text/plain", body: "", location });

/** A page that only says one thing. */
export const message = (words: Words, status: number, title: string, hint = ""): Page =>
  page(words, title, html`<section class="card"><h1>${title}</h1><p>${hint}</p></section>`, { status });

/** A day as people of a language write it. */
export const formatDay = (words: Words, at: number): string =>
  new Intl.DateTimeFormat(words.locale, { dateStyle: "long", timeZone: "America/Sao_Paulo" }).format(
    at * 1000,
  );
