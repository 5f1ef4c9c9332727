"use client";
import { type FormState, initialFormState } from "@/lib/platform/actions/form-state";
import { runAction } from "./run-action";

/** An action as a form calls it, its place in the address already given. */
export type FieldsAction = (previous: FormState, form: FormData) => Promise<FormState>;

/** Calls an action with plain fields, without a form on the page; several values of one field are a list. */
export function callAction(
  action: FieldsAction,
  fields: Record<string, string | readonly string[]>,
  offlineMessage: string,
): Promise<FormState> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields))
    for (const each of typeof value === "string" ? [value] : value) form.append(name, each);
  return runAction(() => action(initialFormState, form), offlineMessage);
}
