import { getTranslations } from "next-intl/server";
import { Badge, type Tone } from "@/components/ui/badge";
import { CountedTextareaField, CountedTextField } from "@/components/ui/counted-fields";
import { Dialog } from "@/components/ui/dialog";
import { ActionForm } from "@/components/ui/form";
import { SelectField } from "@/components/ui/form-fields";
import { suggestGroupAction } from "@/lib/groups/portal-actions";
import type { OwnSuggestion, SuggestionStatus } from "@/lib/groups/types";

type SuggestGroupProps = {
  slug: string;
  communities: readonly { id: string; name: string }[];
  suggestions: readonly OwnSuggestion[];
  maxGraphemes: { name: number; description: number };
};

const tones: Record<SuggestionStatus, Tone> = {
  pending: "neutral",
  approved: "success",
  declined: "warning",
};

/** Suggesting a new group to the admins of one's community, and what became of earlier ideas (H7). */
export async function SuggestGroup({ slug, communities, suggestions, maxGraphemes }: SuggestGroupProps) {
  const t = await getTranslations("portal.suggest");
  return (
    <section aria-labelledby="suggest" className="mt-2 grid gap-2.5">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <div className="grid gap-0.5">
          <h2 id="suggest" className="text-h3">
            {t("title")}
          </h2>
          <p className="text-ink2 text-meta">{t("hint")}</p>
        </div>
        <Dialog title={t("dialog")} description={t("body")} trigger={{ label: t("open") }}>
          <ActionForm
            action={suggestGroupAction.bind(null, slug)}
            submitLabel={t("submit")}
            successMessage={t("sent")}
            resetOnSuccess
          >
            {communities.length === 1 ? (
              <input type="hidden" name="communityId" value={communities[0]?.id} />
            ) : (
              <SelectField
                name="communityId"
                label={t("community")}
                options={communities.map(({ id, name }) => ({ value: id, label: name }))}
              />
            )}
            <CountedTextField
              name="name"
              label={t("name")}
              maxGraphemes={maxGraphemes.name}
              autoComplete="off"
              required
            />
            <CountedTextareaField
              name="description"
              label={t("description")}
              rows={3}
              maxGraphemes={maxGraphemes.description}
              optional
            />
          </ActionForm>
        </Dialog>
      </div>
      {suggestions.length > 0 && (
        <ul className="grid divide-y divide-line overflow-hidden rounded-card border border-line bg-surface">
          {suggestions.map(({ id, name, status, reason }) => (
            <li key={id} className="flex flex-wrap items-center gap-3 px-4 py-3">
              <div className="grid min-w-[9rem] grow basis-0">
                <p className="break-words font-semibold">{name}</p>
                {reason && <p className="break-words text-ink2 text-meta">{reason}</p>}
              </div>
              <Badge tone={tones[status]}>{t(`status.${status}`)}</Badge>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
