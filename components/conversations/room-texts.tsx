"use client";
import { createContext, type ReactNode, use, useCallback } from "react";
import { fill } from "@/components/ui/ui-texts";
import type ptBR from "@/messages/pt-BR.json";

type Section = typeof ptBR.conversations;
type Key = { [Name in keyof Section]: Section[Name] extends string ? Name : never }[keyof Section];

/** The words of a conversation: short texts with places, so that members' phones need no message formatter. */
export type RoomTexts = Record<Key, string>;

const RoomTextsContext = createContext<RoomTexts | null>(null);

export function RoomTextsProvider({ texts, children }: { texts: RoomTexts; children: ReactNode }) {
  return <RoomTextsContext value={texts}>{children}</RoomTextsContext>;
}

/** A text of the conversation by its key, with its places filled. @throws outside of a conversation */
export function useRoomTexts(): (key: Key, values?: Record<string, string | number>) => string {
  const texts = use(RoomTextsContext);
  if (!texts) throw new Error("the words of a conversation are missing above this component");
  return useCallback((key, values = {}) => fill(texts[key], values), [texts]);
}
