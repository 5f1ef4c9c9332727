"use client";
import type { ComponentProps, ReactNode } from "react";
import { Checkbox, Radio } from "./checkbox";
import { cx } from "./cx";
import { FieldErrors } from "./field";
import { Fieldset } from "./fieldset";
import { allOf, firstOf, useFormField, useFormState } from "./form-context";
import { Switch } from "./switch";

export type ChoiceOption = { value: string; label: ReactNode; hint?: ReactNode; disabled?: boolean };

type BoxProps = Omit<ComponentProps<"input">, "name" | "id" | "type"> & {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
};

/** One box, kept as it was after an error. The value sent is "on" unless told otherwise. */
export function CheckboxField({ name, label, hint, defaultChecked, className, ...rest }: BoxProps) {
  const { id, errors, checked } = useBox(name, label, defaultChecked);
  return (
    <div className={cx("grid", className)}>
      <Checkbox
        id={id}
        name={name}
        label={label}
        hint={hint}
        defaultChecked={checked}
        {...wrong(id, errors)}
        {...rest}
      />
      <FieldErrors id={id} errors={errors} />
    </div>
  );
}

/** A setting that is on or off. Sends "on" or nothing, like a box. */
export function SwitchField({ name, label, hint, defaultChecked, className, ...rest }: BoxProps) {
  const { id, errors, checked } = useBox(name, label, defaultChecked);
  return (
    <div className={cx("grid", className)}>
      <Switch
        id={id}
        name={name}
        label={label}
        hint={hint}
        defaultChecked={checked}
        {...wrong(id, errors)}
        {...rest}
      />
      <FieldErrors id={id} errors={errors} />
    </div>
  );
}

type GroupProps = {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  options: readonly ChoiceOption[];
  className?: string;
};

/** One answer of several. */
export function RadioField({
  name,
  label,
  hint,
  options,
  defaultValue,
  className,
}: GroupProps & { defaultValue?: string }) {
  const { id, errors, kept } = useFormField(name, label);
  const chosen = firstOf(kept) ?? defaultValue;
  return (
    <Fieldset id={id} label={label} hint={hint} errors={errors} className={className}>
      {options.map((option) => (
        <Radio
          key={option.value}
          name={name}
          {...option}
          defaultChecked={option.value === chosen}
          aria-invalid={errors?.length ? true : undefined}
        />
      ))}
    </Fieldset>
  );
}

/** Any number of answers under one name. */
export function CheckboxGroupField({
  name,
  label,
  hint,
  options,
  defaultValues,
  className,
}: GroupProps & { defaultValues?: readonly string[] }) {
  const { id, errors, kept } = useFormField(name, label);
  const chosen = allOf(kept) ?? defaultValues ?? [];
  return (
    <Fieldset id={id} label={label} hint={hint} errors={errors} className={className}>
      {options.map((option) => (
        <Checkbox
          key={option.value}
          name={name}
          {...option}
          defaultChecked={chosen.includes(option.value)}
          aria-invalid={errors?.length ? true : undefined}
        />
      ))}
    </Fieldset>
  );
}

function useBox(name: string, label: ReactNode, defaultChecked: boolean | undefined) {
  const { values } = useFormState();
  const { id, errors, kept } = useFormField(name, label);
  return {
    id,
    errors,
    checked: values ? kept !== undefined && kept !== "" && kept !== "false" : defaultChecked,
  };
}

function wrong(id: string, errors: readonly string[] | undefined) {
  return errors?.length ? { "aria-invalid": true, "aria-describedby": `${id}-error` } : {};
}
