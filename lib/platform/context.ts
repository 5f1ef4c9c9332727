import "server-only";
import type { Actor } from "@/lib/shared/actor";
import type { Db } from "./db/clients";
import { platformClient, tenantClient } from "./db/clients";
import type { Locale } from "./i18n/locales";

/** Everything a query or command may know: passed explicitly, bound to one tenant (T2). */
export type TenantContext = {
  tenantId: string;
  actor: Actor;
  /** Sees this tenant's rows only; inside `inTransaction` it is the transaction. */
  db: Db;
  now: Date;
  locale: Locale;
  /** Where the request came from, for the audit. */
  ip: string | null;
};

/** The context of a job: a named purpose, not a bypass; the database seals it as any other. */
export function systemContext(tenantId: string, purpose: string, now = new Date()): TenantContext {
  return systemContextOver(tenantClient(tenantId), tenantId, purpose, now);
}

function systemContextOver(db: Db, tenantId: string, purpose: string, now: Date): TenantContext {
  return { tenantId, actor: { kind: "system", purpose }, db, now, locale: "pt-BR", ip: null };
}

/**
 * The same for work that visits many tenants once each, in one transaction: its first statement binds it to the tenant,
 * and no client is made that nobody would use again (making one and compiling its queries costs more than the work).
 */
export function inSystemTransaction<T>(
  tenantId: string,
  purpose: string,
  run: (ctx: TenantContext) => Promise<T>,
): Promise<T> {
  return platformClient().$transaction(async (db) => {
    await db.$executeRaw`SELECT set_config('app.tenant_id', ${tenantId}, true)`;
    return await run(systemContextOver(db, tenantId, purpose, new Date()));
  });
}

/** Runs a command's writes in one transaction; a thrown refusal rolls all of it back. Inside another it joins that one. */
export function inTransaction<T>(ctx: TenantContext, run: (ctx: TenantContext) => Promise<T>): Promise<T> {
  // A client within a transaction could open one more inside it, but lacks what ends a connection.
  if (!("$connect" in ctx.db)) return run(ctx);
  return ctx.db.$transaction((db) => run({ ...ctx, db }));
}
