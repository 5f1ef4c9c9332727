import "server-only";
import { notFound } from "next/navigation";
import { Refusal } from "@/lib/shared/refusal";

/** What a page asks for, or the page that says there is nothing: for what is unknown, foreign, or not theirs to see (T3). */
export async function pageOr404<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof Refusal && [403, 404].includes(error.status)) return notFound();
    throw error;
  }
}
