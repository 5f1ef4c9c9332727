"use client";
import type { MessageView } from "@/lib/conversations/types";
import { useRoomPlace } from "./room-context";
import { useRoomTexts } from "./room-texts";

type Speaker = Pick<MessageView, "authorId" | "authorName" | "formerMember" | "byTeam">;

/** How somebody is called here: oneself, by name, or as a former member with a number (P13). */
export function useSpeaker(): (speaker: Speaker) => string {
  const t = useRoomTexts();
  const { viewerId } = useRoomPlace();
  return ({ authorId, authorName, formerMember, byTeam }) => {
    if (viewerId !== null && authorId === viewerId) return t("you");
    if (authorName !== null) return authorName;
    return byTeam ? t("team") : t("formerMember", { number: formerMember ?? "" });
  };
}
