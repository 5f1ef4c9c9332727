"use client";
import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { Button } from "@/components/ui/button";
import { callAction } from "@/components/ui/call-action";
import { showToast } from "@/components/ui/show-toast";
import { useUiTexts } from "@/components/ui/ui-texts";
import { moveConversationsAction } from "@/lib/inbox/actions";

type CloseButtonProps = { slug: string; conversationId: string; isClosed: boolean };

/** Closes a conversation, or opens it again. */
export function CloseButton({ slug, conversationId, isClosed }: CloseButtonProps) {
  const t = useTranslations("inbox.act");
  const texts = useUiTexts();
  const [isPending, startTransition] = useTransition();
  const move = () =>
    startTransition(async () => {
      const fields = { "ids[]": [conversationId], status: isClosed ? "open" : "closed" };
      const outcome = await callAction(moveConversationsAction.bind(null, slug), fields, texts.offline);
      if (outcome.ok === false) showToast(outcome.message ?? texts.failed, "error");
    });
  return (
    <Button data-key="e" aria-busy={isPending} onClick={move}>
      {isClosed ? t("reopen") : t("close")}
    </Button>
  );
}
