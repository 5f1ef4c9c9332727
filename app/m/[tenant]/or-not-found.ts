import { notFound } from "next/navigation";
import { Refusal } from "@/lib/shared/refusal";

/** For a page's queries: what is refused is answered as what does not exist (T3). */
export function orNotFound(error: unknown): never {
  if (error instanceof Refusal) notFound();
  throw error;
}
