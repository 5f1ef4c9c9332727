import "server-only";
import { escapeHtml } from "@/lib/shared/html";
import type { Locale } from "../i18n/locales";

export type MailParts = {
  locale: Locale;
  title: string;
  paragraphs: readonly string[];
  /** A code to type, shown large. */
  code?: string;
  /** The one thing to do. */
  action?: { label: string; url: string };
  /** Why this mail came, and that nothing need be done if it was not wanted. */
  footer: string;
};

/** A mail as text and as plain, safe HTML: one column, no images, nothing loaded from elsewhere. */
export function renderMail(parts: MailParts): { text: string; html: string } {
  return { text: renderText(parts), html: renderHtml(parts) };
}

function renderText({ title, paragraphs, code, action, footer }: MailParts): string {
  const blocks = [title, ...paragraphs, code, action && `${action.label}:\n${action.url}`, `-- \n${footer}`];
  return `${blocks.filter(Boolean).join("\n\n")}\n`;
}

const CODE = "font:700 32px/1.2 ui-monospace,monospace;letter-spacing:6px;margin:0 0 20px";
const BUTTON =
  "display:inline-block;padding:12px 20px;border-radius:10px;background:#1f5f5b;color:#fff;font-weight:600;text-decoration:none";

function renderHtml({ locale, title, paragraphs, code, action, footer }: MailParts): string {
  return frameMail(locale, title, [
    `<h1 style="font-size:22px;margin:0 0 16px">${escapeHtml(title)}</h1>`,
    ...paragraphs.map((text) => `<p style="margin:0 0 16px">${escapeHtml(text)}</p>`),
    code && `<p style="${CODE}">${escapeHtml(code)}</p>`,
    action && mailButton(action),
    action &&
      `<p style="margin:0 0 20px;font-size:13px;color:#5c5348;word-break:break-all">${escapeHtml(action.url)}</p>`,
    `<p style="margin:24px 0 0;font-size:13px;color:#5c5348">${escapeHtml(footer)}</p>`,
  ]);
}

/** The one thing to do, as a button. */
export function mailButton({ label, url }: { label: string; url: string }): string {
  return `<p style="margin:0 0 20px"><a href="${escapeHtml(url)}" style="${BUTTON}">${escapeHtml(label)}</a></p>`;
}

/** The page of a mail around its parts of HTML; empty ones are left out. */
export function frameMail(locale: Locale, title: string, parts: readonly (string | undefined)[]): string {
  return (
    `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title></head>` +
    `<body style="margin:0;padding:24px;background:#fcfaf6;color:#241d14;font:16px/1.5 system-ui,sans-serif">` +
    `<div style="max-width:520px;margin:0 auto">${parts.filter(Boolean).join("")}</div></body></html>`
  );
}
