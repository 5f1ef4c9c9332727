import { getTranslations } from "next-intl/server";
import { SectionCard } from "@/components/ui/card";
import { Dialog } from "@/components/ui/dialog";
import { ActionForm } from "@/components/ui/form";
import { TextareaField } from "@/components/ui/form-fields";
import type { GroupSuggestion } from "@/lib/groups/types";
import type { FormState } from "@/lib/platform/actions/form-state";

type Action = (previous: FormState, form: FormData) => Promise<FormState>;
type SuggestionListProps = {
  suggestions: readonly GroupSuggestion[];
  /** Deciding as the team or as an admin in the portal. */
  approve: Action;
  decline: Action;
};

/** Groups that members suggest: open one, or say why not (H7). */
export async function SuggestionList({ suggestions, approve, decline }: SuggestionListProps) {
  const t = await getTranslations("groups.suggestions");
  return (
    <SectionCard id="suggestions" title={t("title")} description={t("description")}>
      {suggestions.length === 0 && <p className="text-ink2">{t("empty")}</p>}
      <ul className="grid divide-y divide-line">
        {suggestions.map(({ id, name, description, memberName }) => (
          <li key={id} className="flex flex-wrap items-center gap-3 py-3 first:pt-0 last:pb-0">
            <div className="grid min-w-40 grow basis-0 gap-0.5">
              <p className="break-words font-semibold">{name}</p>
              {description && <p className="break-words text-meta">{description}</p>}
              <p className="break-words text-ink2 text-meta">
                {t("by", { name: memberName ?? t("former") })}
              </p>
            </div>
            <div className="flex gap-2">
              <ActionForm action={approve} submitLabel={t("approve")} successMessage={t("approved")}>
                <input type="hidden" name="suggestionId" value={id} />
              </ActionForm>
              <Dialog
                title={t("declineTitle", { name })}
                description={t("declineBody")}
                trigger={{ label: t("decline"), variant: "quiet" }}
              >
                <ActionForm action={decline} submitLabel={t("decline")} successMessage={t("declined")}>
                  <input type="hidden" name="suggestionId" value={id} />
                  <TextareaField name="reason" label={t("reason")} rows={3} optional />
                </ActionForm>
              </Dialog>
            </div>
          </li>
        ))}
      </ul>
    </SectionCard>
  );
}
