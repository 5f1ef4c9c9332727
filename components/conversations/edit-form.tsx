"use client";
import { type FormEvent, useId, useState } from "react";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { callAction } from "@/components/ui/call-action";
import { Textarea } from "@/components/ui/textarea";
import { useUiTexts } from "@/components/ui/ui-texts";
import type { MessageView } from "@/lib/conversations/types";
import type { RoomAction } from "./room-context";
import { useRoomTexts } from "./room-texts";

type EditFormProps = {
  message: MessageView;
  action: RoomAction;
  onDone: (message: MessageView) => void;
  onClose: () => void;
};

/** One's own words, to be said better. */
export function EditForm({ message, action, onDone, onClose }: EditFormProps) {
  const t = useRoomTexts();
  const texts = useUiTexts();
  const id = useId();
  const [problem, setProblem] = useState<string | null>(null);
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const body = String(new FormData(event.currentTarget).get("body") ?? "");
    const outcome = await callAction(action, { id: message.id, body }, texts.offline);
    if (outcome.ok === false) return setProblem(outcome.message ?? texts.failed);
    onDone(outcome.data as MessageView);
    onClose();
  }
  return (
    <form onSubmit={(event) => void submit(event)} className="grid gap-3">
      {problem && <Alert tone="danger">{problem}</Alert>}
      <label htmlFor={id} className="grid gap-1 font-semibold text-control">
        {t("write")}
        <Textarea id={id} name="body" defaultValue={message.body} required className="text-reading" />
      </label>
      <Button type="submit" variant="primary">
        {t("saveEdit")}
      </Button>
    </form>
  );
}
