import { test as base } from "@playwright/test";
import { type Texts, textsOf } from "./texts";

/** A journey knows the words of its language: `t("ui.save")`. */
export const test = base.extend<{ t: Texts }>({
  t: async ({ locale }, use) => use(textsOf(locale ?? "pt-BR")),
});

let counter = 0;

/** A short text that no other run has used, for slugs and addresses. */
export function unique(prefix: string): string {
  counter += 1;
  return `${prefix}-${Date.now().toString(36)}${counter}`;
}
