"use client";
import { Phone } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { callAction } from "@/components/ui/call-action";
import { Icon } from "@/components/ui/icon";
import { showToast } from "@/components/ui/show-toast";
import { useUiTexts } from "@/components/ui/ui-texts";
import type { MessageView } from "@/lib/conversations/types";
import { type RoomAction, useRoomPlace } from "./room-context";
import { useRoomTexts } from "./room-texts";

/** The whole number of who wrote, asked for by a press and kept in the audit log (P8); nothing where it is not theirs to ask. */
export function RevealPhone({ message }: { message: MessageView }) {
  const { actions, viewerId } = useRoomPlace();
  const { revealPhone } = actions;
  if (!revealPhone || !message.authorId || message.authorId === viewerId) return null;
  return <Reveal messageId={message.id} action={revealPhone} />;
}

function Reveal({ messageId, action }: { messageId: string; action: RoomAction }) {
  const t = useRoomTexts();
  const texts = useUiTexts();
  const [phones, setPhones] = useState<readonly string[] | null>(null);
  async function ask() {
    const outcome = await callAction(action, { id: messageId }, texts.offline);
    if (outcome.ok === false) return showToast(outcome.message ?? texts.failed, "error");
    setPhones(outcome.data as string[]);
  }
  if (!phones)
    return (
      <div className="grid">
        <Button
          variant="quiet"
          size="lg"
          icon={<Icon of={Phone} />}
          onClick={() => void ask()}
          className="justify-start"
        >
          {t("revealPhone")}
        </Button>
        <p className="px-3 text-ink2 text-meta">{t("revealPhoneHint")}</p>
      </div>
    );
  return (
    <p role="status" className="px-3 py-2 font-semibold tabular-nums">
      {phones.length === 0 ? t("noPhone") : phones.join(" · ")}
    </p>
  );
}
