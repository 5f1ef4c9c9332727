"use client";
import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { Button } from "@/components/ui/button";
import { callAction, type FieldsAction } from "@/components/ui/call-action";
import { Select } from "@/components/ui/select";
import { showToast } from "@/components/ui/show-toast";
import { useUiTexts } from "@/components/ui/ui-texts";
import {
  assignConversationsAction,
  labelConversationsAction,
  moveConversationsAction,
} from "@/lib/inbox/actions";
import type { Assignee, Label } from "@/lib/inbox/types";

type BulkBarProps = {
  slug: string;
  ids: readonly string[];
  labels: readonly Label[];
  assignees: readonly Assignee[];
  onDone: () => void;
};

const NOBODY = "nobody";

/** What may be done with all the conversations that are ticked. */
export function BulkBar({ slug, ids, labels, assignees, onDone }: BulkBarProps) {
  const t = useTranslations("inbox.bulk");
  const texts = useUiTexts();
  const [isPending, startTransition] = useTransition();
  const run = (
    action: (slug: string, ...rest: Parameters<FieldsAction>) => ReturnType<FieldsAction>,
    fields: object,
  ) =>
    startTransition(async () => {
      const outcome = await callAction(action.bind(null, slug), { "ids[]": ids, ...fields }, texts.offline);
      if (outcome.ok === false) return showToast(outcome.message ?? texts.failed, "error");
      const { changed } = outcome.data as { changed: number };
      showToast(t("done", { count: changed }));
      onDone();
    });
  const assign = (value: string) =>
    value && run(assignConversationsAction, { assigneeId: value === NOBODY ? "" : value });
  return (
    <fieldset
      aria-label={t("count", { count: ids.length })}
      aria-busy={isPending}
      className="grid gap-2 rounded-card border border-porta bg-surface p-3"
    >
      <p role="status" className="font-semibold text-meta">
        {t("count", { count: ids.length })}
      </p>
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => run(moveConversationsAction, { status: "closed" })}>{t("close")}</Button>
        <Button onClick={() => run(moveConversationsAction, { status: "open" })}>{t("reopen")}</Button>
      </div>
      <Select
        aria-label={t("assign")}
        value=""
        placeholder={`${t("assign")}…`}
        onChange={(event) => assign(event.currentTarget.value)}
        options={[
          { value: NOBODY, label: t("nobody") },
          ...assignees.map(({ staffId, name }) => ({ value: staffId, label: name })),
        ]}
      />
      {labels.length > 0 && (
        <Select
          aria-label={t("label")}
          value=""
          placeholder={`${t("label")}…`}
          onChange={(event) =>
            event.currentTarget.value &&
            run(labelConversationsAction, { addLabelId: event.currentTarget.value })
          }
          options={labels.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
    </fieldset>
  );
}
