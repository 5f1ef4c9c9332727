"use client";
import { runAction } from "@/components/ui/run-action";
import { type FormState, initialFormState } from "@/lib/platform/actions/form-state";
import type { RoomAction } from "./room-context";

/** Calls an action of the room with plain fields. */
export function callAction(
  action: RoomAction,
  fields: Record<string, string | readonly string[]>,
  offlineMessage: string,
): Promise<FormState> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields))
    for (const each of typeof value === "string" ? [value] : value) form.append(name, each);
  return runAction(() => action(initialFormState, form), offlineMessage);
}
