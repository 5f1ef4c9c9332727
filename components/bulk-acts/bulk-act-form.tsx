"use client";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Field } from "@/components/ui/field";
import { ActionForm } from "@/components/ui/form";
import { useFormState } from "@/components/ui/form-context";
import { TextField } from "@/components/ui/form-fields";
import { Select } from "@/components/ui/select";
import { startBulkActAction } from "@/lib/bulk-acts/actions";
import { BULK_ACTIONS, type BulkAction } from "@/lib/bulk-acts/types";
import { PlacePicker } from "./place-picker";

export type PlaceChoice = { id: string; name: string; groups: readonly { id: string; name: string }[] };

type BulkActFormProps = {
  slug: string;
  selection: string;
  people: number;
  places: readonly PlaceChoice[];
  tags: readonly string[];
  /** Stays the same function from one rendering to the next. */
  onRecount: () => unknown;
};

/** What to do with whom was chosen: one thing, and where or with which tags. */
export function BulkActForm({ slug, selection, people, places, tags, onRecount }: BulkActFormProps) {
  const t = useTranslations("bulkActs");
  const [action, setAction] = useState<BulkAction>("tag");
  const isAboutTags = action === "tag" || action === "untag";
  return (
    <ActionForm
      action={startBulkActAction.bind(null, slug)}
      submitLabel={t(`submit.${action}`, { count: people })}
      submitVariant={action === "remove" ? "danger" : "primary"}
    >
      <input type="hidden" name="selection" value={selection} />
      <input type="hidden" name="confirmPeople" value={people} />
      <Recount onRecount={onRecount} />
      <Field id="bulk-action" label={t("what")}>
        <Select
          id="bulk-action"
          name="action"
          options={BULK_ACTIONS.map((each) => ({ value: each, label: t(`actions.${each}`) }))}
          value={action}
          onChange={(event) => setAction(BULK_ACTIONS.find((each) => each === event.target.value) ?? "tag")}
        />
      </Field>
      {isAboutTags ? (
        <>
          <datalist id="bulk-tags">
            {tags.map((tag) => (
              <option key={tag} value={tag} />
            ))}
          </datalist>
          <TextField name="tags" label={t("tags")} hint={t("tagsHint")} list="bulk-tags" autoComplete="off" />
        </>
      ) : (
        <PlacePicker places={places} />
      )}
    </ActionForm>
  );
}

/** When the server counted others than were confirmed, the number is asked again, and the button says the new one. */
function Recount({ onRecount }: { onRecount: () => unknown }) {
  const state = useFormState();
  useEffect(() => {
    if (state.code === "confirmation_required") onRecount();
  }, [state, onRecount]);
  return null;
}
