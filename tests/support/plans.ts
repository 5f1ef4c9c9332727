import pg from "pg";
import type { TenantContext } from "@/lib/platform/context";
import { Prisma } from "@/lib/platform/db/generated/client";

type Seen = { text: string; values: unknown[] };

/** Runs a query and answers the plans that PostgreSQL made for its raw statements, as the application's own role. */
export async function plansOf(
  ctx: TenantContext,
  run: (ctx: TenantContext) => Promise<unknown>,
): Promise<string[]> {
  const plans: string[] = [];
  await run(
    watching(ctx, async (sql, db) => {
      const rows = await db.$queryRaw<{ "QUERY PLAN": string }[]>(Prisma.sql`EXPLAIN ${sql}`);
      plans.push(rows.map((row) => row["QUERY PLAN"]).join("\n"));
    }),
  );
  return plans;
}

/**
 * The same with the plans of what functions ran inside, and what was really read: the statements once more, as the
 * application's role, in a session that tells its plans.
 */
export async function plansWithin(
  ctx: TenantContext,
  run: (ctx: TenantContext) => Promise<unknown>,
): Promise<string> {
  const statements: Seen[] = [];
  await run(watching(ctx, async (sql) => void statements.push({ text: sql.text, values: sql.values })));
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  const told: string[] = [];
  client.on("notice", ({ message }) => told.push(message ?? ""));
  await client.connect();
  try {
    await client.query(TELL_PLANS);
    await client.query("SELECT set_config('app.tenant_id', $1, false)", [ctx.tenantId]);
    for (const { text, values } of statements) await client.query(text, values);
  } finally {
    await client.end();
  }
  return told.join("\n");
}

const TELL_PLANS = `LOAD 'auto_explain'; SET auto_explain.log_min_duration = 0; SET auto_explain.log_analyze = on;
  SET auto_explain.log_timing = off; SET auto_explain.log_nested_statements = on; SET client_min_messages = log; SET ROLE aldeia_app`;

/** The same context, whose raw statements are shown before they run. */
function watching(
  ctx: TenantContext,
  show: (sql: Prisma.Sql, db: TenantContext["db"]) => Promise<void>,
): TenantContext {
  const db = new Proxy(ctx.db, {
    get(target, name, receiver) {
      if (name !== "$queryRaw") return Reflect.get(target, name, receiver);
      return async (strings: TemplateStringsArray, ...values: unknown[]) => {
        const sql = Prisma.sql([...strings], ...values);
        await show(sql, target);
        return target.$queryRaw(sql);
      };
    },
  });
  return { ...ctx, db };
}
