"use client";
import { createContext, type ReactNode, useContext, useMemo } from "react";
import type ptBR from "@/messages/pt-BR.json";

/** The few words the primitives themselves say. Kept out of next-intl so that light pages need none of it. */
export type UiTexts = typeof ptBR.ui;

const UiTextsContext = createContext<{ texts: UiTexts; locale: string } | null>(null);

type UiTextsProviderProps = { texts: UiTexts; locale: string; children: ReactNode };

export function UiTextsProvider({ texts, locale, children }: UiTextsProviderProps) {
  const value = useMemo(() => ({ texts, locale }), [texts, locale]);
  return <UiTextsContext value={value}>{children}</UiTextsContext>;
}

/** @throws when a primitive is drawn outside the root layout. */
export function useUiTexts(): UiTexts {
  return useUi().texts;
}

/** The language of the page, for `Intl` in client components. */
export function useUiLocale(): string {
  return useUi().locale;
}

function useUi() {
  const ui = useContext(UiTextsContext);
  if (!ui) throw new Error("UiTextsProvider is missing above this component");
  return ui;
}

/** Puts values into the {places} of a short text. */
export function fill(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}
