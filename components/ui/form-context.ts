"use client";
import { createContext, useContext, useEffect, useId } from "react";
import { type FormState, initialFormState } from "@/lib/platform/actions/form-state";

type FormContextValue = {
  formId: string | null;
  state: FormState;
  pending: boolean;
  /** Lets the summary of errors call a field by its label. */
  nameField: (name: string, label: string) => void;
};

export const FormContext = createContext<FormContextValue>({
  formId: null,
  state: initialFormState,
  pending: false,
  nameField: () => undefined,
});

export function useFormState(): FormState {
  return useContext(FormContext).state;
}

export function useFormPending(): boolean {
  return useContext(FormContext).pending;
}

/** What a field named `name` knows from the form around it: its id, its errors, and the value kept after an error. */
export function useFormField(name: string, label: unknown) {
  const { formId, state, nameField } = useContext(FormContext);
  const ownId = useId();
  // A list is sent as `groupIds[]`; what is wrong with it is told of `groupIds`.
  const path = name.replace(/\[\]$/, "");
  useEffect(() => {
    if (typeof label === "string") nameField(path, label);
  }, [path, label, nameField]);
  return {
    id: fieldId(formId ?? ownId, path),
    errors: state.fieldErrors?.[path],
    link: state.fieldLinks?.[path],
    kept: state.values?.[name],
  };
}

export function fieldId(formId: string, name: string): string {
  return `${formId}-${name}`;
}

/** One kept value; the first where a name came several times. */
export function firstOf(kept: string | string[] | undefined): string | undefined {
  return Array.isArray(kept) ? kept[0] : kept;
}

export function allOf(kept: string | string[] | undefined): string[] | undefined {
  return typeof kept === "string" ? [kept] : kept;
}
