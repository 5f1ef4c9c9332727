"use client";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { fetchJson } from "@/components/ui/fetch-json";
import type { ReactionView } from "@/lib/conversations/types";
import { useRoomPlace } from "./room-context";
import { useRoomTexts } from "./room-texts";

/** Who reacted and how, asked for when somebody wants to know; who has left is nobody by name (P13). */
export function WhoReacted({ messageId }: { messageId: string }) {
  const t = useRoomTexts();
  const { base, viewerId } = useRoomPlace();
  const [people, setPeople] = useState<readonly ReactionView[] | null>(null);
  const [portal] = base.split("/groups/");
  async function ask() {
    // Offline: the button stays.
    const page = await fetchJson<{ data: ReactionView[] }>(
      `${portal}/messages/${messageId}/reactions?limit=200`,
    ).catch(() => null);
    if (page) setPeople(page.data);
  }
  if (!people)
    return (
      <Button variant="quiet" size="lg" onClick={() => void ask()} className="justify-start">
        {t("whoReacted")}
      </Button>
    );
  return (
    <ul className="grid gap-1 px-3">
      {people.map(({ memberId, name, emoji }, index) => (
        <li key={memberId ?? index} className="flex gap-2">
          <span>{emoji}</span>
          <span>{memberId !== null && memberId === viewerId ? t("you") : (name ?? t("someFormer"))}</span>
        </li>
      ))}
    </ul>
  );
}
