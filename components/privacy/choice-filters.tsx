import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Select, type SelectOption } from "@/components/ui/select";

export type Choice = {
  name: string;
  label: string;
  /** The first line, which chooses nothing; without it something is always chosen. */
  any?: string | undefined;
  value: string | undefined;
  options: readonly SelectOption[];
};

/** Filters by choices that live in the address: they can be shared, Back works, no script is needed. */
export function ChoiceFilters({
  base,
  label,
  submit,
  choices,
}: {
  base: string;
  label: string;
  submit: string;
  choices: readonly Choice[];
}) {
  return (
    <search className="mb-5 max-sm:w-full">
      <form
        method="get"
        action={base}
        aria-label={label}
        className="flex flex-wrap items-end gap-3 max-sm:grid"
      >
        {choices.map(({ name, label: title, any, value, options }) => (
          <Field key={name} id={`filter-${name}`} label={title}>
            <Select
              id={`filter-${name}`}
              name={name}
              defaultValue={value ?? ""}
              {...(any !== undefined && { placeholder: any })}
              options={options}
            />
          </Field>
        ))}
        <Button type="submit">{submit}</Button>
      </form>
    </search>
  );
}
