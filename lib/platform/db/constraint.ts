import "server-only";

type AdapterCause = {
  kind?: string;
  originalCode?: string;
  code?: string;
  constraint?: unknown;
  originalMessage?: string;
};
type DatabaseError = Error & {
  code?: string;
  meta?: { driverAdapterError?: { cause?: AdapterCause }; code?: string };
};

/**
 * Name or columns of the unique constraint that an error tells of, or null for any other error. Under the driver adapter
 * the columns are in `meta.driverAdapterError.cause.constraint`, from raw SQL the name is in the message.
 */
export function violatedUnique(error: unknown): string | null {
  const candidate = error as DatabaseError;
  const cause = candidate?.meta?.driverAdapterError?.cause;
  const isUnique =
    candidate?.code === "P2002" || cause?.originalCode === "23505" || candidate?.code === "23505";
  if (!isUnique) return null;
  return JSON.stringify(cause?.constraint ?? "") + (cause?.originalMessage ?? candidate.message);
}
