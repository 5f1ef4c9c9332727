import { X } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { SectionCard } from "@/components/ui/card";
import { ActionForm } from "@/components/ui/form";
import { TextareaField, TextField } from "@/components/ui/form-fields";
import { Icon } from "@/components/ui/icon";
import { IconButton } from "@/components/ui/icon-button";
import { MERGE_FIELDS } from "@/lib/announcements/rules";
import {
  addLabelAction,
  addSavedReplyAction,
  removeLabelAction,
  removeSavedReplyAction,
} from "@/lib/inbox/actions";
import type { Label, SavedReply } from "@/lib/inbox/types";

/** The labels of the inbox: seen, added, taken away. */
export async function KeptLabels({ slug, labels }: { slug: string; labels: readonly Label[] }) {
  const t = await getTranslations("inbox.settings");
  return (
    <SectionCard id="labels" title={t("labels")}>
      <div className="grid gap-4">
        {labels.length === 0 && <p className="text-ink2">{t("none")}</p>}
        <ul className="grid gap-1">
          {labels.map(({ id, name }) => (
            <li key={id} className="flex items-center justify-between gap-2">
              <span className="min-w-0 break-words">{name}</span>
              <Remove
                action={removeLabelAction.bind(null, slug)}
                id={id}
                label={t("removeLabel", { name })}
              />
            </li>
          ))}
        </ul>
        <ActionForm
          action={addLabelAction.bind(null, slug)}
          submitLabel={t("addLabel")}
          submitVariant="secondary"
          successMessage={t("kept")}
          resetOnSuccess
        >
          <TextField name="name" label={t("labelName")} required />
        </ActionForm>
      </div>
    </SectionCard>
  );
}

/** The answers that are given often. */
export async function KeptReplies({ slug, replies }: { slug: string; replies: readonly SavedReply[] }) {
  const t = await getTranslations("inbox.settings");
  const fields = MERGE_FIELDS.map((name) => `{{${name}}}`).join(" ");
  return (
    <SectionCard id="replies" title={t("replies")} description={t("repliesHint", { fields })}>
      <div className="grid gap-4">
        {replies.length === 0 && <p className="text-ink2">{t("none")}</p>}
        <ul className="grid gap-3">
          {replies.map(({ id, shortcut, body }) => (
            <li key={id} className="flex items-start justify-between gap-2">
              <div className="grid min-w-0 gap-0.5">
                <p className="font-semibold">/{shortcut}</p>
                <p className="whitespace-pre-wrap break-words text-ink2">{body}</p>
              </div>
              <Remove
                action={removeSavedReplyAction.bind(null, slug)}
                id={id}
                label={t("removeReply", { shortcut })}
              />
            </li>
          ))}
        </ul>
        <ActionForm
          action={addSavedReplyAction.bind(null, slug)}
          submitLabel={t("addReply")}
          submitVariant="secondary"
          successMessage={t("kept")}
          resetOnSuccess
        >
          <TextField name="shortcut" label={t("shortcut")} required />
          <TextareaField name="body" label={t("body")} rows={3} required />
        </ActionForm>
      </div>
    </SectionCard>
  );
}

type RemoveProps = { action: React.ComponentProps<typeof ActionForm>["action"]; id: string; label: string };

function Remove({ action, id, label }: RemoveProps) {
  return (
    <ActionForm action={action} actions={<IconButton type="submit" label={label} icon={<Icon of={X} />} />}>
      <input type="hidden" name="id" value={id} />
    </ActionForm>
  );
}
