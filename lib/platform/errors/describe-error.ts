import "server-only";
import { newId } from "@/lib/shared/ids";
import { type IssueLink, Refusal, type RefusalParams } from "@/lib/shared/refusal";
import { REFUSAL_STATUS, type RefusalCode } from "@/lib/shared/refusal-codes";
import type { Locale } from "../i18n/locales";
import { translatorFor } from "../i18n/translator";
import { log } from "../log";

export type DescribedError = {
  code: RefusalCode | "internal";
  status: number;
  message: string;
  fields: { path: string; code: string; message: string; link?: IssueLink }[];
  /** Only for bugs: the id under which the log has the cause. */
  errorId?: string;
};

/**
 * The one mapper of errors at the edge: a refusal in the user's language; anything else is a bug, logged with an id
 * and without personal data, shown as a generic message with that id.
 */
export function describeError(error: unknown, locale: Locale): DescribedError {
  if (error instanceof Refusal) return describeRefusal(error, locale);
  if (isOutage(error)) return describeRefusal(new Refusal("unavailable"), locale);
  const errorId = newId();
  log.error({ errorId, err: error }, "unexpected error");
  return {
    code: "internal",
    status: 500,
    message: text(locale, "errors.internal", { errorId }),
    fields: [],
    errorId,
  };
}

function describeRefusal(refusal: Refusal, locale: Locale): DescribedError {
  const fields = refusal.issues.map(({ path, code, params, link }) => ({
    path,
    code,
    message: text(locale, `errors.fields.${code}`, params ?? {}),
    ...(link && { link }),
  }));
  const message = text(locale, `errors.${messageKeyOf(refusal)}`, refusal.params);
  return { code: refusal.code, status: REFUSAL_STATUS[refusal.code], message, fields };
}

/** `read_only` has several reasons, each with a way out of its own. */
function messageKeyOf({ code, params }: Refusal): string {
  return code === "read_only" && params.reason ? `read_only_${params.reason}` : code;
}

/** The database is away or has no connection free: 503, the client may try again. */
function isOutage(error: unknown): boolean {
  const { code, message } = error as { code?: string; message?: string };
  return (
    ["ECONNREFUSED", "ECONNRESET", "57P01", "57P03", "53300", "P1001", "P1017", "P2024"].includes(
      code ?? "",
    ) ||
    /timeout exceeded when trying to connect|Connection terminated|Can't reach database/.test(message ?? "")
  );
}

function text(locale: Locale, key: string, params: RefusalParams): string {
  const translate = translatorFor(locale) as unknown as (key: string, params: RefusalParams) => string;
  return translate(key, params);
}
