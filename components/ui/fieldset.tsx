import type { ReactNode } from "react";
import { cx } from "./cx";
import { FieldErrors, type FieldFrame } from "./field";

/** Several controls under one question (radio buttons, boxes). */
export function Fieldset({
  id,
  label,
  hint,
  errors,
  className,
  children,
}: Omit<FieldFrame, "counter" | "optionalMark"> & { id: string; children: ReactNode }) {
  return (
    <fieldset
      id={id}
      tabIndex={-1}
      className={cx("grid min-w-0 gap-1", className)}
      aria-describedby={cx(errors?.length ? `${id}-error` : null, hint ? `${id}-hint` : null) || undefined}
    >
      <legend className="mb-0.5 text-control font-semibold">{label}</legend>
      {hint && (
        <p id={`${id}-hint`} className="text-meta text-ink2">
          {hint}
        </p>
      )}
      <div className="grid">{children}</div>
      <FieldErrors id={id} errors={errors} />
    </fieldset>
  );
}
