"use client";
import { useEffect, useRef } from "react";
import type { FormState } from "@/lib/platform/actions/form-state";
import { fieldId } from "./form-context";
import { Sign } from "./sign";
import { alertSign } from "./signs";
import { fill, useUiTexts } from "./ui-texts";

type FormSummaryProps = { formId: string; state: FormState; labels: ReadonlyMap<string, string> };

/** What went wrong with the whole form, above it; takes the focus so that it is read first. Says success quietly. */
export function FormSummary({ formId, state, labels }: FormSummaryProps) {
  const texts = useUiTexts();
  const box = useRef<HTMLDivElement>(null);
  const wrong = Object.entries(state.fieldErrors ?? {});
  const failed = !state.ok && (wrong.length > 0 || Boolean(state.message));

  useEffect(() => {
    if (!state.ok && (state.fieldErrors || state.message)) box.current?.focus();
  }, [state]);

  if (!failed) {
    return (
      <p
        role="status"
        className={
          state.ok && state.message
            ? "rounded-control bg-mata-soft px-4 py-3 text-control font-medium text-mata"
            : "sr-only"
        }
      >
        {state.ok ? state.message : null}
      </p>
    );
  }
  return (
    <div
      ref={box}
      tabIndex={-1}
      role="alert"
      className="flex gap-3 rounded-control border border-urucum/40 bg-urucum-soft px-4 py-3 text-control"
    >
      <Sign of={alertSign} className="mt-px shrink-0 text-urucum" />
      <div className="grid min-w-0 gap-1">
        <p className="font-semibold text-ink">{state.message ?? texts.checkFields}</p>
        {wrong.length > 0 && (
          <ul className="grid gap-0.5">
            {wrong.map(([name, messages]) => (
              <li key={name}>
                <a
                  href={`#${fieldId(formId, name)}`}
                  className="text-ink underline decoration-urucum underline-offset-2"
                  onClick={(event) => goTo(event, fieldId(formId, name))}
                >
                  {labels.has(name) ? `${labels.get(name)}: ` : null}
                  {messages.join(" ")}
                </a>
              </li>
            ))}
          </ul>
        )}
        {state.errorId && <p className="text-meta text-ink2">{fill(texts.errorId, { id: state.errorId })}</p>}
      </div>
    </div>
  );
}

function goTo(event: { preventDefault: () => void }, id: string) {
  const field = document.getElementById(id);
  if (!field) return;
  event.preventDefault();
  field.scrollIntoView({ block: "center" });
  field.focus({ preventScroll: true });
}
