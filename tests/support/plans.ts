import type { TenantContext } from "@/lib/platform/context";
import { Prisma } from "@/lib/platform/db/generated/client";

/** Runs a query and answers the plans that PostgreSQL made for its raw statements, as the application's own role. */
export async function plansOf(
  ctx: TenantContext,
  run: (ctx: TenantContext) => Promise<unknown>,
): Promise<string[]> {
  const plans: string[] = [];
  const db = new Proxy(ctx.db, {
    get(target, name, receiver) {
      if (name !== "$queryRaw") return Reflect.get(target, name, receiver);
      return async (strings: TemplateStringsArray, ...values: unknown[]) => {
        const sql = Prisma.sql([...strings], ...values);
        const rows = await target.$queryRaw<{ "QUERY PLAN": string }[]>(Prisma.sql`EXPLAIN ${sql}`);
        plans.push(rows.map((row) => row["QUERY PLAN"]).join("\n"));
        return target.$queryRaw(sql);
      };
    },
  });
  await run({ ...ctx, db });
  return plans;
}
