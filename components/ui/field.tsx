import type { ReactNode } from "react";
import { cx } from "./cx";
import { Sign } from "./sign";
import { alertSign } from "./signs";

export type ErrorLink = { href: string; label: string };

export type FieldFrame = {
  label: ReactNode;
  hint?: ReactNode;
  errors?: readonly string[] | undefined;
  /** Where to find what stands in the way. */
  errorLink?: ErrorLink | undefined;
  /** The word for "may stay empty", when it may. */
  optionalMark?: string | undefined;
  counter?: ReactNode;
  className?: string | undefined;
};

/** The ids that tie a control to its hint and its errors; absent ones are left out. */
export function describedBy(id: string, frame: Pick<FieldFrame, "hint" | "errors">): string | undefined {
  return (
    cx(frame.errors?.length ? `${id}-error` : null, (frame.hint ?? "") !== "" && `${id}-hint`) || undefined
  );
}

/** Label above, hint under it, the control, then what is wrong with it and how to mend it. */
export function Field({
  id,
  label,
  hint,
  errors,
  errorLink,
  optionalMark,
  counter,
  className,
  children,
}: FieldFrame & { id: string; children: ReactNode }) {
  return (
    <div className={cx("grid gap-1.5", className)}>
      <div className="grid gap-0.5">
        <div className="flex items-baseline justify-between gap-4">
          <label htmlFor={id} className="text-control font-semibold text-ink">
            {label}
            {optionalMark && <span className="ml-1.5 font-normal text-ink2">({optionalMark})</span>}
          </label>
          {counter}
        </div>
        {hint && (
          <p id={`${id}-hint`} className="text-meta text-ink2">
            {hint}
          </p>
        )}
      </div>
      {children}
      <FieldErrors id={id} errors={errors} link={errorLink} />
    </div>
  );
}

type FieldErrorsProps = { id: string; errors: readonly string[] | undefined; link?: ErrorLink | undefined };

export function FieldErrors({ id, errors, link }: FieldErrorsProps) {
  if (!errors?.length) return null;
  return (
    <p id={`${id}-error`} className="flex items-start gap-1.5 text-meta font-medium text-urucum">
      <Sign of={alertSign} size={16} className="mt-px shrink-0" />
      <span>
        {errors.join(" ")}{" "}
        {link && (
          <a className="link" href={link.href}>
            {link.label}
          </a>
        )}
      </span>
    </p>
  );
}
