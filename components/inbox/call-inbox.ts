"use client";
import { runAction } from "@/components/ui/run-action";
import { type FormState, initialFormState } from "@/lib/platform/actions/form-state";

export type InboxAction = (previous: FormState, form: FormData) => Promise<FormState>;

/** Calls an action of the inbox with plain fields. */
export function callInbox(
  action: InboxAction,
  fields: Record<string, string | readonly string[]>,
  offlineMessage: string,
): Promise<FormState> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields))
    for (const each of typeof value === "string" ? [value] : value) form.append(name, each);
  return runAction(() => action(initialFormState, form), offlineMessage);
}
