"use client";
import type { ComponentProps, ReactNode } from "react";
import { cx } from "./cx";
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
  /** Stands across from the label, as a counter of what is typed. */
  counter?: ((control: { controlId: string; initial: string }) => ReactNode) | undefined;
};

function useFrame({ name, label, hint, optional, counter }: Frame, defaultValue: unknown) {
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
      counter: counter?.({ controlId: id, initial: value ?? "" }),
    },
    control: {
      id,
      name,
      "aria-invalid": errors?.length ? true : undefined,
      "aria-describedby": describedBy(id, { hint, errors }),
    },
  };
}

export type TextFieldProps = Frame & Omit<ComponentProps<"input">, "name" | "id">;

/** A line of text. Passwords are never filled in again from the server. */
export function TextField({
  name,
  label,
  hint,
  optional,
  counter,
  defaultValue,
  className,
  ...rest
}: TextFieldProps) {
  const { field, control, value } = useFrame({ name, label, hint, optional, counter }, defaultValue);
  return (
    <Field {...field} className={className}>
      <TextInput {...control} defaultValue={rest.type === "password" ? undefined : value} {...rest} />
    </Field>
  );
}

export type TextareaFieldProps = Frame &
  Omit<ComponentProps<"textarea">, "name" | "id"> & {
    /** Stands in the box of the text, above it. */
    toolbar?: ReactNode;
    inputClassName?: string;
  };

export function TextareaField({
  name,
  label,
  hint,
  optional,
  counter,
  toolbar,
  inputClassName,
  defaultValue,
  className,
  ...rest
}: TextareaFieldProps) {
  const { field, control, value } = useFrame({ name, label, hint, optional, counter }, defaultValue);
  const look = toolbar ? cx("rounded-t-none border-0", inputClassName) : inputClassName;
  const textarea = <Textarea {...control} defaultValue={value} className={look} {...rest} />;
  return (
    <Field {...field} className={className}>
      {toolbar ? (
        <div className="rounded-control border border-line-strong bg-surface has-[textarea:focus-visible]:outline-2 has-[textarea:focus-visible]:outline-focus has-[textarea:focus-visible]:outline-offset-2 [&_textarea]:outline-none">
          {toolbar}
          {textarea}
        </div>
      ) : (
        textarea
      )}
    </Field>
  );
}

type SelectFieldProps = Omit<Frame, "counter"> &
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

type FileFieldProps = Omit<Frame, "counter"> & Omit<ComponentProps<"input">, "name" | "id" | "type">;

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
