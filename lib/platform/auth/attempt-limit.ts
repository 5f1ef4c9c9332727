import "server-only";
import { Refusal } from "@/lib/shared/refusal";
import { consumePoint, type Limit } from "../rate-limit";

/** Counts an attempt to get in. @throws Refusal `too_many_attempts` with the `minutes` to wait. */
export async function countAttempt(limit: Limit, subject: string): Promise<void> {
  const left = await consumePoint(limit, subject);
  if (!left.allowed) throw new Refusal("too_many_attempts", { minutes: Math.ceil(left.resetSeconds / 60) });
}
