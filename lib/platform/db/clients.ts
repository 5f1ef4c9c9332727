import "server-only";
import { createHash } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import type pg from "pg";
import { type Prisma, PrismaClient } from "./generated/client";
import { appPool } from "./pool";
import { tenantPool } from "./tenant-pool";

/** A client bound to one tenant, or the same inside a transaction. */
export type Db = PrismaClient | Prisma.TransactionClient;

// Each client costs about 0.84 MB (docs/decisions/0002).
const MAX_CLIENTS = 200;
const MAX_STATEMENT_NAMES = 500;
// A burst waits for a connection rather than failing; a freeze or an import may take its time.
const TRANSACTION = { maxWait: 15_000, timeout: 120_000 };

type Clients = { pool: pg.Pool; ofTenant: Map<string, PrismaClient>; platform: PrismaClient };
const holder = globalThis as typeof globalThis & { aldeiaClients?: Clients };

/** The client of one tenant over the shared pool; least recently used ones are let go. */
export function tenantClient(tenantId: string): PrismaClient {
  const { pool, ofTenant } = clients();
  const client = ofTenant.get(tenantId) ?? newTenantClient(tenantId, pool);
  ofTenant.delete(tenantId);
  ofTenant.set(tenantId, client);
  if (ofTenant.size > MAX_CLIENTS) ofTenant.delete(ofTenant.keys().next().value ?? "");
  return client;
}

/** A fresh client of one tenant, outside the cache (tests, benches). */
export function newTenantClient(tenantId: string, pool: pg.Pool): PrismaClient {
  return new PrismaClient({
    transactionOptions: TRANSACTION,
    adapter: new PrismaPg(tenantPool(pool, tenantId), { statementNameGenerator: statementName }),
  });
}

/** The client of the platform's own tables (users, sign-in tokens, doors). Tenant tables refuse it: no tenant is set. */
export function platformClient(): PrismaClient {
  return clients().platform;
}

/** The clients over the present pool: after it was closed and opened anew, those of the old one are forgotten. */
function clients(): Clients {
  const pool = appPool();
  if (holder.aldeiaClients?.pool === pool) return holder.aldeiaClients;
  const adapter = new PrismaPg(pool, { disposeExternalPool: false, statementNameGenerator: statementName });
  const platform = new PrismaClient({ transactionOptions: TRANSACTION, adapter });
  holder.aldeiaClients = { pool, ofTenant: new Map(), platform };
  return holder.aldeiaClients;
}

const names = new Map<string, string>();

function statementName(query: { sql: string }): string {
  const known = names.get(query.sql);
  if (known) return known;
  if (names.size >= MAX_STATEMENT_NAMES) return "";
  const name = `p${createHash("sha1").update(query.sql).digest("hex").slice(0, 16)}`;
  names.set(query.sql, name);
  return name;
}
