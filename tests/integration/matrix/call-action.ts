import type { FormState } from "@/lib/platform/actions/form-state";
import { fileOfAction } from "./discover";
import { outcomeOf } from "./web-edge";

type Action = (slug: string, previous: FormState, form: FormData) => Promise<FormState>;
export type ActionOutcome = Awaited<ReturnType<typeof callAction>>;

/** Calls a server action as the browser would: `members/createMemberAction` of a tenant, with these fields. */
export async function callAction(name: string, slug: string, fields: object) {
  const module = (await import(/* @vite-ignore */ fileOfAction(name))) as Record<string, Action>;
  const action = module[name.split("/")[1] ?? ""];
  if (!action) throw new Error(`no action ${name}`);
  const form = new FormData();
  for (const [field, value] of Object.entries(fields)) {
    for (const one of [value].flat()) form.append(field, one);
  }
  return await outcomeOf(() => action(slug, {}, form));
}

/** What came of a call, as one word: `404`, the code of a refusal, `to /path`, or `done`. */
export function codeOf(outcome: ActionOutcome): string {
  if (outcome === "404") return "404";
  return "redirect" in outcome ? `to ${outcome.redirect}` : (outcome.code ?? "done");
}
