"use client";
import { createContext, type ReactNode, useContext } from "react";
import type ptBR from "@/messages/pt-BR.json";

/** The few words the primitives themselves say. Kept out of next-intl so that light pages need none of it. */
export type UiTexts = typeof ptBR.ui;

const UiTextsContext = createContext<UiTexts | null>(null);

export function UiTextsProvider({ texts, children }: { texts: UiTexts; children: ReactNode }) {
  return <UiTextsContext value={texts}>{children}</UiTextsContext>;
}

/** @throws when a primitive is drawn outside the root layout. */
export function useUiTexts(): UiTexts {
  const texts = useContext(UiTextsContext);
  if (!texts) throw new Error("UiTextsProvider is missing above this component");
  return texts;
}

/** Puts values into the {places} of a short text. */
export function fill(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}
