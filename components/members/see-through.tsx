import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/form";
import type { FormState } from "@/lib/platform/actions/form-state";

type SeeThroughProps = {
  action: (previous: FormState, form: FormData) => Promise<FormState>;
  memberId: string;
};

/** The walk through the portal with somebody's eyes (P15). */
export async function SeeThrough({ action, memberId }: SeeThroughProps) {
  const t = await getTranslations("privacy.look");
  return (
    <ActionForm action={action} submitLabel={t("open")} submitVariant="secondary" className="gap-0">
      <input type="hidden" name="memberId" value={memberId} />
    </ActionForm>
  );
}
