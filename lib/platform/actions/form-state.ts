/** What a server action tells its form: the outcome, the errors by field, and the values to keep (never secrets). */
export type FormState = {
  ok?: boolean;
  code?: string;
  message?: string;
  fieldErrors?: Record<string, string[]>;
  /** Where to find what stands in the way, by field. */
  fieldLinks?: Record<string, { href: string; label: string }>;
  values?: Record<string, string | string[]>;
  errorId?: string;
  data?: unknown;
};

export const initialFormState: FormState = {};
