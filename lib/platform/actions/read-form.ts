import "server-only";

const SECRET_FIELD = /password|secret|token|code/i;

/** A form as an object: a name ending in `[]` is a list, every other its last value. Next's own fields are left out. */
export function readForm(form: FormData): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const name of new Set(form.keys())) {
    if (name.startsWith("$ACTION")) continue;
    const values = form.getAll(name).map(withoutNul);
    if (name.endsWith("[]")) result[name.slice(0, -2)] = values;
    else result[name] = values.at(-1);
  }
  return result;
}

/** No text in the database may hold a NUL. */
function withoutNul(value: FormDataEntryValue): FormDataEntryValue {
  return typeof value === "string" ? value.replaceAll("\0", "") : value;
}

/** What may be shown again in the form after an error: texts only, never a secret. */
export function keptValues(form: FormData): Record<string, string | string[]> {
  const kept: Record<string, string | string[]> = {};
  for (const name of new Set(form.keys())) {
    if (name.startsWith("$ACTION") || SECRET_FIELD.test(name)) continue;
    const texts = form.getAll(name).filter((value) => typeof value === "string");
    if (texts.length > 0) kept[name] = name.endsWith("[]") ? texts : (texts.at(-1) ?? "");
  }
  return kept;
}
