import en from "@/messages/en.json";
import es from "@/messages/es.json";
import ptBR from "@/messages/pt-BR.json";
import type { Locale } from "./locales";

/** The shape of the source catalogue; the other two have equal keys (held by a test). */
export type Messages = typeof ptBR;

export const catalogues = { "pt-BR": ptBR, en, es } as Record<Locale, Messages>;
