"use client";
import { CharCounter } from "./char-counter";
import { TextareaField, type TextareaFieldProps, TextField, type TextFieldProps } from "./form-fields";

/** The server enforces the limit; the counter tells of it before. Apart from the plain fields, so that light pages carry no counter. */
type Counted = { maxGraphemes: number };

export function CountedTextField({ maxGraphemes, ...rest }: Omit<TextFieldProps, "counter"> & Counted) {
  return <TextField {...rest} counter={(control) => <CharCounter {...control} max={maxGraphemes} />} />;
}

export function CountedTextareaField({
  maxGraphemes,
  ...rest
}: Omit<TextareaFieldProps, "counter"> & Counted) {
  return <TextareaField {...rest} counter={(control) => <CharCounter {...control} max={maxGraphemes} />} />;
}
