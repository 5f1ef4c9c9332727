import "server-only";
import { unstable_rethrow } from "next/navigation";
import type { z } from "zod";
import { invalidInput } from "@/lib/shared/refusal";
import { describeError } from "../errors/describe-error";
import { issuesOf } from "../errors/zod-issues";
import { currentLocale } from "../i18n/current-locale";
import type { Locale } from "../i18n/locales";
import type { FormState } from "./form-state";
import { keptValues, readForm } from "./read-form";

export type ActionSpec<Ctx, Schema extends z.ZodType> = {
  schema: Schema;
  /** Calls one command, then revalidates or redirects. What it returns reaches the form as `data`. */
  run: (ctx: Ctx, input: z.output<Schema>) => Promise<unknown>;
  /** Goes on while the tenant is read-only: paying, leaving, taking rights away. */
  whenReadOnly?: "allowed";
};
export type FormAction = (slug: string, previous: FormState, form: FormData) => Promise<FormState>;

/**
 * Makes the maker of server actions for one kind of actor. Each action: who acts, is the input valid, run; every error
 * becomes a form state in the user's language, and what was typed is kept. `assertWritable` refuses what a read-only
 * tenant may not do.
 */
export function actionsFor<Ctx extends { locale: Locale }>(
  load: (slug: string) => Promise<Ctx>,
  assertWritable: (ctx: Ctx) => Promise<void> = async () => undefined,
) {
  return function defineAction<Schema extends z.ZodType>(spec: ActionSpec<Ctx, Schema>): FormAction {
    return async function action(slug, _previous, form) {
      let locale: Locale = await currentLocale();
      try {
        const ctx = await load(slug);
        locale = ctx.locale;
        if (spec.whenReadOnly !== "allowed") await assertWritable(ctx);
        const parsed = spec.schema.safeParse(readForm(form));
        if (!parsed.success) throw invalidInput(...issuesOf(parsed.error));
        const data = await spec.run(ctx, parsed.data);
        return data === undefined ? { ok: true } : { ok: true, data };
      } catch (error) {
        unstable_rethrow(error);
        return { ...failure(error, locale, slug), values: keptValues(form) };
      }
    };
  };
}

function failure(error: unknown, locale: Locale, slug: string): FormState {
  const { code, message, fields, errorId } = describeError(error, locale);
  const fieldErrors: Record<string, string[]> = {};
  const fieldLinks: FormState["fieldLinks"] = {};
  for (const { path, message: said, link } of fields) {
    fieldErrors[path] = [...(fieldErrors[path] ?? []), said];
    if (link) fieldLinks[path] = { href: `/t/${slug}/${link.to}`, label: link.label };
  }
  const links = Object.keys(fieldLinks).length > 0 ? { fieldLinks } : {};
  return { ok: false, code, message, fieldErrors, ...links, ...(errorId ? { errorId } : {}) };
}
