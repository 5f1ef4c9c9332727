"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Fieldset } from "@/components/ui/fieldset";
import { useFormField } from "@/components/ui/form-context";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { CONSENT_CHANNELS, CONSENT_PURPOSES } from "@/lib/consent/types";
import { tagsOf } from "@/lib/members/form-rules";
import type { ConditionRow, PlaceKind } from "@/lib/segments/row-rules";
import { CONTACTS, FIELD_TESTS } from "@/lib/segments/types";
import type { BuilderChoices } from "./segment-builder";

type ControlProps = {
  id: string;
  row: ConditionRow;
  choices: BuilderChoices;
  onChange: (values: string[]) => void;
};

/** What one answers in a line of the sentence, by its kind. */
export function ConditionControl({ id, row, choices, onChange }: ControlProps) {
  const t = useTranslations("segments");
  const { kind, values } = row;
  const label = t(`kinds.${kind}`);
  const [first = ""] = values;
  const options = (names: readonly string[], of: "contacts" | "roles" | "locales") =>
    names.map((value) => ({ value, label: t(of, { value }) }));
  const single = (list: { value: string; label: string }[]) => (
    <Field id={id} label={label}>
      <Select id={id} options={list} value={first} onChange={(event) => onChange([event.target.value])} />
    </Field>
  );
  const text = (type: string, rest: { hint?: ReactNode; min?: number; max?: number } = {}) => (
    <Field id={id} label={label} hint={rest.hint}>
      <TextInput
        id={id}
        type={type}
        min={rest.min}
        max={rest.max}
        autoComplete="off"
        value={first}
        onChange={(event) => onChange([event.target.value])}
      />
    </Field>
  );
  switch (kind) {
    case "tagsAny":
    case "tagsAll":
    case "tagsNone":
      return (
        <Field id={id} label={label} hint={t("tagsHint")}>
          <TextInput
            id={id}
            list="segment-tags"
            autoComplete="off"
            defaultValue={values.join(", ")}
            onChange={(event) => onChange(tagsOf(event.target.value))}
          />
        </Field>
      );
    case "communityIds":
    case "notCommunityIds":
      return <Many {...{ kind, label, values, onChange, choices }} options={choices.places} />;
    case "groupIds":
    case "notGroupIds":
      return (
        <Many
          {...{ kind, label, values, onChange, choices }}
          options={choices.places.flatMap((place) =>
            place.groups.map((group) => ({ id: group.id, name: `${group.name} (${place.name})` })),
          )}
        />
      );
    case "role":
      return single(options(["admin", "member"], "roles"));
    case "locale":
      return single(options(["pt-BR", "en", "es"], "locales"));
    case "has":
    case "lacks":
      return single(options(CONTACTS, "contacts"));
    case "addedWithinDays":
      return text("number", { min: 1, max: 3650 });
    case "addedAfter":
    case "addedBefore":
      return text("date");
    case "q":
      return text("text");
    case "consent":
      return <Consent id={id} label={label} values={values} onChange={onChange} />;
    case "field":
      return <FieldTest {...{ id, label, values, onChange }} fields={choices.fields} />;
  }
}

type PartProps = { id: string; label: string; values: string[]; onChange: (values: string[]) => void };

function Many({
  kind,
  label,
  values,
  onChange,
  options,
  choices,
}: Omit<PartProps, "id"> & {
  kind: PlaceKind;
  options: readonly { id: string; name: string }[];
  choices: BuilderChoices;
}) {
  const field = useFormField(`filter.${kind}`, label);
  const others = choices.named.filter(
    (named) => named.kind === kind && !options.some(({ id }) => id === named.id),
  );
  return (
    <Fieldset id={field.id} label={label} errors={field.errors} className="max-h-72 overflow-y-auto">
      {[...options, ...others].map((option) => (
        <Checkbox
          key={option.id}
          label={option.name}
          checked={values.includes(option.id)}
          onChange={(event) =>
            onChange(
              event.target.checked ? [...values, option.id] : values.filter((value) => value !== option.id),
            )
          }
        />
      ))}
    </Fieldset>
  );
}

function Consent({ id, label, values, onChange }: PartProps) {
  const t = useTranslations("segments");
  const lists = [
    { part: "channel", names: CONSENT_CHANNELS },
    { part: "purpose", names: CONSENT_PURPOSES },
    { part: "said", names: ["yes", "no", "nothing"] },
  ] as const;
  return (
    <Fieldset id={id} label={label} className="[&>div]:grid [&>div]:gap-3">
      {lists.map(({ part, names }, at) => (
        <Field key={part} id={`${id}-${part}`} label={t(`consent.${part}`)}>
          <Select
            id={`${id}-${part}`}
            options={names.map((value) => ({ value, label: t(`consent.${part}s`, { value }) }))}
            value={values[at] ?? ""}
            onChange={(event) => onChange(values.with(at, event.target.value))}
          />
        </Field>
      ))}
    </Fieldset>
  );
}

function FieldTest({
  id,
  label,
  values,
  onChange,
  fields,
}: PartProps & { fields: BuilderChoices["fields"] }) {
  const t = useTranslations("segments");
  const [key = "", test = "is", value = ""] = values;
  const field = fields.find((each) => each.key === key);
  const list = field?.kind === "yes_no" ? ["true", "false"] : (field?.options ?? []);
  const answers = list.map((each) => ({
    value: each,
    label: field?.kind === "yes_no" ? t("yesNo", { value: each }) : each,
  }));
  const type = field?.kind === "date" ? "date" : "text";
  return (
    <Fieldset id={id} label={label}>
      <div className="grid gap-3 sm:grid-cols-3">
        <Field id={`${id}-key`} label={t("field.key")}>
          <Select
            id={`${id}-key`}
            placeholder={t("choose")}
            options={fields.map((each) => ({ value: each.key, label: each.name }))}
            value={key}
            onChange={(event) => onChange([event.target.value, test, ""])}
          />
        </Field>
        <Field id={`${id}-test`} label={t("field.test")}>
          <Select
            id={`${id}-test`}
            options={FIELD_TESTS.map((each) => ({ value: each, label: t("field.tests", { value: each }) }))}
            value={test}
            onChange={(event) => onChange([key, event.target.value, value])}
          />
        </Field>
        {test !== "is_set" && test !== "is_not_set" && (
          <Field id={`${id}-value`} label={t("field.value")}>
            {answers.length > 0 ? (
              <Select
                id={`${id}-value`}
                placeholder={t("choose")}
                options={answers}
                value={value}
                onChange={(event) => onChange([key, test, event.target.value])}
              />
            ) : (
              <TextInput
                id={`${id}-value`}
                type={type}
                autoComplete="off"
                value={value}
                onChange={(event) => onChange([key, test, event.target.value])}
              />
            )}
          </Field>
        )}
      </div>
    </Fieldset>
  );
}
