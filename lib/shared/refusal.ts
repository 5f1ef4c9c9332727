import { REFUSAL_STATUS, type RefusalCode } from "./refusal-codes";

export type RefusalParams = Record<string, string | number>;

/** What stands in the way, for whoever may see it: its id, its name, and its place below the tenant's dashboard. */
export type IssueLink = { id: string; label: string; to: string };

/** What is wrong with one field: `path` as the client named it, `code` a key of `errors.fields` in the catalogues. */
export type FieldIssue = { path: string; code: string; params?: RefusalParams; link?: IssueLink };

/**
 * A rule's "no". Thrown inside, so that the transaction rolls back; mapped once at the edge to a form state, a
 * problem+json answer or a job's outcome. The text is in the catalogues under `errors.<code>`.
 */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly params: RefusalParams;
  readonly issues: readonly FieldIssue[];

  constructor(code: RefusalCode, params: RefusalParams = {}, issues: readonly FieldIssue[] = []) {
    super(code);
    this.name = "Refusal";
    this.code = code;
    this.params = params;
    this.issues = issues;
  }

  get status(): number {
    return REFUSAL_STATUS[this.code];
  }
}

/** The refusal of one or more fields (422 `invalid_input`). */
export function invalidInput(...issues: FieldIssue[]): Refusal {
  return new Refusal("invalid_input", {}, issues);
}

/** The same answer for what does not exist and for what belongs to another tenant (T3). */
export function notFound(): Refusal {
  return new Refusal("not_found");
}
