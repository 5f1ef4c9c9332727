import { Refusal, type RefusalParams } from "./refusal";
import type { RefusalCode } from "./refusal-codes";

/** The answer of a policy: yes, or no with the code that says why. */
export type Decision = { ok: true } | { ok: false; code: RefusalCode; params?: RefusalParams };

export const allowed: Decision = { ok: true };

export function refused(code: RefusalCode, params?: RefusalParams): Decision {
  return params ? { ok: false, code, params } : { ok: false, code };
}

/** Turns a "no" into a thrown refusal. @throws Refusal with the decision's code. */
export function authorize(decision: Decision): void {
  if (!decision.ok) throw new Refusal(decision.code, decision.params);
}
