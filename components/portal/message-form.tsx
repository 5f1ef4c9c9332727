import { SendHorizontal } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/form";
import { TextareaField } from "@/components/ui/form-fields";
import { Icon } from "@/components/ui/icon";
import { SubmitButton } from "@/components/ui/submit-button";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import { postMessageAction } from "@/lib/conversations/actions";

/** One's words for the room. */
export async function MessageForm({ slug, groupId }: { slug: string; groupId: string }) {
  const t = await getTranslations("portal.room");
  return (
    <ActionForm
      action={postMessageAction.bind(null, slug)}
      resetOnSuccess
      className="grid-cols-[minmax(0,1fr)_auto] items-end gap-2 [&>[role=alert]]:col-span-2"
    >
      <input type="hidden" name="groupId" value={groupId} />
      <TextareaField
        name="body"
        label={<VisuallyHidden>{t("write")}</VisuallyHidden>}
        placeholder={t("placeholder")}
        rows={2}
        required
      />
      <SubmitButton pendingLabel={t("sending")} icon={<Icon of={SendHorizontal} />}>
        {t("send")}
      </SubmitButton>
    </ActionForm>
  );
}
