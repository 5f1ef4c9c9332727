import "server-only";
import { notFound } from "next/navigation";
import { Refusal } from "@/lib/shared/refusal";

/** What a page asks for, or the page that says there is nothing: for what is unknown, foreign, or not theirs to see (T3), and a place in a list that is none. */
export async function pageOr404<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    const isNothing =
      error instanceof Refusal && ([403, 404].includes(error.status) || error.code === "invalid_cursor");
    if (isNothing) return notFound();
    throw error;
  }
}
