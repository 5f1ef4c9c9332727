import { cleanText } from "@/lib/shared/text";

// Meta's tiers of business-initiated conversations, per portfolio and moving 24 h (messaging-limits, checked 2026-10).
export const DAY_LIMITS = [250, 2_000, 10_000, 100_000] as const;

/** The words of the template that staff create at Meta: community, then the announcement on one line. */
export const TEMPLATE_BODY = "*{{1}}*\n\n{{2}}\n\nResponda SAIR para não receber mais.";
// A template's body has 1,024 characters at most; the fixed words and the community take the rest.
const MOST_TEXT = 760;
const MOST_NAME = 120;

/**
 * A text as a template's variable takes it (error 132018 otherwise): one line, no tabs, no four spaces, so many characters at
 * most. The rest is read behind the button.
 */
export function templateVariable(text: string, kind: "name" | "words" = "words"): string {
  const line = cleanText(text)
    .split(/\r?\n/u)
    .map((part) => part.replace(/\s+/gu, " ").trim())
    .filter((part) => part !== "")
    .join(" · ");
  const most = kind === "name" ? MOST_NAME : MOST_TEXT;
  if (line.length <= most) return line;
  return `${[...line].reduce((kept, letter) => (kept.length + letter.length < most ? kept + letter : kept), "")}…`;
}

const NO_WORDS = [
  "sair",
  "parar",
  "pare",
  "stop",
  "cancelar",
  "descadastrar",
  "unsubscribe",
  "baja",
  "salir",
];
const YES_WORDS = ["voltar", "start", "volver", "inscrever"];

/** What somebody says with one word alone about being written to: no, yes, or nothing of the kind (P16). */
export function wordSaid(text: string): "no" | "yes" | null {
  const word = text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\s]/gu, "")
    .trim();
  if (NO_WORDS.includes(word)) return "no";
  return YES_WORDS.includes(word) ? "yes" : null;
}

/** A language as templates name it. */
export function templateLanguage(locale: string): string {
  return { "pt-BR": "pt_BR", en: "en", es: "es" }[locale] ?? "pt_BR";
}

/** Where Meta sends what it has to tell of a tenant's number. */
export function webhookPath(slug: string): string {
  return `/api/webhooks/whatsapp/${slug}`;
}
