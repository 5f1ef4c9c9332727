"use client";
import { unstable_rethrow } from "next/navigation";
import type { FormState } from "@/lib/platform/actions/form-state";

/** Runs an action so that a lost connection becomes a message in the form, with what was typed still in it. */
export async function runAction(
  run: () => Promise<FormState | undefined>,
  offlineMessage: string,
): Promise<FormState> {
  try {
    return (await run()) ?? {};
  } catch (error) {
    unstable_rethrow(error);
    if (error instanceof TypeError) return { ok: false, code: "offline", message: offlineMessage };
    throw error;
  }
}
