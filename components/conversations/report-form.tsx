"use client";
import { Flag } from "lucide-react";
import { type FormEvent, useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { callAction } from "@/components/ui/call-action";
import { Icon } from "@/components/ui/icon";
import { showToast } from "@/components/ui/show-toast";
import { Textarea } from "@/components/ui/textarea";
import { useUiTexts } from "@/components/ui/ui-texts";
import type { MessageView } from "@/lib/conversations/types";
import type { RoomAction } from "./room-context";
import { useRoomTexts } from "./room-texts";

type ReportFormProps = { message: MessageView; action: RoomAction; onDone: () => void };

/** Asks those who look after the room to look at a message; why is asked for once one wants to. */
export function ReportForm({ message, action, onDone }: ReportFormProps) {
  const t = useRoomTexts();
  const texts = useUiTexts();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const reason = String(new FormData(event.currentTarget).get("reason") ?? "");
    const outcome = await callAction(action, { id: message.id, reason }, texts.offline);
    if (outcome.ok === false) return showToast(outcome.message ?? texts.failed, "error");
    showToast(t("reported"));
    onDone();
  }
  if (!isOpen)
    return (
      <Button
        variant="quiet"
        size="lg"
        icon={<Icon of={Flag} />}
        onClick={() => setOpen(true)}
        className="justify-start"
      >
        {t("report")}
      </Button>
    );
  return (
    <form onSubmit={(event) => void submit(event)} className="grid gap-2 px-3 py-2">
      <label htmlFor={id} className="grid gap-1 font-semibold text-control">
        {t("reportWhy")}
        <Textarea id={id} name="reason" maxLength={2000} rows={2} />
      </label>
      <p className="text-meta text-ink2">{t("reportHint")}</p>
      <Button type="submit" variant="danger">
        {t("reportSubmit")}
      </Button>
    </form>
  );
}
