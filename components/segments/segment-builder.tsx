"use client";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Field } from "@/components/ui/field";
import { ActionForm } from "@/components/ui/form";
import { TextField } from "@/components/ui/form-fields";
import { Icon } from "@/components/ui/icon";
import { IconButton } from "@/components/ui/icon-button";
import { LinkButton } from "@/components/ui/link-button";
import { Select } from "@/components/ui/select";
import { saveSegmentAction } from "@/lib/segments/actions";
import {
  CONTACT_KINDS,
  type ConditionRow,
  filterOf,
  newRow,
  type PlaceKind,
  ROW_KINDS,
  type RowKind,
} from "@/lib/segments/row-rules";
import { ConditionControl } from "./condition-control";
import { LiveCount } from "./live-count";

export type BuilderChoices = {
  places: readonly { id: string; name: string; groups: readonly { id: string; name: string }[] }[];
  fields: readonly { key: string; name: string; kind: string; options: string[] }[];
  tags: readonly string[];
  seesContacts: boolean;
  /** What the segment names by each kind, archived and gone places too, so that they can be taken out. */
  named: readonly { kind: PlaceKind; id: string; name: string }[];
};
type BuilderProps = {
  slug: string;
  choices: BuilderChoices;
  start: { id?: string; name: string; rows: readonly ConditionRow[] };
};
type Line = ConditionRow & { place: number };

/** A segment as a sentence of conditions that all hold, and how many people it finds while one builds it. */
export function SegmentBuilder({ slug, choices, start }: BuilderProps) {
  const t = useTranslations("segments");
  const [lines, setLines] = useState<Line[]>(start.rows.map((row, place) => ({ ...row, place })));
  const [next, setNext] = useState(start.rows.length);
  const filter = JSON.stringify(filterOf(lines));
  const offered = ROW_KINDS.filter((kind) => isOffered(kind, lines, choices));
  const add = (kind: RowKind) => {
    setLines([...lines, { ...newRow(kind), place: next }]);
    setNext(next + 1);
  };
  return (
    <ActionForm
      action={saveSegmentAction.bind(null, slug)}
      submitLabel={t("save")}
      actions={
        <LinkButton href={`/t/${slug}/members/segments`} variant="quiet">
          {t("cancel")}
        </LinkButton>
      }
    >
      {start.id && <input type="hidden" name="id" value={start.id} />}
      <input type="hidden" name="filter" value={filter} />
      <datalist id="segment-tags">
        {choices.tags.map((tag) => (
          <option key={tag} value={tag} />
        ))}
      </datalist>
      <TextField name="name" label={t("name")} defaultValue={start.name} autoComplete="off" />
      <fieldset className="grid gap-3">
        <legend className="mb-2 font-semibold text-control">{t("who")}</legend>
        {lines.length === 0 && <p className="text-ink2">{t("everybody")}</p>}
        {lines.map((line) => (
          <div
            key={line.place}
            className="flex items-start justify-between gap-2 rounded-card border border-line bg-surface p-4"
          >
            <div className="min-w-0 grow">
              <ConditionControl
                id={`condition-${line.place}`}
                row={line}
                choices={choices}
                onChange={(values) =>
                  setLines(lines.map((each) => (each.place === line.place ? { ...each, values } : each)))
                }
              />
            </div>
            <IconButton
              label={t("remove", { name: t(`kinds.${line.kind}`) })}
              icon={<Icon of={X} />}
              onClick={() => setLines(lines.filter((each) => each.place !== line.place))}
            />
          </div>
        ))}
        <Field id="add-condition" label={t(lines.length === 0 ? "addFirst" : "addMore")}>
          <Select
            id="add-condition"
            placeholder={t("choose")}
            options={offered.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
            value=""
            onChange={(event) => {
              const kind = offered.find((each) => each === event.target.value);
              if (kind) add(kind);
            }}
          />
        </Field>
      </fieldset>
      <LiveCount slug={slug} filter={filter} />
    </ActionForm>
  );
}

/** Each kind once, fields again and again; about contacts only for those who see them. */
function isOffered(kind: RowKind, lines: readonly Line[], choices: BuilderChoices): boolean {
  if (kind === "field") return choices.fields.length > 0;
  if (!choices.seesContacts && CONTACT_KINDS.includes(kind)) return false;
  return !lines.some((line) => line.kind === kind);
}
