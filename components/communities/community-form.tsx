"use client";
import { type ReactNode, useState } from "react";
import { CommunityIcon, type CommunityIconPicture } from "@/components/ui/community-icon";
import { CountedTextareaField, CountedTextField } from "@/components/ui/counted-fields";
import { ActionForm } from "@/components/ui/form";
import type { Icon } from "@/lib/communities/types";
import type { FormState } from "@/lib/platform/actions/form-state";
import { IconField, type IconTexts } from "./icon-field";
import { pictureOf } from "./picture";

export type CommunityFormTexts = {
  name: string;
  namePlaceholder: string;
  description: string;
  descriptionHint: string;
  icon: string;
  preview: string;
  previewName: string;
  previewBody: string;
};

type CommunityFormProps = {
  action: (previous: FormState, form: FormData) => Promise<FormState>;
  submitLabel: string;
  successMessage?: string;
  more?: ReactNode;
  /** Fields that only some have: who may join. */
  children?: ReactNode;
  limits: { name: number; description: number };
  texts: CommunityFormTexts;
  iconTexts: IconTexts;
  given?: { id: string; name: string; description: string; icon: Icon | null; iconSrc: string | null };
};

/** H8 on one page: name, description, icon, and beside them how it will look in the list. */
export function CommunityForm({
  given,
  texts,
  iconTexts,
  limits,
  more,
  children,
  ...form
}: CommunityFormProps) {
  const [name, setName] = useState(given?.name ?? "");
  const [description, setDescription] = useState(given?.description ?? "");
  const [picture, setPicture] = useState<CommunityIconPicture | null>(
    pictureOf(given?.icon ?? null, () => given?.iconSrc ?? ""),
  );
  return (
    <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,1fr)_300px]">
      <ActionForm
        action={form.action}
        submitLabel={form.submitLabel}
        actions={more}
        className="max-w-form"
        {...(form.successMessage !== undefined && { successMessage: form.successMessage })}
      >
        {given && <input type="hidden" name="communityId" value={given.id} />}
        <CountedTextField
          name="name"
          label={texts.name}
          placeholder={texts.namePlaceholder}
          maxGraphemes={limits.name}
          defaultValue={given?.name}
          onInput={(event) => setName(event.currentTarget.value)}
          autoComplete="off"
          required
        />
        <CountedTextareaField
          name="description"
          label={texts.description}
          hint={texts.descriptionHint}
          optional
          rows={3}
          maxGraphemes={limits.description}
          defaultValue={given?.description}
          onInput={(event) => setDescription(event.currentTarget.value)}
        />
        {children}
        <IconField label={texts.icon} texts={iconTexts} given={given?.icon ?? null} onPicture={setPicture} />
      </ActionForm>
      <aside aria-label={texts.preview} className="grid gap-2 lg:sticky lg:top-6">
        <p className="text-ink2 text-meta">{texts.preview}</p>
        <div className="grid gap-3 rounded-card border border-line bg-papel p-4">
          <div className="flex items-center gap-3 rounded-card bg-surface p-3 shadow-lift">
            <CommunityIcon picture={picture} size="lg" />
            <div className="grid min-w-0">
              <p className="truncate font-semibold">{name.trim() || texts.previewName}</p>
              <p className="line-clamp-2 break-words text-ink2 text-meta">
                {description.trim() || texts.previewBody}
              </p>
            </div>
          </div>
          <div aria-hidden="true" className="flex items-center gap-3 rounded-card bg-surface/60 p-3">
            <span className="size-11 rounded-[22%] bg-tile-3" />
            <span className="grid grow gap-2">
              <span className="h-2.5 w-2/3 rounded-pill bg-line" />
              <span className="h-2 w-1/2 rounded-pill bg-line" />
            </span>
          </div>
        </div>
      </aside>
    </div>
  );
}
