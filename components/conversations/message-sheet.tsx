"use client";
import { Pencil, Pin, PinOff, Reply, Trash2 } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { callAction } from "@/components/ui/call-action";
import { Dialog } from "@/components/ui/dialog";
import { Icon } from "@/components/ui/icon";
import { showToast } from "@/components/ui/show-toast";
import { useUiTexts } from "@/components/ui/ui-texts";
import { isEditable } from "@/lib/conversations/rules";
import type { MessageView } from "@/lib/conversations/types";
import { EditForm } from "./edit-form";
import { ReactionPicker } from "./reaction-picker";
import { ReportForm } from "./report-form";
import { RevealPhone } from "./reveal-phone";
import { type RoomAction, useRoomPlace } from "./room-context";
import { useRoomTexts } from "./room-texts";
import { useSpeaker } from "./use-speaker";
import { WhoReacted } from "./who-reacted";

type MessageSheetProps = {
  message: MessageView | null;
  onClose: () => void;
  onChanged: (message: MessageView) => void;
  onAnswer: (message: MessageView) => void;
};

/** What can be done with one message, as a sheet from below. */
export function MessageSheet({ message, onClose, onChanged, onAnswer }: MessageSheetProps) {
  const t = useRoomTexts();
  const speaker = useSpeaker();
  return (
    <Dialog
      title={message ? speaker(message) : t("message")}
      description={message?.body.slice(0, 120)}
      open={message !== null}
      onClose={onClose}
    >
      {message && (
        <Choices
          key={message.id}
          message={message}
          onClose={onClose}
          onChanged={onChanged}
          onAnswer={onAnswer}
        />
      )}
    </Dialog>
  );
}

function Choices({ message, onClose, onChanged, onAnswer }: MessageSheetProps & { message: MessageView }) {
  const t = useRoomTexts();
  const texts = useUiTexts();
  const { actions, viewerId, isModerator } = useRoomPlace();
  const [isEditing, setEditing] = useState(false);
  const isOwn = viewerId !== null && message.authorId === viewerId;
  async function run(action: RoomAction, fields: Record<string, string>, done?: string) {
    const outcome = await callAction(action, { id: message.id, ...fields }, texts.offline);
    if (outcome.ok === false) return showToast(outcome.message ?? texts.failed, "error");
    onChanged(outcome.data as MessageView);
    if (done) showToast(done);
    onClose();
  }
  function answer() {
    onAnswer(message);
    onClose();
  }
  const { post, react, pin, report, edit, remove } = actions;
  if (isEditing && edit)
    return <EditForm message={message} action={edit} onDone={onChanged} onClose={onClose} />;
  return (
    <div className="grid gap-1">
      {react && <ReactionPicker message={message} onPick={(emoji) => void run(react, { emoji })} />}
      {post && (
        <Choice icon={<Icon of={Reply} />} onPick={() => answer()}>
          {t("answer")}
        </Choice>
      )}
      {pin && isModerator && <PinChoice message={message} onPick={(pinned) => void run(pin, { pinned })} />}
      {edit && isOwn && isStillEditable(message) && (
        <Choice icon={<Icon of={Pencil} />} onPick={() => setEditing(true)}>
          {t("edit")}
        </Choice>
      )}
      {remove && (isOwn || isModerator) && (
        <Choice icon={<Icon of={Trash2} />} onPick={() => void run(remove, {}, t("removedDone"))}>
          {isOwn ? t("removeOwn") : t("removeAsAdmin")}
        </Choice>
      )}
      {report && !isOwn && <ReportForm message={message} action={report} onDone={onClose} />}
      <RevealPhone message={message} />
      {message.reactions.length > 0 && <WhoReacted messageId={message.id} />}
    </div>
  );
}

type ChoiceProps = { icon: ReactNode; onPick: () => void; children: ReactNode };

function Choice({ icon, onPick, children }: ChoiceProps) {
  return (
    <Button variant="quiet" size="lg" icon={icon} onClick={onPick} className="justify-start">
      {children}
    </Button>
  );
}

function isStillEditable({ createdAt, kind, removedAt }: MessageView): boolean {
  const message = { createdAt: new Date(createdAt), kind, removedAt: removedAt ? new Date(removedAt) : null };
  return isEditable(message, new Date());
}

function PinChoice({ message, onPick }: { message: MessageView; onPick: (pinned: string) => void }) {
  const t = useRoomTexts();
  const isPinned = message.pinnedAt !== null;
  return (
    <Choice icon={<Icon of={isPinned ? PinOff : Pin} />} onPick={() => onPick(String(!isPinned))}>
      {isPinned ? t("unpin") : t("pin")}
    </Choice>
  );
}
