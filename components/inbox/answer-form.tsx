"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, type KeyboardEvent, useId, useRef, useState, useTransition } from "react";
import { useDraft } from "@/components/conversations/use-draft";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { callAction, type FieldsAction } from "@/components/ui/call-action";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { useUiTexts } from "@/components/ui/ui-texts";
import type { SavedReply } from "@/lib/inbox/types";
import type { FormState } from "@/lib/platform/actions/form-state";
import { useTellPresence } from "./live-inbox";

type AnswerFormProps = {
  conversationId: string;
  viewerId: string;
  action: FieldsAction;
  /** Up to which entry this page shows the conversation. */
  lastPosition: number;
  /** As they would be written to this person. */
  savedReplies: readonly SavedReply[];
  /** Notes alone: no answer goes out by this way now. */
  notesOnly: boolean;
};

/**
 * One's answer or note. What is typed stays through everything: other people's messages, a refusal, a closed tab. When somebody
 * else answered after this page was read, the server says so first; who has read that answer sends anyway.
 */
export function AnswerForm(props: AnswerFormProps) {
  const { conversationId, viewerId, action, lastPosition, savedReplies, notesOnly } = props;
  const t = useTranslations("inbox.answer");
  const texts = useUiTexts();
  const router = useRouter();
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const key = useRef(crypto.randomUUID());
  const seen = useRef(lastPosition);
  const isBegun = useRef(false);
  const tell = useTellPresence();
  const forget = useDraft(`aldeia.inbox.${conversationId}.${viewerId}`, field);
  const [isNote, setNote] = useState(notesOnly);
  const [refused, setRefused] = useState<FormState | null>(null);
  const [isPending, startTransition] = useTransition();

  function send(close: boolean) {
    const body = field.current?.value.trim();
    if (!body || isPending) return;
    const fields = {
      conversationId,
      body,
      key: key.current,
      note: String(isNote),
      close: String(close),
      seenPosition: String(seen.current),
    };
    startTransition(async () => {
      const outcome = await callAction(action, fields, texts.offline);
      if (outcome.ok === false) return setRefused(outcome);
      setRefused(null);
      key.current = crypto.randomUUID();
      if (field.current) field.current.value = "";
      isBegun.current = false;
      forget();
      tell("viewing");
      router.refresh();
    });
  }
  function submit(event: FormEvent) {
    event.preventDefault();
    send(false);
  }
  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      send(false);
    }
  }
  function onInput() {
    const box = field.current;
    if (!box) return;
    // Who begins to write has read what stands there; what comes while they write they may not have seen.
    if (!isBegun.current) seen.current = lastPosition;
    isBegun.current = box.value !== "";
    tell(box.value === "" ? "viewing" : "typing");
    const shortcut = /^\/([a-z0-9-]+)\s$/u.exec(box.value)?.[1];
    const reply = savedReplies.find((known) => known.shortcut === shortcut);
    if (reply) box.value = reply.body;
  }
  function pick(replyId: string) {
    const reply = savedReplies.find((known) => known.id === replyId);
    if (!reply || !field.current) return;
    field.current.value = field.current.value ? `${field.current.value}\n${reply.body}` : reply.body;
    field.current.focus();
  }
  function haveRead() {
    seen.current = lastPosition;
    setRefused(null);
    field.current?.focus();
  }
  return (
    <form onSubmit={submit} className="grid gap-3 border-line border-t pt-4" aria-busy={isPending}>
      {!notesOnly && (
        <fieldset className="flex gap-4">
          <legend className="sr-only">{t("mode")}</legend>
          <Mode name={`${id}-mode`} label={t("toReply")} isChosen={!isNote} onChoose={() => setNote(false)} />
          <Mode
            name={`${id}-mode`}
            label={t("toNote")}
            isChosen={isNote}
            onChoose={() => setNote(true)}
            hotkey="n"
          />
        </fieldset>
      )}
      <label htmlFor={id} className="grid gap-1.5">
        <span className="font-semibold text-control">{isNote ? t("noteLabel") : t("label")}</span>
        <Textarea
          ref={field}
          id={id}
          rows={4}
          data-key="r"
          maxLength={45_056}
          onInput={onInput}
          onKeyDown={onKeyDown}
          aria-describedby={`${id}-hint`}
          className={isNote ? "bg-ipe-soft" : undefined}
        />
      </label>
      <p id={`${id}-hint`} className="text-ink2 text-meta">
        {isNote ? t("noteHint") : t("hint")}
      </p>
      {refused && (
        <Alert tone="danger" live>
          <p>{refused.fieldErrors?.body?.[0] ?? refused.message ?? texts.failed}</p>
          {refused.code === "answered_meanwhile" && (
            <Button className="mt-2" onClick={haveRead}>
              {t("readLatest")}
            </Button>
          )}
        </Alert>
      )}
      <div className="flex flex-wrap items-center gap-2">
        <Button type="submit" variant="primary">
          {isNote ? t("saveNote") : t("send")}
        </Button>
        {!isNote && <Button onClick={() => send(true)}>{t("sendAndClose")}</Button>}
        {savedReplies.length > 0 && (
          <div className="min-w-40 grow">
            <Select
              aria-label={t("saved")}
              title={t("savedHint")}
              value=""
              placeholder={`${t("saved")}…`}
              onChange={(event) => pick(event.currentTarget.value)}
              options={savedReplies.map((reply) => ({ value: reply.id, label: `/${reply.shortcut}` }))}
            />
          </div>
        )}
      </div>
    </form>
  );
}

type ModeProps = { name: string; label: string; isChosen: boolean; onChoose: () => void; hotkey?: string };

function Mode({ name, label, isChosen, onChoose, hotkey }: ModeProps) {
  return (
    <label className="flex min-h-11 cursor-pointer items-center gap-2">
      <input
        type="radio"
        name={name}
        className="size-4.5 accent-porta"
        checked={isChosen}
        onChange={onChoose}
        data-key={hotkey}
      />
      {label}
    </label>
  );
}
