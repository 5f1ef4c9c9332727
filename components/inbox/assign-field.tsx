"use client";
import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { callAction } from "@/components/ui/call-action";
import { Select } from "@/components/ui/select";
import { showToast } from "@/components/ui/show-toast";
import { useUiTexts } from "@/components/ui/ui-texts";
import { assignConversationsAction } from "@/lib/inbox/actions";
import type { Assignee } from "@/lib/inbox/types";

type AssignFieldProps = {
  slug: string;
  conversationId: string;
  assigneeId: string | null;
  assignees: readonly Assignee[];
};

/** Who looks after a conversation; choosing is assigning. */
export function AssignField({ slug, conversationId, assigneeId, assignees }: AssignFieldProps) {
  const t = useTranslations("inbox.act");
  const texts = useUiTexts();
  const [isPending, startTransition] = useTransition();
  const assign = (to: string) =>
    startTransition(async () => {
      const fields = { "ids[]": [conversationId], assigneeId: to };
      const outcome = await callAction(assignConversationsAction.bind(null, slug), fields, texts.offline);
      if (outcome.ok === false) showToast(outcome.message ?? texts.failed, "error");
      else showToast(t("assigned"));
    });
  return (
    <div className="min-w-44 grow">
      <Select
        key={assigneeId}
        data-key="a"
        aria-label={t("assign")}
        aria-busy={isPending}
        defaultValue={assigneeId ?? ""}
        placeholder={t("nobody")}
        onChange={(event) => assign(event.currentTarget.value)}
        options={assignees.map(({ staffId, name }) => ({ value: staffId, label: name }))}
      />
    </div>
  );
}
