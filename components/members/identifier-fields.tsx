"use client";
import { ArrowUp, Plus, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { FieldErrors } from "@/components/ui/field";
import { Fieldset } from "@/components/ui/fieldset";
import { useFormField, useFormState } from "@/components/ui/form-context";
import { Icon } from "@/components/ui/icon";
import { IconButton } from "@/components/ui/icon-button";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { identifierRowsOf } from "@/lib/members/form-rules";
import { IDENTIFIER_KINDS, type IdentifierKind } from "@/lib/members/types";

export type IdentifierInput = { kind: IdentifierKind; value: string };
type Row = IdentifierInput & { key: number };

const INPUT_TYPE: Record<IdentifierKind, "tel" | "email" | "text"> = {
  phone: "tel",
  email: "email",
  whatsapp: "tel",
  username: "text",
};

/** How to reach a person: any number of rows, of each kind the first is the main one. Rows keep their numbers. */
export function IdentifierFields({ given }: { given: readonly IdentifierInput[] }) {
  const t = useTranslations("members.form");
  const { values } = useFormState();
  const [rows, setRows] = useState<Row[]>(() => startRows(typedRows(values) ?? given));
  const change = (key: number, part: Partial<Row>) =>
    setRows(rows.map((row) => (row.key === key ? { ...row, ...part } : row)));
  const add = () =>
    setRows([...rows, { key: Math.max(...rows.map((row) => row.key)) + 1, kind: "phone", value: "" }]);
  const raise = (index: number) => {
    const sameKind = rows.findIndex(({ kind }) => kind === rows[index]?.kind);
    const others = rows.filter((_, at) => at !== index);
    const moved = rows[index];
    if (moved) setRows([...others.slice(0, sameKind), moved, ...others.slice(sameKind)]);
  };
  return (
    <Fieldset id="identifiers" label={t("identifiers")} hint={t("identifiersHint")} errors={undefined}>
      <ul className="grid gap-2.5">
        {rows.map((row, index) => (
          <IdentifierRow
            key={row.key}
            row={row}
            name={`identifier-${index}`}
            number={index + 1}
            isMain={rows.findIndex(({ kind }) => kind === row.kind) === index}
            isAlone={rows.filter(({ kind }) => kind === row.kind).length === 1}
            onChange={(part) => change(row.key, part)}
            onRaise={() => raise(index)}
            onRemove={rows.length > 1 ? () => setRows(rows.filter(({ key }) => key !== row.key)) : undefined}
          />
        ))}
      </ul>
      <Button className="mt-2.5 w-fit" size="sm" icon={<Icon of={Plus} size={16} />} onClick={add}>
        {t("addIdentifier")}
      </Button>
    </Fieldset>
  );
}

type IdentifierRowProps = {
  row: Row;
  name: string;
  number: number;
  isMain: boolean;
  isAlone: boolean;
  onChange: (part: Partial<Row>) => void;
  onRaise: () => void;
  onRemove: (() => void) | undefined;
};

function IdentifierRow({
  row,
  name,
  number,
  isMain,
  isAlone,
  onChange,
  onRaise,
  onRemove,
}: IdentifierRowProps) {
  const t = useTranslations("members");
  const label = t("form.identifierValue", { number });
  const { id, errors, link } = useFormField(`${name}-value`, label);
  return (
    <li className="grid gap-1.5">
      <div className="flex flex-wrap items-center gap-2">
        <span className="w-36 max-sm:grow">
          <Select
            name={`${name}-kind`}
            aria-label={t("form.identifierKind", { number })}
            options={IDENTIFIER_KINDS.map((kind) => ({ value: kind, label: t(`card.kinds.${kind}`) }))}
            value={row.kind}
            onChange={(event) => onChange({ kind: event.target.value as IdentifierKind })}
          />
        </span>
        <TextInput
          id={id}
          name={`${name}-value`}
          type={INPUT_TYPE[row.kind]}
          aria-label={label}
          aria-invalid={errors?.length ? true : undefined}
          aria-describedby={errors?.length ? `${id}-error` : undefined}
          className="min-w-40 flex-1 max-sm:order-last max-sm:basis-full"
          autoComplete="off"
          value={row.value}
          onChange={(event) => onChange({ value: event.target.value })}
        />
        {isMain && !isAlone && <Badge tone="primary">{t("form.main")}</Badge>}
        {!isMain && (
          <IconButton label={t("form.makeMain", { number })} icon={<Icon of={ArrowUp} />} onClick={onRaise} />
        )}
        {onRemove && (
          <IconButton
            label={t("form.removeIdentifier", { number })}
            icon={<Icon of={Trash2} />}
            onClick={onRemove}
          />
        )}
      </div>
      <FieldErrors id={id} errors={errors} link={link} />
    </li>
  );
}

/** What was typed before an answer without script: the page is drawn anew with it. */
function typedRows(values: Record<string, string | string[]> | undefined): IdentifierInput[] | null {
  const rows = identifierRowsOf(values ?? {});
  return rows.length > 0 ? rows : null;
}

function startRows(given: readonly IdentifierInput[]): Row[] {
  const rows =
    given.length > 0
      ? given
      : [
          { kind: "phone" as const, value: "" },
          { kind: "email" as const, value: "" },
        ];
  return rows.map(({ kind, value }, key) => ({ kind, value, key }));
}
