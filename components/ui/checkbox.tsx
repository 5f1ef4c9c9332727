import type { ComponentProps, ReactNode } from "react";
import { cx } from "./cx";

type ChoiceProps = Omit<ComponentProps<"input">, "type"> & { label: ReactNode; hint?: ReactNode };

/** One box with its words; the whole line is the target. */
export function Checkbox(props: ChoiceProps) {
  return <Choice type="checkbox" shape="rounded-chip" {...props} />;
}

/** One of several; put several inside a RadioGroup. */
export function Radio(props: ChoiceProps) {
  return <Choice type="radio" shape="rounded-pill" {...props} />;
}

function Choice({
  label,
  hint,
  className,
  shape,
  ...rest
}: ChoiceProps & { type: "checkbox" | "radio"; shape: string }) {
  return (
    <label
      className={cx(
        "flex min-h-11 items-start gap-3 py-2.5 has-disabled:text-ink3 md:min-h-9 md:py-2",
        className,
      )}
    >
      <input
        className={cx(
          "peer mt-px grid size-5 shrink-0 appearance-none place-content-center border border-line-strong bg-surface transition-colors duration-120 hover:border-porta disabled:bg-sunken",
          "checked:border-porta checked:bg-porta checked:disabled:border-line-strong checked:disabled:bg-line-strong aria-invalid:border-urucum forced-colors:appearance-auto",
          rest.type === "radio"
            ? "before:size-2 before:scale-0 before:rounded-pill before:bg-on-porta before:transition-transform before:duration-120 checked:before:scale-100"
            : "before:size-3 before:scale-0 before:bg-on-porta before:transition-transform before:duration-120 before:[clip-path:polygon(14%_44%,0_60%,42%_100%,100%_16%,84%_4%,40%_70%)] checked:before:scale-100",
          shape,
        )}
        {...rest}
      />
      <span className="grid min-w-0 gap-0.5">
        <span className="text-body">{label}</span>
        {hint && <span className="text-meta text-ink2">{hint}</span>}
      </span>
    </label>
  );
}
