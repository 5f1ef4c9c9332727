"use client";
import type { ComponentProps, ReactNode } from "react";
import { CharCounter } from "./char-counter";
import { describedBy, Field } from "./field";
import { firstOf, useFormField } from "./form-context";
import { Select, type SelectOption } from "./select";
import { TextInput } from "./text-input";
import { Textarea } from "./textarea";
import { useUiTexts } from "./ui-texts";

type Frame = {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  /** Shows "(opcional)" after the label. */
  optional?: boolean | undefined;
  /** Shows a counter of user-perceived characters. The server enforces the limit. */
  maxGraphemes?: number | undefined;
};

function useFrame({ name, label, hint, optional, maxGraphemes }: Frame, defaultValue: unknown) {
  const texts = useUiTexts();
  const { id, errors, link, kept } = useFormField(name, label);
  const value = firstOf(kept) ?? (defaultValue === undefined ? undefined : String(defaultValue));
  return {
    value,
    field: {
      id,
      label,
      hint,
      errors,
      errorLink: link,
      optionalMark: optional ? texts.optional : undefined,
      counter: maxGraphemes ? <CharCounter controlId={id} initial={value ?? ""} max={maxGraphemes} /> : null,
    },
    control: {
      id,
      name,
      "aria-invalid": errors?.length ? true : undefined,
      "aria-describedby": describedBy(id, { hint, errors }),
    },
  };
}

type TextFieldProps = Frame & Omit<ComponentProps<"input">, "name" | "id">;

/** A line of text. Passwords are never filled in again from the server. */
export function TextField({
  name,
  label,
  hint,
  optional,
  maxGraphemes,
  defaultValue,
  className,
  ...rest
}: TextFieldProps) {
  const { field, control, value } = useFrame({ name, label, hint, optional, maxGraphemes }, defaultValue);
  return (
    <Field {...field} className={className}>
      <TextInput {...control} defaultValue={rest.type === "password" ? undefined : value} {...rest} />
    </Field>
  );
}

type TextareaFieldProps = Frame & Omit<ComponentProps<"textarea">, "name" | "id">;

export function TextareaField({
  name,
  label,
  hint,
  optional,
  maxGraphemes,
  defaultValue,
  className,
  ...rest
}: TextareaFieldProps) {
  const { field, control, value } = useFrame({ name, label, hint, optional, maxGraphemes }, defaultValue);
  return (
    <Field {...field} className={className}>
      <Textarea {...control} defaultValue={value} {...rest} />
    </Field>
  );
}

type SelectFieldProps = Omit<Frame, "maxGraphemes"> &
  Omit<ComponentProps<"select">, "name" | "id" | "children"> & {
    options: readonly SelectOption[];
    placeholder?: string;
  };

export function SelectField({
  name,
  label,
  hint,
  optional,
  defaultValue,
  className,
  ...rest
}: SelectFieldProps) {
  const { field, control, value } = useFrame({ name, label, hint, optional }, defaultValue);
  return (
    <Field {...field} className={className}>
      <Select {...control} defaultValue={value} {...rest} />
    </Field>
  );
}

type FileFieldProps = Omit<Frame, "maxGraphemes"> & Omit<ComponentProps<"input">, "name" | "id" | "type">;

export function FileField({ name, label, hint, optional, className, ...rest }: FileFieldProps) {
  const { field, control } = useFrame({ name, label, hint, optional }, undefined);
  return (
    <Field {...field} className={className}>
      <TextInput
        type="file"
        className="cursor-pointer border-dashed py-2 file:mr-3 file:cursor-pointer file:rounded-chip file:border-0 file:bg-porta-soft file:px-3 file:py-1.5 file:font-semibold file:text-porta"
        {...control}
        {...rest}
      />
    </Field>
  );
}
