"use client";
import type { FormEvent, ReactNode } from "react";
import {
  useActionState,
  useCallback,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
  useTransition,
} from "react";
import { type FormState, initialFormState } from "@/lib/platform/actions/form-state";
import type { ButtonVariant } from "./button-style";
import { cx } from "./cx";
import { FormContext } from "./form-context";
import { FormSummary } from "./form-summary";
import { runAction } from "./run-action";
import { showToast } from "./show-toast";
import { SubmitButton } from "./submit-button";
import { useUiTexts } from "./ui-texts";

type ActionFormProps = {
  action: (previous: FormState, form: FormData) => Promise<FormState>;
  /** The effect in words; without it the form brings its own SubmitButton. */
  submitLabel?: ReactNode;
  submitVariant?: ButtonVariant;
  /** More buttons or links beside the submit button. */
  actions?: ReactNode;
  successMessage?: string;
  resetOnSuccess?: boolean;
  className?: string;
  children?: ReactNode;
};

/**
 * A form of a server action. Fields inside read their errors and kept values from it. With script the page keeps what
 * was typed (React's own reset is not used); without script the same action answers with a whole page. In a Dialog,
 * success closes it.
 */
export function ActionForm({
  action,
  submitLabel,
  submitVariant = "primary",
  actions,
  successMessage,
  resetOnSuccess,
  className,
  children,
}: ActionFormProps) {
  const formId = useId();
  const texts = useUiTexts();
  const form = useRef<HTMLFormElement>(null);
  const labels = useRef(new Map<string, string>());
  const [posted, postAction] = useActionState(action, initialFormState);
  const [sent, setSent] = useState<FormState>();
  const [pending, startTransition] = useTransition();
  const state = sent ?? posted;

  const nameField = useCallback((name: string, label: string) => void labels.current.set(name, label), []);
  const context = useMemo(() => ({ formId, state, pending, nameField }), [formId, state, pending, nameField]);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (pending) return;
    const submitter = event.nativeEvent instanceof SubmitEvent ? event.nativeEvent.submitter : null;
    const data = new FormData(event.currentTarget, submitter);
    startTransition(async () => {
      const next = await runAction(() => action(state, data), texts.offline);
      // At once: what the action changed may have taken this form from the page.
      if (next.ok && successMessage) showToast(successMessage);
      startTransition(() => setSent(next));
    });
  }

  useEffect(() => {
    if (!sent?.ok) return;
    if (resetOnSuccess) form.current?.reset();
    form.current?.closest("dialog")?.close();
  }, [sent, resetOnSuccess]);

  return (
    <FormContext value={context}>
      <form
        ref={form}
        id={formId}
        action={postAction}
        onSubmit={submit}
        noValidate
        className={cx("grid gap-5", className)}
        aria-busy={pending}
      >
        <FormSummary formId={formId} state={state} labels={labels.current} />
        {children}
        {(submitLabel || actions) && (
          <div className="flex flex-wrap items-center gap-3 max-sm:[&>*]:grow">
            {submitLabel && <SubmitButton variant={submitVariant}>{submitLabel}</SubmitButton>}
            {actions}
          </div>
        )}
      </form>
    </FormContext>
  );
}
