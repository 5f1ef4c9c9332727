"use client";
import { createContext, use } from "react";
import type { FieldsAction } from "@/components/ui/call-action";

export type RoomAction = FieldsAction;

/** What can be done in the room; what is missing is not theirs to do here. */
export type RoomActions = {
  post?: RoomAction;
  edit?: RoomAction;
  react?: RoomAction;
  pin?: RoomAction;
  report?: RoomAction;
  /** Asks for the whole number of who wrote (P8). */
  revealPhone?: RoomAction;
  remove?: RoomAction;
};

export type RoomPlace = {
  slug: string;
  groupId: string;
  /** Where the room's stream and pages are: `/m/aurora/groups/…`. */
  base: string;
  viewerId: string | null;
  /** Whether they look after the room: others' messages are theirs to remove. */
  isModerator: boolean;
  zone: string;
  /** Up to where the viewer had read when the page was made; null where that is not kept. */
  readPosition: number | null;
  actions: RoomActions;
};

export const RoomContext = createContext<RoomPlace | null>(null);

/** Where one is. @throws outside of a conversation */
export function useRoomPlace(): RoomPlace {
  const place = use(RoomContext);
  if (!place) throw new Error("a piece of a conversation is drawn outside of one");
  return place;
}
