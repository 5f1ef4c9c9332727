import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";

type DateChoice = { name: string; label: string; hint?: string; value: string | undefined; required?: true };
type DatesFormProps = {
  here: string;
  label: string;
  submit: string;
  dates: readonly DateChoice[];
  /** No later day can be chosen. */
  today: string;
  children?: ReactNode;
};

/** Asking about dates by the address: it can be shared, Back works, no script is needed. */
export function DatesForm({ here, label, submit, dates, today, children }: DatesFormProps) {
  return (
    <search className="mb-6">
      <form
        method="get"
        action={here}
        aria-label={label}
        className="flex flex-wrap items-end gap-3 max-sm:grid"
      >
        {dates.map(({ name, label: title, hint, value, required }) => (
          <Field key={name} id={`date-${name}`} label={title} hint={hint}>
            <TextInput
              id={`date-${name}`}
              name={name}
              type="date"
              defaultValue={value}
              max={today}
              required={required}
              aria-describedby={hint ? `date-${name}-hint` : undefined}
            />
          </Field>
        ))}
        {children}
        <Button type="submit">{submit}</Button>
      </form>
    </search>
  );
}
