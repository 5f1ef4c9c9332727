import "server-only";
import { Prisma } from "@/lib/platform/db/generated/client";
import { queueCustomers } from "../billing-sql";

/** After a restore, whose queue is empty: the customers of whom stored events wait are queued again. @returns how many */
export function systemRequeueStripeEvents(): Promise<number> {
  return queueCustomers(Prisma.sql`true`);
}
